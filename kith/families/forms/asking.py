"""What the forms of the record share: how each question is drawn, and where a refusal is shown."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.families.wording.records import REFUSED_FIELDS, refusal_words
from kith.kernel import nhs_number, phone, postcode
from kith.kernel.refusal import Refusal
from kith.places.wording import ethnicity_choices
from kith.platform.ui.reaching import telephone


class Asking(forms.Form):
    """A group of questions on one page; ``drawn`` says how a question is drawn where the usual way will not do."""

    drawn: ClassVar[Mapping[str, Mapping[str, Any]]] = {}

    def refuse(self, refusal: Refusal) -> None:
        """Show beside its question, where this form asks it, why it cannot be."""
        names = (REFUSED_FIELDS.get(refusal.code), _ASKED_HERE.get(refusal.code))
        self.add_error(next((name for name in names if name in self.fields), None), refusal_words(refusal))


_ASKED_HERE = {"due_too_far": "due_on", "due_long_past": "due_on", "born_in_future": "born_on"}


class PhoneField(forms.CharField):
    """A telephone number as people type it."""

    def clean(self, value: Any) -> str:
        """The number in international form."""
        typed = str(super().clean(value)).strip()
        return telephone(typed, otherwise=_("Enter a mobile number like 07700 900123")) if typed else ""

    def prepare_value(self, value: Any) -> Any:
        """The number as it is written at home."""
        return phone.spoken(value) if isinstance(value, str) and value.startswith("+") else value


class PostcodeField(forms.CharField):
    """A postcode, or the first half of one."""

    def clean(self, value: Any) -> str:
        """The postcode in its usual spelling."""
        typed = str(super().clean(value)).strip()
        try:
            return postcode.parse(typed).text if typed else ""
        except ValueError as error:
            raise forms.ValidationError(_("Enter a postcode like MK9 3EJ, or its first half")) from error


class NhsNumberField(forms.CharField):
    """An NHS number in any grouping."""

    def __init__(self) -> None:
        super().__init__(
            label=_("NHS number"),
            help_text=_("Ten digits, for example 999 123 4578. It is shown on the record page only."),
            max_length=20,
            required=False,
        )

    def clean(self, value: Any) -> str:
        """The ten digits."""
        typed = str(super().clean(value)).strip()
        try:
            return nhs_number.parse(typed) if typed else ""
        except ValueError as error:
            words = _("Check the NHS number: it has ten digits, and the last one must fit the others")
            raise forms.ValidationError(words) from error

    def prepare_value(self, value: Any) -> Any:
        """The digits in their usual groups."""
        return nhs_number.spoken(value) if isinstance(value, str) and len(value) == 10 else value


class EthnicityField(forms.ChoiceField):
    """The national list of ethnic categories, with the place's own additions."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Ethnic group, in their own words where they have them"), choices=ethnicity_choices, initial="99"
        )
