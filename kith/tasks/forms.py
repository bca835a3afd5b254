"""Adding a next step, and ending or handing on one."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.organisations.queries.people import MembershipCard
from kith.platform.ui.choices import Chooser, choice_field
from kith.platform.ui.fields import DatePartsField, RequestKeyField
from kith.platform.ui.refusals import RefusableForm
from kith.tasks.rules.next_steps import LONGEST_OUTCOME, DropReason
from kith.tasks.wording.next_steps import DROP_REASONS

USUAL = timedelta(days=7)


def owner_choices(people: Iterable[MembershipCard], me: MembershipId | None) -> list[tuple[str, str]]:
    """Those who could do it, the asker first and named as herself."""
    return [(str(each.id), gettext("Me") if each.id == me else f"{each.name}, {each.role_name}") for each in people]


class NextStepForm(RefusableForm):
    """What, by when, and who: in a week and by me unless said otherwise."""

    request_key = RequestKeyField()
    step_what = forms.CharField(
        label=_("What is to be done?"),
        max_length=200,
        error_messages={"required": _("Write what is to be done")},
    )
    step_due = DatePartsField(label=_("By when?"), error_messages={"required": _("Enter a day")})
    step_owner = forms.ChoiceField(label=_("Who does it?"), error_messages={"required": _("Choose who does it")})

    def __init__(self, data: Any, *, people: Iterable[MembershipCard], me: MembershipId | None) -> None:
        first = {"step_due": clock.today() + USUAL, "step_owner": str(me or "")}
        super().__init__(data, initial=first)
        owner = self.fields["step_owner"]
        owner.choices = owner_choices(people, me)  # type: ignore[attr-defined]

    @property
    def answer(self) -> dict[str, Any]:
        """The step as it was entered, by the names of the action."""
        data = self.cleaned_data
        return {
            "what": data["step_what"],
            "due_on": data["step_due"],
            "owner": MembershipId(int(data["step_owner"])),
            "request_key": data["request_key"],
        }


class HandOnForm(RefusableForm):
    """Who the step goes to."""

    beside: ClassVar = {"": "step_owner"}

    step_owner = forms.ChoiceField(
        label=_("Give it to"),
        help_text=_("Type a part of the name"),
        widget=Chooser,
        error_messages={"required": _("Choose who does it"), "invalid_choice": _("Choose one of those offered")},
    )

    def __init__(self, data: Any, *, people: Iterable[MembershipCard], owner: MembershipId) -> None:
        super().__init__(data)
        others = [each for each in people if each.id != owner]
        choice_field(self, "step_owner").choices = owner_choices(others, None)

    @property
    def to(self) -> MembershipId:
        """Whose it becomes."""
        return MembershipId(int(self.cleaned_data["step_owner"]))


class DoneForm(RefusableForm):
    """What was found and what was done; a sign asks for it, any other step may have it."""

    outcome = forms.CharField(
        label=_("What did you find, and what was done?"),
        max_length=LONGEST_OUTCOME,
        required=False,
        widget=forms.Textarea,
    )


class DropForm(RefusableForm):
    """Why the step need not be done."""

    reason = forms.ChoiceField(
        label=_("Why is it not to be done?"),
        choices=[(each.value, words) for each, words in DROP_REASONS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why")},
    )

    @property
    def drop_reason(self) -> DropReason:
        """The reason chosen."""
        return DropReason(self.cleaned_data["reason"])
