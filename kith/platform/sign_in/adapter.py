"""How accounts behave here: no sign-up, codes go through our messages, staff and parents land on their own pages."""

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language

from kith.kernel import clock
from kith.kernel.languages import interface_language
from kith.platform.sign_in.landing import landing_of
from kith.platform.sign_in.models import Account
from kith.platform.sign_in.sending import Letter, send

# What allauth calls its letters, and what we do. Others it knows are never sent from here.
LETTERS = {"account/email/login_code": "sign_in_code", "account/email/password_reset_code": "password_reset_code"}
FRESH_SECONDS = 5 * 60


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """What allauth asks of us about accounts."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never open: staff are invited, parents are known by their booking."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a code by e-mail."""
        send(Letter(LETTERS[template_prefix], _language(), context["code"], to_email=email))

    def send_verification_code_sms(self, user: Account, phone: str, code: str, **_more: Any) -> None:
        """Send a code by text."""
        send(Letter("sign_in_code", _language(), code, to_phone=phone))

    def generate_phone_verification_code(self, *, user: Account, phone: str) -> str:
        """Texts carry the same six digits as e-mails."""
        code: str = self.generate_login_code()
        return code

    def get_phone(self, user: Account) -> tuple[str, bool] | None:
        """The account's phone number, and whether its owner has proven to read it."""
        return (user.phone, user.phone_verified_at is not None) if user.phone else None

    def set_phone_verified(self, user: Account, phone: str) -> None:
        """Remember that a code sent to this phone came back."""
        user.phone_verified_at = user.phone_verified_at or clock.now()
        user.save(update_fields=["phone_verified_at"])

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Where she lands."""
        return landing_of(request.user)  # type: ignore[arg-type]  # only asked for somebody signed in

    def respond_user_inactive(self, request: HttpRequest, user: Account) -> HttpResponse:
        """A closed account is told nothing more than a wrong password would be."""
        return HttpResponseRedirect(reverse("staff-sign-in"))

    def is_reauthentication_required(self, *, app: str = "") -> bool:
        """Whether she must show again who she is; not within minutes of having signed in."""
        records = get_authentication_records(self.request, self.request.user)
        if not records:
            return not settings.KITH.demonstration  # people of the demonstration have nothing to show
        return bool(time.time() - records[-1]["at"] > FRESH_SECONDS)  # allauth notes the machine's own time


def _language() -> str:
    return interface_language(get_language() or settings.LANGUAGE_CODE).code
