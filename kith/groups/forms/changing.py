"""Another date, another number of places."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.groups.rules.codes import MOST_PLACES
from kith.kernel.ids import SessionId
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import RequestKeyField
from kith.platform.ui.refusals import RefusableForm


class ChangeForm(RefusableForm):
    """Another date, another number of places."""

    beside: ClassVar = {"session_full": "may_wait", "already_booked": "session"}

    request_key = RequestKeyField()
    session = forms.ChoiceField(
        label=_("Which date?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a date"), "invalid_choice": _("Choose a date")},
    )
    places = forms.ChoiceField(
        label=_("How many places?"),
        choices=[(str(number), str(number)) for number in range(1, MOST_PLACES + 1)],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how many places")},
    )
    may_wait = forms.BooleanField(
        label=_("If that date is full, put me on its waiting list. I keep the place I have."), required=False
    )

    def __init__(self, data: object = None, *, dates: list[tuple[int, str]], session_id: int, places: int) -> None:
        super().__init__(data, initial={"session": str(session_id), "places": str(places)})  # type: ignore[arg-type]
        choice_field(self, "session").choices = [(str(key), words) for key, words in dates]
        if len(dates) == 1:
            del self.fields["may_wait"]

    @property
    def session_id(self) -> SessionId:
        """The date chosen."""
        return SessionId(int(self.cleaned_data["session"]))

    @property
    def answer(self) -> dict[str, Any]:
        """What was chosen for another date, by the names of the action."""
        given = self.cleaned_data
        key = f"moved-{given['request_key']}"
        return {"places": int(given["places"]), "may_wait": bool(given.get("may_wait")), "request_key": key}
