"""Single sign-on: a provider may vouch for a worker who was invited; it never makes an account."""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from kith.platform.access.viewer import viewer_of_account

NOT_ASSURED = _(
    "Your organisation's sign-on did not ask you for a second factor. Sign in there with one and try again."
)
NOT_INVITED = _("Nobody with your e-mail address has been invited here. Ask your coordinator to invite you.")
ANOTHER_PERSON = _("This e-mail address belonged to somebody else before. Ask your coordinator to invite you anew.")


class SingleSignOnAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """What allauth asks of us about sign-on by a provider."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Never: an unknown person stays unknown."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Let in only a worker here, vouched for strongly enough, who is the same person as last time."""
        if not _is_assured(sociallogin.account.extra_data):
            raise ImmediateHttpResponse(_refuse(request, NOT_ASSURED))
        viewer = viewer_of_account(sociallogin.user) if sociallogin.is_existing else None
        if viewer is None or not viewer.is_staff:
            raise ImmediateHttpResponse(_refuse(request, NOT_INVITED))
        others = SocialAccount.objects.filter(user=sociallogin.user, provider=sociallogin.account.provider)
        if others.exclude(uid=sociallogin.account.uid).exists():
            raise ImmediateHttpResponse(_refuse(request, ANOTHER_PERSON))


def _is_assured(claims: dict[str, Any]) -> bool:
    """Whether the provider's signed token says that she was asked for enough (acr, or CIS2's assurance level)."""
    wanted = settings.KITH.oidc_assurance_values
    said = claims.get("id_token", {}).get(settings.KITH.oidc_assurance_claim)
    return not wanted or str(said) in wanted


def _refuse(request: HttpRequest, why: object) -> Any:
    return render(request, "socialaccount/authentication_error.jinja", {"why": why}, status=403)
