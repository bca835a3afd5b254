"""A baby is born."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.families.rules.entries import NewBaby
from kith.families.wording.records import refusal_words
from kith.kernel.refusal import Refusal
from kith.platform.ui.fields import DatePartsField


class BirthForm(forms.Form):
    """When, and what the baby is called if it has a name yet."""

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

    def baby(self) -> NewBaby:
        """The baby as it is written down."""
        data = self.cleaned_data
        return NewBaby(born_on=data["born_on"], name=data["name"], birth_weight_g=data["birth_weight_g"])

    def refuse(self, refusal: Refusal) -> None:
        """Show beside the day why it cannot be."""
        self.add_error("born_on", refusal_words(refusal))
