"""The right day in the place of a wrong one, and why the other was wrong."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.families.forms.asking import Asking
from kith.families.rules.days import DayOf, DayReason
from kith.families.wording.keeping import DAY_QUESTIONS, DAY_REASONS
from kith.families.wording.records import refusal_words
from kith.kernel.refusal import Refusal
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField


class CorrectDayForm(Asking):
    """Which day is right, and how the wrong one came to stand there."""

    day = DatePartsField(error_messages={"required": _("Enter the right day")})
    reason = forms.ChoiceField(
        label=_("Why does it change?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why the day changes")},
    )

    def __init__(self, data: Any = None, *, what: DayOf, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["day"].label = str(DAY_QUESTIONS[what])
        fitting = (each for each in DAY_REASONS if each is not DayReason.SCAN or what is DayOf.PREGNANCY)
        choice_field(self, "reason").choices = [(each.value, DAY_REASONS[each]) for each in fitting]

    def refuse(self, refusal: Refusal) -> None:
        """Show beside the day why it cannot be."""
        self.add_error("day", refusal_words(refusal))
