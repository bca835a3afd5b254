"""Kith does not start on a missing or unsafe setting, and says which, why and what to do."""

import os
import re
import secrets
from pathlib import Path

import pytest

from kith.config.env import ROOT, KithSettings, UnsafeSettings, read_settings
from kith.config.names import NAMES

DEMONSTRATION = {
    "DATABASE_URL": "postgresql://kith@/kith?host=%2Frun%2Fkith",
    "KITH_SECRET_KEY": "s" * 40,
    "KITH_AUDIT_KEY": "a" * 40,
    "KITH_DEMONSTRATION": "1",
}
LIVE = {
    "DATABASE_URL": "postgres://kith:secret@db.internal:5432/kith",
    "KITH_SECRET_KEY": secrets.token_urlsafe(48),
    "KITH_AUDIT_KEY": secrets.token_urlsafe(48),
    "KITH_ALLOWED_HOSTS": '["feeding.example.org"]',
    "KITH_SITE_URL": "https://feeding.example.org",
    "KITH_BIND": "10.0.0.5",
    "KITH_BEHIND_TLS_PROXY": "1",
    "KITH_EMAIL_URL": "smtp://mail.internal",
    "KITH_NOTIFY_KEY": "a-key",
}
OIDC = {
    "KITH_OIDC_ISSUER": "https://login.example.org",
    "KITH_OIDC_CLIENT_ID": "kith",
    "KITH_OIDC_CLIENT_SECRET": "shh",
}


def read(monkeypatch: pytest.MonkeyPatch, base: dict[str, str], **changed: str | None) -> KithSettings:
    for name in [each for each in os.environ if each.startswith("KITH_") or each in ("PLACE", "DATABASE_URL")]:
        monkeypatch.delenv(name)
    for name, value in (base | changed).items():
        if value is not None:
            monkeypatch.setenv(name, value)
    return read_settings()


def test_a_demonstration_needs_little(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch, DEMONSTRATION, PLACE="coventry", KITH_VAR="/srv/kith")
    assert (settings.demonstration, settings.is_local, settings.title) == (True, True, "Coventry")
    assert settings.place_var == Path("/srv/kith/coventry")


def test_a_live_place_starts_with_everything_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch, LIVE, **OIDC)
    assert (settings.demonstration, settings.is_local, settings.title) == (False, False, "Milton Keynes")


@pytest.mark.parametrize(
    ("part", "address"), [("owner", "kith:secret"), ("web", "kith_web:other"), ("worker", "kith:secret")]
)
def test_each_part_comes_by_its_own_login_where_it_has_one(
    monkeypatch: pytest.MonkeyPatch, part: str, address: str
) -> None:
    own = "postgres://kith_web:other@db.internal:5432/kith"
    settings = read(monkeypatch, LIVE, KITH_PART=part, KITH_WEB_DATABASE_URL=own)
    assert settings.own_database_url == f"postgres://{address}@db.internal:5432/kith"


