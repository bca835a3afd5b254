"""Fields for how the public reaches an organisation or a service: telephone, e-mail, website."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.kernel import phone
from kith.kernel.phone import Fault, NotATelephoneNumber
from kith.platform.ui.marketing import within_the_code

PHONE_FAULTS: Mapping[Fault, Promise] = {
    Fault.WRONG_DIGITS: _("Check the phone number: a digit is missing, too many or wrong. Write it like 07700 900123"),
    Fault.WORDS_BESIDE: _("Write one phone number and no other words, like 07700 900123"),
    Fault.EXTENSION: _("Leave out the extension and write a number that can be called directly, like 07700 900123"),
    Fault.RELAY: _("Leave out the first five digits, which are dialled for Relay UK, and write the number itself"),
}


def telephone(typed: str, *, otherwise: str | Promise, is_published: bool = False) -> str:
    """The number as it is stored; refused in words, ``otherwise`` where there is no number at all."""
    try:
        return phone.parse_published(typed) if is_published else phone.parse(typed)
    except NotATelephoneNumber as error:
        raise forms.ValidationError(str(PHONE_FAULTS.get(error.fault, otherwise))) from error


class PhoneField(forms.CharField):
    """A telephone number, or none; as it is stored. One that is published may be short, as helplines' are."""

    def __init__(self, *, is_published: bool = False, **options: Any) -> None:
        self.is_published = is_published
        widget = forms.TextInput({"type": "tel"})
        super().__init__(**{"label": _("Phone"), "max_length": 20, "required": False, "widget": widget, **options})

    def clean(self, value: Any) -> str:
        """The number as it is stored."""
        typed = super().clean(value)
        otherwise = _("Enter a telephone number, like 0300 100 0212")
        return telephone(typed, otherwise=otherwise, is_published=self.is_published) if typed else ""


class MailField(forms.EmailField):
    """An e-mail address, or none."""

    def __init__(self, **options: Any) -> None:
        words = {"invalid": _("Enter an e-mail address like name@example.org")}
        super().__init__(**{"label": _("E-mail"), "required": False, "error_messages": words, **options})


class WebsiteField(forms.URLField):
    """A link to a website that the WHO Code allows, or none."""

    def __init__(self, **options: Any) -> None:
        words = {"invalid": _("Enter a link that begins with https://")}
        given = {"label": _("Website"), "max_length": 200, "required": False, "error_messages": words, **options}
        super().__init__(assume_scheme="https", validators=[within_the_code], **given)
