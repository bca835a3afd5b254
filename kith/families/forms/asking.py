"""What the forms of the record share: their fields, and how each question is drawn."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.kernel import nhs_number, phone
from kith.platform.ui.reaching import telephone

Words = Mapping[Any, str | Promise]


class OneOf(forms.TypedChoiceField):
    """One member of an enumeration, by radio buttons; or None, where there are words for that."""

    def __init__(self, words: Words, *, none: Promise | None = None, **options: Any) -> None:
        choices = [*([("", none)] if none is not None else []), *((code.value, said) for code, said in words.items())]
        how: dict[str, Any] = {"widget": forms.RadioSelect, "coerce": type(next(iter(words))), "empty_value": None}
        super().__init__(choices=choices, required=none is None, **how | options)


class SomeOf(forms.TypedMultipleChoiceField):
    """Any members of an enumeration, by boxes to tick."""

    def __init__(self, words: Words, *, required: bool = False, **options: Any) -> None:
        choices = [(code.value, said) for code, said in words.items()]
        how: dict[str, Any] = {"widget": forms.CheckboxSelectMultiple, "coerce": type(next(iter(words)))}
        super().__init__(choices=choices, required=required, **how | options)

    def clean(self, value: Any) -> frozenset[StrEnum]:
        """The members that were ticked."""
        return frozenset(super().clean(value))

    def prepare_value(self, value: Any) -> Any:
        """The boxes that are ticked."""
        return list(value) if isinstance(value, frozenset) else value


class PhoneField(forms.CharField):
    """A telephone number as people type it."""

    def clean(self, value: Any) -> str:
        """The number in international form."""
        typed = str(super().clean(value)).strip()
        return telephone(typed, otherwise=_("Enter a mobile number like 07700 900123")) if typed else ""

    def prepare_value(self, value: Any) -> Any:
        """The number as it is written at home."""
        return phone.spoken(value) if isinstance(value, str) and value.startswith("+") else value


class NhsNumberField(forms.CharField):
    """An NHS number in any grouping, or none."""

    def __init__(self, **options: Any) -> None:
        wrong = _("Check the NHS number: it has ten digits, and the last one must fit the others")
        usual: dict[str, Any] = {
            "label": _("NHS number"),
            "help_text": _("Ten digits, for example 999 123 4578. It is shown on the record page only."),
            "max_length": 20,
            "error_messages": {"invalid": wrong},
        }
        super().__init__(required=False, **usual | options)

    def clean(self, value: Any) -> str:
        """The ten digits."""
        typed = str(super().clean(value)).strip()
        try:
            return nhs_number.parse(typed) if typed else ""
        except ValueError as error:
            raise forms.ValidationError(self.error_messages["invalid"]) from error

    def prepare_value(self, value: Any) -> Any:
        """The digits in their usual groups."""
        return nhs_number.spoken(value) if isinstance(value, str) and len(value) == 10 else value