def test_settings_never_show_their_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = repr(read(monkeypatch, LIVE, **OIDC))
    assert LIVE["KITH_SECRET_KEY"] not in shown
    assert LIVE["KITH_AUDIT_KEY"] not in shown
    assert "shh" not in shown


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"DATABASE_URL": None}, "DATABASE_URL: Field required"),
        ({"DATABASE_URL": "mysql://x/y"}, "DATABASE_URL: not the address of a PostgreSQL"),
        ({"DATABASE_URL": ""}, "DATABASE_URL: Field required"),
        ({"KITH_SECRET_KEY": None}, "KITH_SECRET_KEY: Field required"),
        ({"KITH_SECRET_KEY": "short"}, "KITH_SECRET_KEY: too short"),
        ({"KITH_AUDIT_KEY": None}, "KITH_AUDIT_KEY: Field required"),
        ({"PLACE": "../etc"}, "PLACE: use lower-case letters"),
        ({"KITH_BIND": "somewhere"}, "KITH_BIND: not an address to listen on"),
        ({"KITH_BIND": "0.0.0.0"}, "anybody could sign in as anybody"),
        ({"KITH_BIND": "::"}, "anybody could sign in as anybody"),
        ({"KITH_BIND": "192.168.1.20"}, "anybody could sign in as anybody"),
        ({"KITH_BEHIND_TLS_PROXY": "1"}, "a proxy lets other machines in"),
        ({"KITH_ALLOWED_HOSTS": '["demo.example.org"]'}, "names other machines"),
        ({"KITH_ALLOWED_HOSTS": '["*"]'}, "names other machines"),
        ({"KITH_PUBLIC_CACHE_SECONDS": "86400"}, "KITH_PUBLIC_CACHE_SECONDS"),
    ],
)
def test_an_unsafe_demonstration_is_refused(
    monkeypatch: pytest.MonkeyPatch, changed: dict[str, str | None], words: str
) -> None:
    with pytest.raises(UnsafeSettings, match=words):
        read(monkeypatch, DEMONSTRATION, **changed)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"KITH_ALLOWED_HOSTS": None}, "KITH_ALLOWED_HOSTS is missing"),
        ({"KITH_ALLOWED_HOSTS": '["*", "feeding.example.org"]'}, "a stranger's could stand"),
        ({"KITH_BEHIND_TLS_PROXY": None}, "https only"),
        ({"KITH_BEHIND_TLS_PROXY": None, "KITH_BIND": "127.0.0.1"}, "https only"),
        ({"KITH_SITE_URL": None}, "KITH_SITE_URL must begin with https"),
        ({"KITH_SITE_URL": "http://feeding.example.org"}, "KITH_SITE_URL must begin with https"),
        ({"KITH_SITE_URL": "https://other.example.org"}, "KITH_SITE_URL must begin with https"),
        ({"KITH_EMAIL_URL": None}, "no message can be sent"),
        ({"KITH_SITE_ULR": "https://feeding.example.org"}, "no setting of Kith. Did you mean KITH_SITE_URL"),
        ({"KITH_USUAL_CASELOAD": "200"}, "the place chooses it at the desk"),
        ({"KITH_NOTIFY_URL": "http://notify.internal"}, "KITH_NOTIFY_URL must begin with https"),
        ({"KITH_AUDIT_KEY": LIVE["KITH_SECRET_KEY"]}, "must differ"),
        ({"KITH_SECRET_KEY": "dev-" * 12}, "must be random"),
        ({"KITH_AUDIT_KEY": "0" * 48}, "must be random"),
        ({"KITH_OIDC_ISSUER": "https://login.example.org"}, "belong together"),
        ({"KITH_OIDC_CLIENT_ID": "kith", "KITH_OIDC_CLIENT_SECRET": "shh"}, "belong together"),
        (OIDC | {"KITH_OIDC_CLIENT_SECRET": None}, "belong together"),
        (OIDC | {"KITH_OIDC_ISSUER": "http://login.example.org"}, "it vouches for who signs in"),
    ],
)
def test_an_unsafe_live_place_is_refused(
    monkeypatch: pytest.MonkeyPatch, changed: dict[str, str | None], words: str
) -> None:
    with pytest.raises(UnsafeSettings, match=words):
        read(monkeypatch, LIVE, **changed)


def test_all_faults_are_told_at_once_and_no_secret_with_them(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnsafeSettings) as refusal:
        read(monkeypatch, LIVE, KITH_ALLOWED_HOSTS=None, KITH_EMAIL_URL=None, KITH_SITE_URL=None)
    rows = str(refusal.value).splitlines()
    assert rows[0] == "Kith cannot start, its settings need mending:"
    assert len(rows) == 4
    assert all(row.startswith("  - KITH_") for row in rows[1:])
    assert LIVE["KITH_SECRET_KEY"] not in str(refusal.value)
    assert refusal.value.__cause__ is None


def test_every_field_of_the_settings_stands_in_the_table_and_every_name_in_it_is_used():
    fields = {each.validation_alias or f"KITH_{name.upper()}" for name, each in KithSettings.model_fields.items()}
    assert fields <= NAMES.keys()
    files = [path for part in ("kith", "local", "testing") for path in (ROOT / part).rglob("*.py")]
    code = "\n".join(path.read_text("utf-8") for path in files if "tests" not in path.parts and path.name != "names.py")
    unused = [name for name in NAMES if not re.search(_use_of(name), code)]
    assert unused == []


def _use_of(name: str) -> str:
    """How code reads it: by its own name, or as a field of the one settings object."""
    field = name.removeprefix("KITH_").lower()
    read = rf"(KITH|kith|self|settings)\.{field}\b|\w+_login\b"
    return rf"\"{name}\"|{read}" if name in ("DATABASE_URL", "PLACE", "PORT") or name not in _FIELDS else read


_FIELDS = {f"KITH_{name.upper()}" for name in KithSettings.model_fields}
