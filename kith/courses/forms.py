"""Booking a course, planning one, inviting to it, and following up after it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.courses.actions.planning import NewCourse
from kith.courses.dates import DateOfCourse
from kith.courses.rules.codes import ANSWERS, ENDS, FollowUpEnd, HowInvited, InvitationAnswer
from kith.courses.rules.inviting import FirstInvited
from kith.courses.wording import codes as words
from kith.groups.forms.booking import BookingForm, new_request_key
from kith.kernel.ids import MembershipId, SessionId
from kith.kernel.languages import ENGLISH
from kith.places.wording import language_choices
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import RequestKeyField
from kith.platform.ui.refusals import RefusableForm
from kith.tasks.forms import owner_choices

Choices = Iterable[tuple[str, object]]


class CourseBookingForm(BookingForm):
    """The one form of a booking, for every date of a course."""

    def __init__(self, *args: Any, session_id: SessionId, language: str, **kwargs: Any) -> None:
        super().__init__(*args, session_id=session_id, language=language, **kwargs)
        # The page of a course is not kept ready, as that of a session is: it has its key at once.
        self.fields["request_key"].initial = new_request_key(session_id)


class ReachForm(RefusableForm):
    """Which families a course is to reach first."""

    wards = forms.MultipleChoiceField(
        label=_("Which areas do we want to reach first?"),
        help_text=_("Where fewer babies are breastfed, or fewer women come. They are invited by name."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    languages = forms.MultipleChoiceField(
        label=_("Which languages do we want to reach first?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data: Any, *, wards: Mapping[str, str], first: FirstInvited | None = None) -> None:
        first = first or FirstInvited()
        super().__init__(data, initial={"wards": list(first.wards), "languages": list(first.languages)})
        choice_field(self, "wards").choices = list(wards.items())
        choice_field(self, "languages").choices = [each for each in language_choices() if each[0] != ENGLISH.code]

    @property
    def first(self) -> FirstInvited:
        """Which families it is to reach first."""
        return FirstInvited(tuple(self.cleaned_data["wards"]), tuple(self.cleaned_data["languages"]))


class DatesForm(ReachForm):
    """Which sessions of a series are booked as one, and which families the course is to reach first."""

    request_key = RequestKeyField()
    dates = forms.TypedMultipleChoiceField(
        label=_("Which dates are booked as one?"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least two dates, and at most 20")},
    )

    def __init__(self, data: Any, *, dates: Choices, wards: Mapping[str, str]) -> None:
        super().__init__(data, wards=wards)
        choice_field(self, "dates").choices = list(dates)

    @property
    def course(self) -> NewCourse:
        """The course as it was chosen."""
        given = self.cleaned_data
        return NewCourse([SessionId(each) for each in given["dates"]], given["request_key"], self.first)


class PlanForm(ReachForm):
    """What each date is about: slides of the library; and which families the course is to reach first."""

    # Without it nothing was answered, and nothing is taken away: each answer here may be none.
    request_key = RequestKeyField()

    def __init__(
        self,
        data: Any,
        *,
        dates: Sequence[tuple[DateOfCourse, str]],
        slides: Choices,
        wards: Mapping[str, str],
        first: FirstInvited,
    ) -> None:
        super().__init__(data, wards=wards, first=first)
        offered = [("", _("Nothing yet")), *slides]
        for each, label in dates:
            self.fields[f"slides_{each.session.id}"] = forms.ChoiceField(
                label=label, choices=offered, required=False, initial=each.slides
            )
        self.asked = [f"slides_{each.session.id}" for each, _label in dates]

    @property
    def about(self) -> list[forms.BoundField]:
        """The question of each date."""
        return [self[name] for name in self.asked]

    @property
    def answer(self) -> dict[str, Any]:
        """What was chosen, by the names of the action."""
        slides = {SessionId(int(name.partition("_")[2])): self.cleaned_data[name] for name in self.asked}
        return {"slides": slides, "first": self.first}


class InviteForm(RefusableForm):
    """How she was invited, and in which language."""

    how = forms.TypedChoiceField(
        label=_("How do you invite her?"),
        coerce=HowInvited,
        choices=list(words.HOW_INVITED.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how you invite her")},
    )
    language = forms.ChoiceField(label=_("In which language?"), choices=language_choices)


class AnswerForm(RefusableForm):
    """What she said to the invitation."""

    answer = forms.TypedChoiceField(
        label=_("What did she say?"),
        coerce=InvitationAnswer,
        choices=[(each, words.ANSWERS[each]) for each in ANSWERS],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what she said")},
    )


class FollowUpForm(RefusableForm):
    """How the follow-up ended, or who makes it instead."""

    beside: ClassVar = {"": "what"}

    what = forms.ChoiceField(
        label=_("What happened?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what happened")},
    )
    owner = forms.TypedChoiceField(label=_("Who follows her up?"), coerce=int, required=False, empty_value=None)

    def __init__(self, data: Any, *, colleagues: Iterable[Any]) -> None:
        super().__init__(data)
        given = [("hand_on", _("A colleague follows her up"))] if colleagues else []
        choice_field(self, "what").choices = [*((each, words.FOLLOW_UP_ENDS[each]) for each in ENDS), *given]
        choice_field(self, "owner").choices = [("", _("Choose a colleague")), *owner_choices(colleagues, None)]

    def clean(self) -> dict[str, Any]:
        """Who it is, where a colleague goes on."""
        data = super().clean() or self.cleaned_data
        if data.get("what") == "hand_on" and not data.get("owner"):
            self.add_error("owner", _("Choose a colleague"))
        return data

    @property
    def hands_on_to(self) -> MembershipId | None:
        """The colleague, where one goes on."""
        return MembershipId(self.cleaned_data["owner"]) if self.cleaned_data["what"] == "hand_on" else None

    @property
    def end(self) -> FollowUpEnd:
        """How it ended."""
        return FollowUpEnd(self.cleaned_data["what"])
