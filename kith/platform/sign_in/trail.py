"""What the audit keeps of signing in: that it happened and how, never a code or an address."""

from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest

from kith.kernel.ids import AccountId
from kith.platform import audit, second_factor
from kith.platform.access.viewer import Viewer, ViewerKind, viewer_of_account
from kith.platform.sign_in.models import Account


def connect() -> None:
    """Listen to what allauth announces; safe to run twice."""
    user_logged_in.connect(_signed_in, dispatch_uid="sign_in.signed_in")
    authenticator_added.connect(_factor_added, dispatch_uid="sign_in.factor_added")
    authenticator_removed.connect(_factor_removed, dispatch_uid="sign_in.factor_removed")


def _signed_in(request: HttpRequest, user: Account, **_signal: Any) -> None:
    methods = [record["method"] for record in get_authentication_records(request, user)]
    audit.record(_actor(user), "sign_in.signed_in", user, methods=methods)


def _factor_added(request: HttpRequest, user: Account, authenticator: Authenticator, **_signal: Any) -> None:
    second_factor.remember_new(request, authenticator)
    audit.record(_actor(user), "sign_in.second_factor_added", user, factor=authenticator.type)


def _factor_removed(user: Account, authenticator: Authenticator, **_signal: Any) -> None:
    audit.record(_actor(user), "sign_in.second_factor_removed", user, factor=authenticator.type)


def _actor(account: Account) -> Viewer:
    return viewer_of_account(account) or Viewer(ViewerKind.ANONYMOUS, account_id=AccountId(account.pk))
