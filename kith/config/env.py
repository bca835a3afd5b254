"""The one typed settings object. Kith refuses to start on a missing or unsafe value, and says which and why."""

import os
import re
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from kith.config.names import unknown_names
from kith.kernel.choices import place
from kith.kernel.slug import slug

ROOT = Path(__file__).resolve().parents[2]
SHORTEST_SECRET = 32
FEWEST_DIFFERENT_SIGNS = 12
NEEDS_MENDING = "Kith cannot start, its settings need mending:"
LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})


def _secret(value: SecretStr) -> SecretStr:
    if len(value.get_secret_value()) < SHORTEST_SECRET:
        raise ValueError(f"too short: at least {SHORTEST_SECRET} random characters")
    return value


def _database_url(text: str) -> str:
    # Not pydantic's PostgresDsn: that refuses an address without a host, which is how a socket's is written.
    parts = urlsplit(text)
    if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
        raise ValueError("not the address of a PostgreSQL database, like postgres://user:password@host:5432/kith")
    return text


def _listening_address(text: str) -> str:
    try:
        ip_address("127.0.0.1" if text == "localhost" else text)
    except ValueError:
        raise ValueError("not an address to listen on: use 127.0.0.1, or this machine's own") from None
    return text


def _local_ethnicities(own: dict[str, str]) -> dict[str, str]:
    for code, name in own.items():
        if not re.fullmatch(r"[A-HJ-NPRS][A-Z0-9]", code) or not name.strip():
            raise ValueError(f'{code!r}: a national letter, a sign of your own, and a name, like "CR": "Roma"')
    return own


Secret = Annotated[SecretStr, AfterValidator(_secret)]


