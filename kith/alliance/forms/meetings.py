"""Planning a meeting, deciding, minutes, and agreed actions."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.alliance.rules.meetings import NewDecision
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.listening.forms.reading import People, member_id, person_choices
from kith.listening.rules.codes import LONGEST_WORDS
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField, RequestKeyField
from kith.platform.ui.refusals import RefusableForm


class PlanForm(RefusableForm):
    """When and where the alliance meets."""

    request_key = RequestKeyField()
    day = DatePartsField(label=_("Day"))
    begins = forms.TimeField(
        label=_("Begins at"),
        help_text=_("For example 10:00"),
        input_formats=["%H:%M", "%H.%M"],
        error_messages={"required": _("Enter a time"), "invalid": _("Enter a time, for example 10:00")},
    )
    place = forms.CharField(
        label=_("Where?"),
        help_text=_("A room, or the address of a meeting online"),
        max_length=200,
        error_messages={"required": _("Write where the alliance meets")},
    )

    @property
    def answer(self) -> dict[str, Any]:
        """By the names of the action."""
        given = self.cleaned_data
        starts_at = dt.datetime.combine(given["day"], given["begins"], clock.LONDON)
        return {"starts_at": starts_at, "place": given["place"], "request_key": given["request_key"]}


class PointForm(RefusableForm):
    """A point of the members' own."""

    title = forms.CharField(
        label=_("A point of your own"), max_length=200, error_messages={"required": _("Write what it is about")}
    )


class DecisionForm(RefusableForm):
    """What is decided, what is done, by which person and day."""

    words = forms.CharField(
        label=_("What is decided?"),
        help_text=_("Everybody reads this. About a theme it is what parents are promised. No names."),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Write what is decided")},
    )
    what = forms.CharField(
        label=_("What is done?"), max_length=300, error_messages={"required": _("Write what is done")}
    )
    owner = forms.ChoiceField(label=_("Who does it?"), error_messages={"required": _("Choose one person")})
    due_on = DatePartsField(label=_("Until when?"))

    def __init__(self, data: Any = None, *, people: People) -> None:
        super().__init__(data)
        choice_field(self, "owner").choices = person_choices(people)

    @property
    def new(self) -> NewDecision:
        """The decision."""
        given = self.cleaned_data
        return NewDecision(given["words"], given["what"], member_id(given["owner"]), given["due_on"])


class MinutesForm(RefusableForm):
    """What was said about a point."""

    minutes = forms.CharField(
        label=_("What was said"),
        help_text=_("For members only. The public reads points and decisions."),
        max_length=LONGEST_WORDS,
        required=False,
        widget=forms.Textarea({"rows": 5}),
    )


class AttendanceForm(RefusableForm):
    """Who came, who sent apologies, and which interests were declared."""

    present = forms.MultipleChoiceField(label=_("Who came?"), required=False, widget=forms.CheckboxSelectMultiple)
    apologies = forms.MultipleChoiceField(
        label=_("Who sent apologies?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    declared_by = forms.ChoiceField(label=_("Who declared an interest?"), required=False)
    interest = forms.CharField(label=_("Which interest?"), max_length=300, required=False)

    def __init__(self, data: Any = None, *, people: People) -> None:
        super().__init__(data)
        for name in ("present", "apologies", "declared_by"):
            choice_field(self, name).choices = person_choices(people)[0 if name == "declared_by" else 1 :]

    @property
    def answer(self) -> dict[str, Any]:
        """By the names of the action."""
        given = self.cleaned_data
        interests = {member_id(given["declared_by"]): given["interest"]} if given["declared_by"] else {}
        return {
            "present": [member_id(each) for each in given["present"]],
            "apologies": [member_id(each) for each in given["apologies"]],
            "interests": interests,
        }


class FinishForm(RefusableForm):
    """By what it is seen that an action is done."""

    evidence = forms.CharField(
        label=_("What was done, and how can it be seen?"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Write what was done")},
    )


class PutOffForm(RefusableForm):
    """A later day."""

    due_on = DatePartsField(label=_("A later day"))


class GiveForm(RefusableForm):
    """Another person."""

    owner = forms.ChoiceField(label=_("Another person"), error_messages={"required": _("Choose one person")})

    def __init__(self, data: Any = None, *, people: People) -> None:
        super().__init__(data)
        choice_field(self, "owner").choices = person_choices(people)

    @property
    def owner_id(self) -> MembershipId:
        """The person."""
        return member_id(self.cleaned_data["owner"])
