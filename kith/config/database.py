"""A database's address in the form Django wants."""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit


def database_settings(url: str) -> dict[str, Any]:
    """Django's settings for the PostgreSQL at this address; a socket's folder may stand in ``?host=``."""
    parts = urlsplit(url)
    options: dict[str, Any] = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", unquote(parts.hostname or "")),
        "PORT": parts.port or options.pop("port", ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        # A cursor kept at the server takes one statement alone, so nothing could say with it who asks (kith.walls).
        "DISABLE_SERVER_SIDE_CURSORS": True,
        # A server that hangs must not keep a page that can do without it.
        "OPTIONS": {"connect_timeout": "5", **options},
    }
