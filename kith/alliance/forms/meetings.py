"""Planning a meeting, deciding, minutes, and agreed actions."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.alliance.rules.codes import AgendaItemId, MeetingId
from kith.alliance.rules.meetings import NewDecision
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.listening.forms.reading import People, member_id, person_choices
from kith.listening.rules.codes import LONGEST_WORDS
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField, RequestKeyField
from kith.platform.ui.refusals import RefusableForm


def _clock(label: Any, hint: Any) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        help_text=hint,
        input_formats=["%H:%M", "%H.%M"],
        error_messages={"required": _("Enter a time"), "invalid": _("Enter a time, for example 10:00")},
    )


class WhenForm(RefusableForm):
    """When and where the alliance meets."""

    day = DatePartsField(label=_("Day"))
    begins = _clock(_("Begins at"), _("For example 10:00"))
    ends = _clock(_("Ends at"), _("For example 12:00"))
    place = forms.CharField(
        label=_("Where?"),
        help_text=_("A room, or the address of a meeting online"),
        max_length=200,
        error_messages={"required": _("Write where the alliance meets")},
    )

    @property
    def when(self) -> dict[str, Any]:
        """From when until when, and where."""
        given = self.cleaned_data
        starts_at, ends_at = (
            dt.datetime.combine(given["day"], given[each], clock.LONDON) for each in ("begins", "ends")
        )
        return {"starts_at": starts_at, "ends_at": ends_at, "place": given["place"]}


class PlanForm(WhenForm):
    """A meeting that there is not yet."""

    request_key = RequestKeyField()

    @property
    def answer(self) -> dict[str, Any]:
        """By the names of the action."""
        return {**self.when, "request_key": self.cleaned_data["request_key"]}


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
    """Who came, and who sent apologies."""

    present = forms.MultipleChoiceField(label=_("Who came?"), required=False, widget=forms.CheckboxSelectMultiple)
    apologies = forms.MultipleChoiceField(
        label=_("Who sent apologies?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any = None, *, people: People) -> None:
        super().__init__(data)
        for name in ("present", "apologies"):
            choice_field(self, name).choices = person_choices(people)[1:]

    @property
    def answer(self) -> dict[str, Any]:
        """By the names of the action."""
        given = self.cleaned_data
        return {name: [member_id(each) for each in given[name]] for name in ("present", "apologies")}


EVERY_MEETING, THIS_MEETING = "always", "meeting"


class InterestForm(RefusableForm):
    """Whose interest, in what, and which."""

    member = forms.ChoiceField(label=_("Who declares an interest?"), error_messages={"required": _("Choose a person")})
    about = forms.ChoiceField(label=_("In what?"), error_messages={"required": _("Choose a point of this meeting")})
    words = forms.CharField(
        label=_("Which interest?"), max_length=300, error_messages={"required": _("Write which interest it is")}
    )

    def __init__(self, data: Any = None, *, people: People, points: Iterable[tuple[AgendaItemId, str]]) -> None:
        super().__init__(data)
        choice_field(self, "member").choices = person_choices(people)
        choice_field(self, "about").choices = [
            ("", ""),
            (THIS_MEETING, _("This meeting as a whole")),
            (EVERY_MEETING, _("Every meeting, until it ends")),
            *((str(item_id), title) for item_id, title in points),
        ]

    def answer(self, meeting_id: MeetingId) -> dict[str, Any]:
        """By the names of the action."""
        given = self.cleaned_data
        about = given["about"]
        is_point = about not in (EVERY_MEETING, THIS_MEETING)
        return {
            "membership_id": member_id(given["member"]),
            "words": given["words"],
            "meeting_id": None if about == EVERY_MEETING else meeting_id,
            "item_id": AgendaItemId(int(about)) if is_point else None,
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
