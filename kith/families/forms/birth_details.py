"""How and where a baby was born, and the pregnancy before it."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.families.forms.asking import NhsNumberField, OneOf
from kith.families.queries.record import RecordedPregnancy
from kith.families.rules.changes import BirthDetails
from kith.families.wording.record import BIRTH_PLACES
from kith.platform.ui.fields import DatePartsField
from kith.undoing.editing import Asking

HOUR_AND_MINUTE = "%H:%M"


class BirthDetailsForm(Asking):
    """What the baby is called, and how it was born."""

    drawn: ClassVar[Mapping[str, Mapping[str, Any]]] = {
        "birth_time": {"width": 5},
        "birth_weight_g": {"width": 5, "suffix": "g"},
        "weeks": {"width": 2},
        "days": {"width": 2},
        "nhs_number": {"inputmode": "numeric", "width": 20},
    }

    name = forms.CharField(label=_("Baby’s first name"), max_length=100, required=False)
    birth_time = forms.TimeField(
        label=_("Time of birth"),
        help_text=_("For example 14:05."),
        required=False,
        input_formats=[HOUR_AND_MINUTE],
        error_messages={"invalid": _("Enter a time like 14:05")},
        widget=forms.TimeInput(format=HOUR_AND_MINUTE, attrs={"type": "text"}),
    )
    birth_place = OneOf(BIRTH_PLACES, none=_("Not known"), label=_("Where was the baby born?"))
    birth_weight_g = forms.IntegerField(
        label=_("Weight at birth, in grams"),
        required=False,
        error_messages={"invalid": _("Enter the weight in whole grams, like 3250")},
    )
    weeks = forms.IntegerField(
        label=_("Length of the pregnancy: weeks"),
        required=False,
        error_messages={"invalid": _("Enter the weeks as a whole number, like 38")},
    )
    days = forms.IntegerField(
        label=_("And days"),
        required=False,
        min_value=0,
        max_value=6,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), _("Enter the days as a whole number from 0 to 6")
        ),
    )
    nhs_number = NhsNumberField()

    def __init__(self, data: Any, *, known: BirthDetails) -> None:
        weeks, days = divmod(known.gestation_days, 7) if known.gestation_days is not None else (None, None)
        super().__init__(data, initial={**vars(known), "weeks": weeks, "days": days})

    def clean(self) -> dict[str, Any]:
        """Days belong to weeks."""
        data = super().clean() or self.cleaned_data
        if data.get("days") is not None and data.get("weeks") is None and "weeks" not in self.errors:
            self.add_error("weeks", _("Enter the weeks too"))
        return data

    @property
    def answer(self) -> dict[str, Any]:
        """What is written down."""
        data = dict(self.cleaned_data)
        weeks, days = data.pop("weeks"), data.pop("days") or 0
        return {"details": BirthDetails(**data, gestation_days=weeks * 7 + days if weeks is not None else None)}


class PregnancyForm(Asking):
    """When the baby is due, and how many are expected."""

    beside: ClassVar = {"": "due_on"}
    drawn: ClassVar[Mapping[str, Mapping[str, Any]]] = {"expected_count": {"width": 2}}

    due_on = DatePartsField(
        label=_("When is the baby due?"), error_messages={"required": _("Enter the day the baby is due")}
    )
    expected_count = forms.IntegerField(
        label=_("How many babies are expected?"),
        initial=1,
        error_messages={
            "required": _("Enter how many babies are expected"),
            "invalid": _("Enter a whole number, like 2"),
        },
    )

    def __init__(self, data: Any = None, *, known: RecordedPregnancy | None = None) -> None:
        super().__init__(data, initial={"expected_count": known.expected_count} if known else {})
        self.known_due_on = known.due_on if known else None
        if known:
            del self.fields["due_on"]  # a day that stands is corrected with a reason, on a page of its own

    @property
    def answer(self) -> dict[str, Any]:
        """What is written down."""
        return {"due_on": self.known_due_on, **self.cleaned_data}
