"""Another date, other company, other needs."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.groups.forms.booking import ASKED_ONCE, NeedsForm
from kith.groups.forms.needs import as_initial
from kith.groups.rules.places import Needs
from kith.kernel.ids import SessionId
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import RequestKeyField


class ChangeForm(NeedsForm):
    """The date, and what was asked once, as it stands in the booking."""

    beside: ClassVar = {"session_full": "may_wait", "already_booked": "session"}

    field_order: tuple[str, ...] = ("request_key", "session", "may_wait", *ASKED_ONCE)

    request_key = RequestKeyField()
    session = forms.ChoiceField(
        label=_("Which date?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a date"), "invalid_choice": _("Choose a date")},
    )
    may_wait = forms.BooleanField(
        label=_("If that date is full, put me on its waiting list. I keep the place I have."), required=False
    )

    def __init__(self, data: object = None, *, dates: list[tuple[int, str]], session_id: int, needs: Needs) -> None:
        super().__init__(data, initial={"session": str(session_id), **as_initial(needs)})  # type: ignore[arg-type]
        choice_field(self, "session").choices = [(str(key), words) for key, words in dates]
        if len(dates) == 1:
            del self.fields["may_wait"]

    @property
    def session_id(self) -> SessionId:
        """The date chosen."""
        return SessionId(int(self.cleaned_data["session"]))

    @property
    def answer(self) -> dict[str, Any]:
        """What was answered, by the names of both actions."""
        return {"needs": self.needs, "may_wait_for_creche": bool(self.cleaned_data["may_wait_for_creche"])}

    @property
    def moved(self) -> dict[str, Any]:
        """What another date takes beside it."""
        given = self.cleaned_data
        return {"may_wait": bool(given.get("may_wait")), "request_key": f"moved-{given['request_key']}"}
