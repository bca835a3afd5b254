"""The place's single sign-on, in the form allauth and the browser's rules want."""

from typing import Any, Protocol
from urllib.parse import urlsplit

from pydantic import SecretStr


class SignOnSettings(Protocol):
    """What the place's settings say of its provider; an empty issuer means that there is none."""

    @property
    def oidc_issuer(self) -> str:
        """The provider's address."""

    @property
    def oidc_name(self) -> str:
        """What the button says."""

    @property
    def oidc_client_id(self) -> str:
        """Who we are to the provider."""

    @property
    def oidc_client_secret(self) -> SecretStr | None:
        """What proves it."""


def single_sign_on_apps(settings: SignOnSettings) -> list[dict[str, Any]]:
    """The one OpenID Connect provider of the settings, or none."""
    if not settings.oidc_issuer or settings.oidc_client_secret is None:
        return []
    return [
        {
            "provider_id": "place",
            "name": settings.oidc_name,
            "client_id": settings.oidc_client_id,
            "secret": settings.oidc_client_secret.get_secret_value(),
            "settings": {"server_url": settings.oidc_issuer, "oauth_pkce_enabled": True},
        }
    ]


def single_sign_on_origins(settings: SignOnSettings) -> list[str]:
    """Where the browser may be sent to sign on."""
    parts = urlsplit(settings.oidc_issuer)
    return [f"{parts.scheme}://{parts.netloc}"] if settings.oidc_issuer else []
