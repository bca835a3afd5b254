"""Fields for what the place knows: a postcode, and the national list of ethnic categories."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel import postcode
from kith.places.wording import ethnicity_choices


class PostcodeField(forms.CharField):
    """A postcode, or the first half of one; or none."""

    def __init__(self) -> None:
        super().__init__(label=_("Postcode"), max_length=10, required=False)

    def clean(self, value: Any) -> str:
        """The postcode in its usual spelling."""
        typed = str(super().clean(value)).strip()
        try:
            return postcode.parse(typed).text if typed else ""
        except ValueError as error:
            raise forms.ValidationError(_("Enter a postcode like MK9 3EJ, or its first half")) from error


class EthnicityField(forms.ChoiceField):
    """The national list of ethnic categories, with the place's own additions."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Ethnic group, in their own words where they have them"), choices=ethnicity_choices, initial="99"
        )
