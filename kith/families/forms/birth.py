"""A baby is born."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.families.rules.entries import NewBaby
from kith.platform.ui.fields import DatePartsField
from kith.undoing.editing import Asking


class BirthForm(Asking):
    """When, and what the baby is called if it has a name yet."""

    beside: ClassVar = {"": "born_on"}

    born_on = DatePartsField(
        label=_("When was the baby born?"), error_messages={"required": _("Enter the day of birth")}
    )
    name = forms.CharField(
        label=_("Baby’s first name"),
        max_length=100,
        required=False,
        error_messages={"max_length": _("The name must be 100 letters or fewer")},
    )
    birth_weight_g = forms.IntegerField(
        label=_("Weight at birth, in grams"),
        required=False,
        min_value=300,
        max_value=8000,
        widget=forms.TextInput,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), _("Enter the weight in whole grams, for example 3420 for 3.42 kg")
        ),
    )

    @property
    def answer(self) -> dict[str, Any]:
        """The baby as it is written down."""
        return {"baby": NewBaby(**self.cleaned_data)}
