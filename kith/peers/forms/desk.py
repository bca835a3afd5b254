"""What those who look after supporters are asked: the steps of the path, its proofs, courses, and weights."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.peers.actions.courses import NewCourse
from kith.peers.actions.proving import Decision, NewReference
from kith.peers.rules.codes import WEEKS, CheckLevel, CheckState, ChildWork, PeerSkill
from kith.peers.rules.matching import KINDS, MOST_PLACES, MOST_WEIGHT
from kith.peers.wording.codes import CHECKS, LEVELS, SKILLS, WORK
from kith.peers.wording.codes import KINDS as KIND_WORDS
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField, RequestKeyField
from kith.platform.ui.refusals import RefusableForm

_CHOOSE = {"required": _("Choose an answer"), "invalid_choice": _("Choose an answer")}
Choices = list[tuple[str, str]]


def _one_of(label: Any, choices: list[tuple[str, Any]], **more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, error_messages=_CHOOSE, **more)


def _line(label: Any, length: int = 120, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=length, required=False, **more)


def _needed(label: Any, without: Any, length: int = 120, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=length, error_messages={"required": without}, **more)


class _ChoosingForm(RefusableForm):
    """A question whose choices are known where it is asked, by the question's name."""

    def __init__(self, data: Any = None, **choices: Choices) -> None:
        super().__init__(data)
        for name, given in choices.items():
            choice_field(self, name).choices = given


class InterviewForm(RefusableForm):
    """What was said in the interview."""

    words = _needed(_("What was said?"), _("Write what was said"), 1000, widget=forms.Textarea({"rows": 6}))


class OnCourseForm(_ChoosingForm):
    """On which course a supporter has a place."""

    course = _one_of(_("Which course?"), [])


class AtWorkForm(_ChoosingForm):
    """By which name a supporter works here, and for how many mothers there is room."""

    membership = forms.ChoiceField(label=_("Who are they at work?"), error_messages=_CHOOSE)
    places = forms.IntegerField(
        label=_("For how many mothers do they have room?"),
        min_value=0,
        max_value=MOST_PLACES,
        error_messages={"required": _("Enter a whole number, 0 where there is nobody")},
    )


class ReferenceForm(RefusableForm):
    """What a person who knows the supporter said."""

    request_key = RequestKeyField()
    known_as = _needed(
        _("Who gave the reference?"),
        _("Write who gave the reference"),
        help_text=_("A name, and how they know each other"),
    )
    good = _one_of(_("Does it speak for them?"), [("yes", _("Yes")), ("no", _("No"))])
    note = _line(_("In few words"), 500)
    on = DatePartsField(label=_("On which day?"))

    @property
    def new(self) -> NewReference:
        """The reference."""
        given = self.cleaned_data
        return NewReference(given["known_as"], given["good"] == "yes", given["note"], given["on"])


class DecideForm(RefusableForm):
    """What a supporter does with children, and which check that needs."""

    request_key = RequestKeyField()
    work = _one_of(_("What do they do with children?"), [(each.value, WORK[each]) for each in ChildWork])
    level = _one_of(
        _("Which check?"),
        [(each.value, LEVELS[each]) for each in CheckLevel],
        help_text=_("To ask for more than the work allows is an offence. Supervision changes nothing."),
    )
    reason = _needed(_("Why?"), _("Write why this level"), 500)

    @property
    def decision(self) -> Decision:
        """The decision."""
        given = self.cleaned_data
        return Decision(ChildWork(given["work"]), CheckLevel(given["level"]), given["reason"])


class AnswerForm(RefusableForm):
    """What a check came to."""

    state = _one_of(
        _("What did it come to?"),
        [(each.value, CHECKS[each]) for each in (CheckState.CLEAR, CheckState.NOT_CLEAR, CheckState.BARRED)],
        help_text=_("Not clear, or barred: every match of theirs is paused in the same moment."),
    )
    on = DatePartsField(
        label=_("On which day?"), help_text=_("The day of the certificate. Keep no copy and no number of it.")
    )


class SkillForm(RefusableForm):
    """What a trainer saw a supporter do."""

    skill = _one_of(_("What did you see?"), [(each.value, SKILLS[each]) for each in PeerSkill])
    on = DatePartsField(label=_("On which day?"))


class CourseForm(RefusableForm):
    """A course of six weeks."""

    request_key = RequestKeyField()
    name = _needed(_("What is the course called?"), _("Write what the course is called"))
    place = _line(_("Where?"), 200)
    on = DatePartsField(label=_("First meeting"), help_text=_("Six meetings, one a week. You can add others later."))

    @property
    def new(self) -> NewCourse:
        """The course."""
        given = self.cleaned_data
        return NewCourse(given["name"], given["place"], given["on"])


class MakeUpForm(RefusableForm):
    """A meeting that makes up for a week."""

    week = _one_of(_("Which week?"), [(str(each), str(each)) for each in WEEKS])
    on = DatePartsField(label=_("On which day?"))


class WeightsForm(RefusableForm):
    """How much each kind of wish weighs."""

    def __init__(self, data: Any = None, *, now: dict[str, int]) -> None:
        super().__init__(data)
        words = dict.fromkeys(("required", "invalid"), _("Enter whole numbers from 0 to 100"))
        for kind in KINDS:
            self.fields[kind] = forms.IntegerField(
                label=str(KIND_WORDS[kind]), min_value=0, max_value=MOST_WEIGHT, initial=now[kind], error_messages=words
            )


class HandForm(_ChoosingForm):
    """The supporter a mother named."""

    supporter = forms.ChoiceField(label=_("Which supporter?"), error_messages=_CHOOSE)
