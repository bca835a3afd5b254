"""What is asked when a way is to be changed."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel import phone
from kith.kernel.private_links import CODE_DIGITS
from kith.kernel.ways import Ways
from kith.platform.ui.reaching import MailField, PhoneField
from kith.platform.ui.refusals import RefusableForm

WIDEST_CODE = 3 * CODE_DIGITS
"""People type a code with spaces."""


class WaysForm(RefusableForm):
    """The phone and the e-mail address that secrets are to go to."""

    phone = PhoneField()
    email = MailField()

    def __init__(self, data: object = None, *, ways: Ways, has_phone: bool) -> None:
        number = phone.spoken(ways.phone) if ways.phone else ""
        super().__init__(data, initial={"phone": number, "email": ways.email})  # type: ignore[arg-type]
        self.before = ways
        if not has_phone:
            del self.fields["phone"]

    @property
    def answer(self) -> dict[str, str]:
        """Both ways as they are to be."""
        given = self.cleaned_data
        return {"phone": given.get("phone", self.before.phone), "email": given["email"].strip().lower()}


class CodeForm(RefusableForm):
    """The code that was sent to the new way; not asked where a way is only to go."""

    beside: ClassVar = {"code_wrong": "code", "code_spent": "code", "code_over": "code"}

    code = forms.CharField(
        label=_("The code that the new number or address was sent"),
        max_length=WIDEST_CODE,
        error_messages={"required": _("Enter the code")},
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )

    def __init__(self, data: object = None, *, needs_code: bool) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        if not needs_code:
            del self.fields["code"]

    @property
    def code_typed(self) -> str:
        """The code, or nothing where none was asked for."""
        return str(self.cleaned_data.get("code", ""))


class SecondPersonForm(CodeForm):
    """The same from a second person, who says how they know that the change is right."""

    reason = forms.CharField(
        label=_("How do you know that this is right?"),
        help_text=_("For example: the old phone is lost, and I have met her in person."),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Write down how you know that the change is right")},
    )
