"""The right day in the place of a wrong one, and why the other was wrong."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from kith.families.forms.asking import OneOf
from kith.families.rules.days import DayOf, may_give_reason
from kith.families.wording.record import DAY_QUESTIONS, DAY_REASONS
from kith.platform.ui.fields import DatePartsField
from kith.undoing.editing import Asking


class CorrectDayForm(Asking):
    """Which day is right, and how the wrong one came to stand there."""

    beside: ClassVar = {"": "day"}

    day = DatePartsField(error_messages={"required": _("Enter the right day")})

    def __init__(self, data: Any = None, *, what: DayOf) -> None:
        super().__init__(data)
        self.fields["day"].label = str(DAY_QUESTIONS[what])
        self.fields["reason"] = OneOf(
            {each: words for each, words in DAY_REASONS.items() if may_give_reason(what, each) is None},
            label=_("Why does it change?"),
            error_messages={"required": _("Choose why the day changes")},
        )
