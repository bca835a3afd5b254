"""Fields for how the public reaches an organisation or a service: telephone, e-mail, website."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel import phone
from kith.platform.ui.marketing import within_the_code


class PhoneField(forms.CharField):
    """A telephone number, or none; as it is stored."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput({"type": "tel"})
        super().__init__(**{"label": _("Phone"), "max_length": 20, "required": False, "widget": widget, **options})

    def clean(self, value: Any) -> str:
        """The number as it is stored."""
        typed = super().clean(value)
        try:
            return phone.parse(typed) if typed else ""
        except ValueError as error:
            raise forms.ValidationError(_("Enter a telephone number, like 0300 100 0212")) from error


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
