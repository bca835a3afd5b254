"""The second factor that all staff need, and how its secrets are kept."""

import base64

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """What allauth asks of us about second factors."""

    def get_totp_issuer(self) -> str:
        """The name an authenticator app shows."""
        return f"Kith {settings.KITH.title}"

    def encrypt(self, text: str) -> str:
        """The secret as the database keeps it: who steals a backup cannot make codes."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret itself."""
        return _box().decrypt(encrypted_text.encode()).decode()


def is_shown(request: HttpRequest) -> bool:
    """Whether this session was opened with a second factor, a passkey or a sign-on that vouches for one."""
    records = get_authentication_records(request, request.user)
    if not records:
        # Only /demo/ signs in without leaving a record, and only a demonstration has it.
        return bool(settings.KITH.demonstration)
    methods = {record["method"] for record in records}
    return "mfa" in methods or ("socialaccount" in methods and bool(settings.KITH.oidc_assurance_values))


def is_set_up(account: AbstractBaseUser | AnonymousUser) -> bool:
    """Whether the account has a passkey or an authenticator app."""
    own = Authenticator.objects.filter(user_id=account.pk).exclude(type=Authenticator.Type.RECOVERY_CODES)
    return bool(own.exists())


def remember_new(request: HttpRequest, authenticator: Authenticator) -> None:
    """Setting a factor up shows it: she is not asked for it again in the same session."""
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        record_authentication(request, authenticator.user, "mfa", id=authenticator.pk, type=authenticator.type)


def _box() -> Fernet:
    secret: str = settings.KITH.secret_key.get_secret_value()
    key = HKDF(SHA256(), 32, salt=None, info=b"kith second factors").derive(secret.encode())
    return Fernet(base64.urlsafe_b64encode(key))
