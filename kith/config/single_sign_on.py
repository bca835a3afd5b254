"""The place's single sign-on, in the form allauth and the browser's rules want."""

from typing import Any
from urllib.parse import urlsplit

from kith.config.env import KithSettings


def single_sign_on_apps(settings: KithSettings) -> list[dict[str, Any]]:
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


def single_sign_on_origins(settings: KithSettings) -> list[str]:
    """Where the browser may be sent to sign on."""
    parts = urlsplit(settings.oidc_issuer)
    return [f"{parts.scheme}://{parts.netloc}"] if settings.oidc_issuer else []
