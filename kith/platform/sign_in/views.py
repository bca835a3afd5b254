"""The pages of signing in: allauth's, with our words, forms and templates."""

from typing import Any

from allauth.account import views as account
from allauth.account.internal.stagekit import get_pending_stage
from allauth.account.stages import LoginByCodeStage
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount.providers.openid_connect import views as openid_connect
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _

from kith.platform.sign_in import accounts, forms
from kith.platform.web.even_time import in_even_time


class StaffSignIn(account.LoginView):  # type: ignore[misc]
    """Password or passkey, or the organisation's own sign-on."""

    form_class = forms.StaffSignInForm
    template_name = "sign_in/sign_in.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Whether there is a single sign-on, and whether a passkey has just failed."""
        own = {
            "single_sign_on": settings.KITH.oidc_name if settings.KITH.oidc_issuer else "",
            "passkey_failed": "passkey" in self.request.GET,
        }
        return {**super().get_context_data(**kwargs), **own}


class PasskeySignIn(passkeys.LoginWebAuthnView):  # type: ignore[misc]
    """A passkey alone signs in: it is something she has, opened by something she knows or is."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """Back to the other ways, with a word."""
        return HttpResponseRedirect(f"{reverse('staff-sign-in')}?passkey=failed")


class ParentSignIn(account.RequestLoginCodeView):  # type: ignore[misc]
    """Ask for a phone number or an e-mail address and send a code there; asked again, the newest code alone works."""

    form_class = forms.ParentSignInForm
    template_name = "sign_in/parent.jinja"

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: Any) -> HttpResponse | None:
        # allauth leads back to the code that is pending and drops what was sent, so no second one would ever come.
        if stage.key == LoginByCodeStage.key and stage.state.get("initiated_by_user"):
            return None
        led: HttpResponse = super()._redirect_to_pending_stage(request, stage)
        return led

    def get_initial(self) -> dict[str, Any]:
        """What was typed before, to be corrected."""
        stage = None if self.request.user.is_authenticated else get_pending_stage(self.request)
        state = stage.state if stage else {}
        return {"contact": state.get("email") or state.get("phone") or ""}

    def get_success_url(self) -> Any:
        """The page for the code, which says so where this was another one."""
        url = super().get_success_url()
        return f"{url}{'&' if '?' in url else '?'}again=yes" if url and "again" in self.request.POST else url


class PasswordCode(account.ConfirmPasswordResetCodeView):  # type: ignore[misc]
    """The code that was sent to the account's address; one sent to a former address opens nothing."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """As usual, once a code of a former address is forgotten."""
        accounts.forget_code_of_former_address(request)
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer


class NewPassword(account.CompletePasswordResetView):  # type: ignore[misc]
    """The new password itself, on the same terms."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """As usual, once a code of a former address is forgotten."""
        accounts.forget_code_of_former_address(request)
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer


staff_sign_in = StaffSignIn.as_view()
passkey_sign_in = PasskeySignIn.as_view()
show_second_factor = mfa.AuthenticateView.as_view(template_name="sign_in/second_factor.jinja")
forgotten_password = in_even_time(
    account.PasswordResetView.as_view(
        form_class=forms.PasswordResetForm,
        template_name="sign_in/ask.jinja",
        extra_context={
            "title": _("Choose a new password"),
            "intro": _("We send a code to your work e-mail address. This is also how you choose your first password."),
            "button": _("Send the code"),
        },
    )
)
password_code = PasswordCode.as_view(
    template_name="sign_in/code.jinja", extra_context={"again": reverse_lazy("account_reset_password")}
)
new_password = NewPassword.as_view(
    template_name="sign_in/ask.jinja",
    success_url=reverse_lazy("staff-sign-in"),
    extra_context={
        "title": _("Choose a new password"),
        "intro": _("At least 12 characters. Three words that do not belong together are good."),
        "button": _("Save the password"),
    },
)
sign_out = account.LogoutView.as_view()

parent_sign_in = in_even_time(ParentSignIn.as_view())
parent_code = account.ConfirmLoginCodeView.as_view(
    template_name="sign_in/code.jinja", extra_context={"again": reverse_lazy("parent-sign-in"), "for_parents": True}
)

security = mfa.IndexView.as_view(template_name="sign_in/security.jinja")
add_app = totp.ActivateTOTPView.as_view(template_name="sign_in/add_app.jinja")
remove_app = totp.DeactivateTOTPView.as_view(
    template_name="sign_in/ask.jinja",
    extra_context={
        "title": _("Remove the authenticator app"),
        "intro": _("Codes from the app will no longer work."),
        "button": _("Remove the app"),
    },
)
add_passkey = passkeys.AddWebAuthnView.as_view(template_name="sign_in/add_passkey.jinja")
remove_passkey = passkeys.RemoveWebAuthnView.as_view(
    template_name="sign_in/ask.jinja",
    success_url=reverse_lazy("mfa_index"),
    extra_context={
        "title": _("Remove the passkey"),
        "intro": _("The passkey will no longer sign you in."),
        "button": _("Remove the passkey"),
    },
)
codes = recovery_codes.ViewRecoveryCodesView.as_view(template_name="sign_in/recovery_codes.jinja")
new_codes = recovery_codes.GenerateRecoveryCodesView.as_view(
    template_name="sign_in/ask.jinja",
    extra_context={
        "title": _("Make new recovery codes"),
        "intro": _("The codes you have now will no longer work."),
        "button": _("Make new codes"),
    },
)
_again = {"title": _("Show again that it is you"), "button": _("Continue")}
again_by_password = account.ReauthenticateView.as_view(template_name="sign_in/again.jinja", extra_context=_again)
again_by_code = mfa.ReauthenticateView.as_view(template_name="sign_in/again.jinja", extra_context=_again)
again_by_passkey = passkeys.ReauthenticateWebAuthnView.as_view(
    template_name="sign_in/again.jinja", extra_context=_again
)
sign_on = openid_connect.login
signed_on = openid_connect.callback