class KithSettings(BaseSettings):
    """Everything that differs between one place's installation and another's, read from the environment (KITH_…)."""

    model_config = SettingsConfigDict(env_prefix="KITH_", extra="forbid", frozen=True, env_ignore_empty=True)

    place: Annotated[str, AfterValidator(slug)] = Field("milton-keynes", validation_alias="PLACE")
    database_url: Annotated[str, AfterValidator(_database_url)] = Field(validation_alias="DATABASE_URL")
    # Where the web server and the worker have logins of their own (behind a pooler they must); else they step down.
    web_database_url: Annotated[str, AfterValidator(_database_url)] | None = None
    worker_database_url: Annotated[str, AfterValidator(_database_url)] | None = None
    part: Literal["owner", "web", "worker"] = "owner"
    secret_key: Secret
    audit_key: Secret
    demonstration: bool = False
    bind: Annotated[str, AfterValidator(_listening_address)] = "127.0.0.1"
    allowed_hosts: tuple[str, ...] = ()
    site_url: str = "http://127.0.0.1:8000"
    var: Path = ROOT / "var"
    behind_tls_proxy: bool = False
    public_cache_seconds: int = Field(60, ge=0, le=3600)
    # Asking for a code to sign in by takes so long, whether the person is known or not.
    even_answer_seconds: float = Field(0.3, ge=0, le=2)
    email_url: SecretStr | None = None
    email_from: str = "kith@localhost.invalid"
    notify_key: SecretStr | None = None
    notify_url: str = "https://api.notifications.service.gov.uk"
    notify_text_template: str = ""
    # No national code says Roma: a place may add a sign of its own behind a national letter (NHS ethnic category).
    local_ethnicities: Annotated[dict[str, str], AfterValidator(_local_ethnicities)] = {"CR": "Roma"}
    oidc_issuer: str = ""
    oidc_name: str = "Single sign-on"
    oidc_client_id: str = ""
    oidc_client_secret: SecretStr | None = None
    oidc_assurance_claim: str = "acr"
    oidc_assurance_values: tuple[str, ...] = ()

    @property
    def is_local(self) -> bool:
        """Whether the server listens on this machine only."""
        return self.bind == "localhost" or ip_address(self.bind).is_loopback

    @property
    def own_database_url(self) -> str:
        """The address by which this part of Kith comes to the database."""
        own = {"web": self.web_database_url, "worker": self.worker_database_url}.get(self.part)
        return own or self.database_url

    @property
    def place_var(self) -> Path:
        """The place's own folder for what it keeps outside the database."""
        return self.var / self.place

    @property
    def title(self) -> str:
        """The place's name as people write it."""
        return place.NAME.now or self.place.replace("-", " ").title()

    @model_validator(mode="after")
    def _is_safe(self) -> Self:
        faults = [*(self._demonstration_faults() if self.demonstration else self._live_faults()), *self._oidc_faults()]
        if faults:
            raise ValueError("\n".join(faults))
        return self

    def _demonstration_faults(self) -> Iterator[str]:
        if not self.is_local:
            yield (
                "KITH_DEMONSTRATION is on while KITH_BIND lets other machines in: anybody could sign in as anybody. "
                "Bind 127.0.0.1, or switch the demonstration off."
            )
        if self.behind_tls_proxy:
            yield "KITH_BEHIND_TLS_PROXY is on in a demonstration: a proxy lets other machines in. Switch one off."
        if set(self.allowed_hosts) - LOCAL_HOSTS:
            yield "KITH_ALLOWED_HOSTS names other machines while KITH_DEMONSTRATION is on: name none."

    def _live_faults(self) -> Iterator[str]:
        if not self.allowed_hosts:
            yield 'KITH_ALLOWED_HOSTS is missing: name the site\'s host, for example ["feeding.example.org"].'
        if "*" in self.allowed_hosts:
            yield "KITH_ALLOWED_HOSTS must name the site's hosts: with * a stranger's could stand in our messages."
        if not self.behind_tls_proxy:
            yield "KITH_BEHIND_TLS_PROXY must be on: records of families are served over https only."
        site = urlsplit(self.site_url)
        if site.scheme != "https" or site.hostname not in self.allowed_hosts:
            yield "KITH_SITE_URL must begin with https:// and name one of KITH_ALLOWED_HOSTS: messages link to it."
        if not self.email_url:
            yield "KITH_EMAIL_URL is missing: without it no message can be sent. Name your mail server."
        if urlsplit(self.notify_url).scheme != "https":
            yield "KITH_NOTIFY_URL must begin with https://: texts carry names and codes."
        secrets = [each.get_secret_value() for each in (self.secret_key, self.audit_key)]
        if secrets[0] == secrets[1]:
            yield "KITH_AUDIT_KEY must differ from KITH_SECRET_KEY: who learns one must not be able to forge the audit."
        if any(len(set(secret)) < FEWEST_DIFFERENT_SIGNS for secret in secrets):
            yield "KITH_SECRET_KEY and KITH_AUDIT_KEY must be random: `openssl rand -base64 48` makes one."

    def _oidc_faults(self) -> Iterator[str]:
        if bool(self.oidc_issuer) != bool(self.oidc_client_id and self.oidc_client_secret):
            yield "KITH_OIDC_ISSUER, KITH_OIDC_CLIENT_ID and KITH_OIDC_CLIENT_SECRET belong together: set all or none."
        if self.oidc_issuer and urlsplit(self.oidc_issuer).scheme != "https" and not self.demonstration:
            yield "KITH_OIDC_ISSUER must begin with https://: it vouches for who signs in."


class UnsafeSettings(SystemExit):
    """The environment does not hold what Kith needs; the text says what and what to do."""


def read_settings() -> KithSettings:
    """The settings from the environment; stops the program with plain words where they cannot be used."""
    unknown = [f"  - {fault}" for fault in unknown_names(os.environ)]
    try:
        found = KithSettings()  # type: ignore[call-arg]  # the fields come from the environment
    except ValidationError as error:
        rows = [f"  - {fault}" for each in error.errors() for fault in _faults(each["loc"], each["msg"])]
        raise UnsafeSettings("\n".join([NEEDS_MENDING, *rows, *unknown])) from None
    if unknown:
        raise UnsafeSettings("\n".join([NEEDS_MENDING, *unknown]))
    return found


def _faults(location: tuple[int | str, ...], message: str) -> list[str]:
    words = message.removeprefix("Value error, ")
    if not location:
        return words.split("\n")
    name = str(location[0])
    return [f"{name if name.isupper() else f'KITH_{name.upper()}'}: {words}"]
