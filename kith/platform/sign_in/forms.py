"""What is asked of staff and parents who sign in."""

from typing import Any

from allauth.account import forms as allauth_forms
from allauth.account.adapter import get_adapter
from allauth.core import context, ratelimit
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from kith.platform.sign_in import accounts
from kith.platform.ui.reaching import telephone


class StaffSignInForm(allauth_forms.LoginForm):  # type: ignore[misc]
    """E-mail address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("E-mail address")
        self.fields["login"].widget.attrs = {"autocomplete": "username webauthn"}
        self.fields["password"].label = _("Password")
        self.fields["password"].help_text = ""  # the page has its own way to a new password
        self.fields["password"].widget.attrs = {"autocomplete": "current-password"}


class ParentSignInForm(forms.Form):
    """A phone number or an e-mail address to which a code is sent."""

    contact = forms.CharField(
        label=_("Phone number or e-mail address"),
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "username", "spellcheck": "false", "autocapitalize": "none"}),
        error_messages={"required": _("Enter the phone number or e-mail address you gave us")},
    )

    def clean(self) -> dict[str, Any]:
        """Find out which of the two it is and whose; the visitor does not learn whether we know it."""
        typed = self.cleaned_data.get("contact", "")
        if not typed:
            return self.cleaned_data
        found = _email(typed) if "@" in typed else _phone(typed)
        (contact,) = found.values()
        if not ratelimit.consume(context.request, action="request_login_code", key=contact):
            raise get_adapter().validation_error("too_many_login_attempts")
        self._user = accounts.parent_account(**found)
        if self._user:
            accounts.note_address(self._user)
        return self.cleaned_data | found


class PasswordResetForm(allauth_forms.ResetPasswordForm):  # type: ignore[misc]
    """The e-mail address of a worker who has forgotten (or not yet chosen) their password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail address")
        self.fields["email"].widget.attrs = {"autocomplete": "username"}

    def clean_email(self) -> str:
        """Find the account; the visitor does not learn whether there is one."""
        email: str = self.cleaned_data["email"].lower()
        account = accounts.staff_account(email)
        self.users = [account] if account else []
        if account:
            accounts.note_address(account)
        return email


def _email(typed: str) -> dict[str, str]:
    try:
        validate_email(typed)
    except ValidationError:
        raise ValidationError({"contact": _("Enter an e-mail address like name@example.org")}) from None
    return {"email": typed.lower()}


def _phone(typed: str) -> dict[str, str]:
    words = _("Enter a phone number like 07700 900 982, or an e-mail address like name@example.org")
    try:
        return {"phone": telephone(typed, otherwise=words)}
    except ValidationError as error:
        raise ValidationError({"contact": error}) from None
