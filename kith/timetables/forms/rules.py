"""A rule: on which days it falls, from when to when, and what each date is like."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, ClassVar

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.kernel.ids import VenueId
from kith.kernel.refusal import Refusal
from kith.platform.ui import formats
from kith.platform.ui.fields import DatePartsField, RequestKeyField
from kith.timetables.forms.details import DetailsForm, details_there
from kith.timetables.rules.codes import LAST, Pattern
from kith.timetables.rules.details import RulePlan
from kith.timetables.rules.repeating import Repeat
from kith.undoing.confirming import SureForm

PATTERN_WORDS = {
    Pattern.WEEKLY: _("Every week"),
    Pattern.FORTNIGHTLY: _("Every second week"),
    Pattern.MONTHLY: _("Once a month"),
}
NTH_WORDS = {1: _("The first"), 2: _("The second"), 3: _("The third"), 4: _("The fourth"), LAST: _("The last")}
MOST_LEFT_OUT = 300
weekday = lazy(formats.weekday, str)


class DaysField(forms.Field):
    """Days that are left out, each as an ISO date; what is no day is passed over."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: Any) -> frozenset[date]:
        """The days."""
        found = set()
        for each in list(value or ())[:MOST_LEFT_OUT]:
            try:
                found.add(each if isinstance(each, date) else date.fromisoformat(each))
            except ValueError:
                continue
        return frozenset(found)


class RuleForm(DetailsForm):
    """A rule as it is wanted; nothing is saved before its dates were looked at."""

    pattern = forms.TypedChoiceField(
        label=_("How often?"),
        choices=[(each.value, words) for each, words in PATTERN_WORDS.items()],
        coerce=Pattern,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how often")},
    )
    nth = forms.TypedChoiceField(
        label=_("Which one in the month?"),
        help_text=_("Only for a rule that falls once a month."),
        choices=[("0", "–"), *((str(each), words) for each, words in NTH_WORDS.items())],
        coerce=int,
        required=False,
    )
    weekdays = forms.TypedMultipleChoiceField(
        label=_("On which days of the week?"),
        choices=[(str(each), weekday(each)) for each in range(7)],
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose a day of the week")},
    )
    first_on = DatePartsField(label=_("First day"), error_messages={"required": _("Enter the first day")})
    last_on = DatePartsField(label=_("Last day"), error_messages={"required": _("Enter the last day")})
    term_time_only = forms.BooleanField(label=_("In term time only"), required=False)
    skips_bank_holidays = forms.BooleanField(label=_("Not on bank holidays"), required=False)
    left_out = DaysField(required=False)
    request_key = RequestKeyField()
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)
    agreed = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    beside: ClassVar[Mapping[str, str]] = {
        "session_ends_before_it_starts": "ends",
        "session_nowhere": "place",
        "already_planned": "first_on",
        "series_ended": "last_on",
    }

    def __init__(self, data: Any, venues: Mapping[VenueId, str], plan: RulePlan | None, revision: int = 0) -> None:
        there = rule_there(plan) if plan else {"skips_bank_holidays": True, "pattern": Pattern.WEEKLY.value}
        super().__init__(data, venues, {**there, "revision": revision})

    def refuse(self, refusal: Refusal) -> None:
        """Name the date that has more bookings than places."""
        super().refuse(refusal)
        starts_at = refusal.facts.get("starts_at")
        if refusal.code in ("capacity_below_bookings", "has_bookings") and isinstance(starts_at, datetime):
            self.add_error("capacity", gettext("It is about %(date)s.") % {"date": formats.date(starts_at)})

    @property
    def plan(self) -> RulePlan:
        """The rule as it was entered."""
        said = self.cleaned_data
        is_monthly = said["pattern"] is Pattern.MONTHLY
        return RulePlan(
            Repeat(
                said["pattern"],
                tuple(sorted(said["weekdays"])),
                said["first_on"],
                said["last_on"],
                (said["nth"] or 0) if is_monthly else 0,
            ),
            self.details,
            said["term_time_only"],
            said["skips_bank_holidays"],
            said["left_out"],
        )


def rule_there(plan: RulePlan) -> dict[str, Any]:
    """A rule as the form's questions have it."""
    repeat = plan.repeat
    return {
        **details_there(plan.details),
        "pattern": repeat.pattern.value,
        "nth": str(repeat.nth),
        "weekdays": [str(each) for each in repeat.weekdays],
        "first_on": repeat.first_on,
        "last_on": repeat.last_on,
        "term_time_only": plan.term_time_only,
        "skips_bank_holidays": plan.skips_bank_holidays,
        "left_out": [each.isoformat() for each in sorted(plan.left_out)],
    }


def ending_form(mark: str) -> type[SureForm]:
    """The second tap that ends a rule, with what was shown before it."""

    class EndingForm(SureForm):
        agreed = forms.CharField(widget=forms.HiddenInput, initial=mark)

        def refuse(self, refusal: Refusal) -> None:
            """Show why not; the next tap agrees to what is shown now."""
            super().refuse(refusal)
            self.data = {name: self.data.get(name) for name in self.data} | {"agreed": mark}

    return EndingForm
