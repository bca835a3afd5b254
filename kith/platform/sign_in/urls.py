"""Addresses of signing in. The names are allauth's, which finds its own way by them; ours stand beside them."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from django.http import HttpResponseBase
from django.urls import URLPattern

from kith.platform.access.permissions import Audience
from kith.platform.gate import View, page
from kith.platform.sign_in import views
from kith.walls.saying import signing_in

ASK = ("GET", "POST")


def ask(route: str, view: View, **declared: Any) -> URLPattern:
    """A page of signing in: here alone an account is looked for by what was typed."""

    @wraps(view)
    def look(*args: Any, **kwargs: Any) -> HttpResponseBase:
        with signing_in():
            return view(*args, **kwargs)

    return page(route, look, **{"audience": Audience.PUBLIC, "methods": ASK, **declared})


manage: Callable[..., URLPattern] = partial(ask, audience=Audience.STAFF, before_second_factor=True)

root = [
    page("sign-out/", views.sign_out, audience=Audience.PUBLIC, methods=("POST",), name="sign-out"),
]
my = [
    ask("sign-in/", views.parent_sign_in, name="parent-sign-in"),
    ask("sign-in/", views.parent_sign_in, name="account_request_login_code"),
    ask("sign-in/code/", views.parent_code, name="account_confirm_login_code"),
]
desk = [
    ask("sign-in/", views.staff_sign_in, name="staff-sign-in"),
    ask("sign-in/", views.staff_sign_in, name="account_login"),
    ask("sign-in/passkey/", views.passkey_sign_in, name="mfa_login_webauthn"),
    ask("sign-in/second-factor/", views.show_second_factor, name="mfa_authenticate"),
    ask("sign-in/password/", views.forgotten_password, name="account_reset_password"),
    ask("sign-in/password/code/", views.password_code, name="account_confirm_password_reset_code"),
    ask("sign-in/password/new/", views.new_password, name="account_complete_password_reset"),
    ask("sign-in/with/<slug:provider_id>/", views.sign_on, methods=("POST",), name="openid_connect_login"),
    # The provider sends the browser back by a GET, and that signs her in.
    ask(
        "sign-in/with/<slug:provider_id>/back/",
        views.signed_on,
        methods=("GET",),
        may_write_on_get=True,
        name="openid_connect_callback",
    ),
    manage("security/", views.security, methods=("GET",), name="mfa_index"),
    manage("security/app/", views.add_app, name="mfa_activate_totp"),
    manage("security/app/remove/", views.remove_app, name="mfa_deactivate_totp"),
    manage("security/passkey/", views.add_passkey, name="mfa_add_webauthn"),
    manage("security/passkey/<int:pk>/remove/", views.remove_passkey, name="mfa_remove_webauthn"),
    # Opening the codes notes that they have been seen.
    manage("security/codes/", views.codes, methods=("GET",), may_write_on_get=True, name="mfa_view_recovery_codes"),
    manage("security/codes/new/", views.new_codes, name="mfa_generate_recovery_codes"),
    manage("security/again/", views.again_by_password, name="account_reauthenticate"),
    manage("security/again/code/", views.again_by_code, name="mfa_reauthenticate"),
    manage("security/again/passkey/", views.again_by_passkey, name="mfa_reauthenticate_webauthn"),
]
