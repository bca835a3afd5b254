"""Putting something right: added, ended, handed on."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.organisations.queries.people import MembershipCard
from kith.platform.ui.choices import Chooser, choice_field
from kith.platform.ui.fields import DatePartsField, RequestKeyField
from kith.platform.ui.refusals import RefusableForm
from kith.tasks.forms import owner_choices
from kith.welcome.rules.codes import LONGEST_LINE
from kith.welcome.settings import MEND_DAYS


class ImprovementForm(RefusableForm):
    """What is to be put right, by when, and by which colleague."""

    request_key = RequestKeyField()
    what = forms.CharField(
        label=_("What is to be put right?"),
        max_length=LONGEST_LINE,
        error_messages={"required": _("Write what is to be put right")},
    )
    due_on = DatePartsField(label=_("By when?"), error_messages={"required": _("Enter a day")})
    owner = forms.ChoiceField(label=_("Who does it?"), error_messages={"required": _("Choose who does it")})

    def __init__(self, data: Any, *, people: Iterable[MembershipCard], me: MembershipId | None) -> None:
        due_on = clock.today() + timedelta(days=MEND_DAYS.now)
        super().__init__(data, initial={"due_on": due_on, "owner": str(me or "")})
        choice_field(self, "owner").choices = owner_choices(people, me)

    @property
    def answer(self) -> dict[str, Any]:
        """What was entered, by the names of the action."""
        return {**self.cleaned_data, "owner": MembershipId(int(self.cleaned_data["owner"]))}


class DoneForm(RefusableForm):
    """It is put right."""

    outcome = forms.CharField(label=_("What was done?"), max_length=LONGEST_LINE, required=False)


class CannotForm(RefusableForm):
    """It cannot be put right, and why."""

    beside: ClassVar = {"improvement_says_not_why": "why"}

    why = forms.CharField(
        label=_("Why can it not be put right?"),
        max_length=LONGEST_LINE,
        error_messages={"required": _("Write why it cannot be put right")},
    )


class HandOnForm(RefusableForm):
    """Who puts it right instead."""

    owner = forms.ChoiceField(
        label=_("Give it to"),
        help_text=_("Type a part of the name"),
        widget=Chooser,
        error_messages={"required": _("Choose who does it"), "invalid_choice": _("Choose one of those offered")},
    )

    def __init__(self, data: Any, *, people: Iterable[MembershipCard], owner: MembershipId) -> None:
        super().__init__(data)
        others = [each for each in people if each.id != owner]
        choice_field(self, "owner").choices = owner_choices(others, None)

    @property
    def to(self) -> MembershipId:
        """Whose it becomes."""
        return MembershipId(int(self.cleaned_data["owner"]))
