"""A translation says that a machine drafted it until its header names who has checked it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.mofile import write_mo
from django.core.cache import caches
from django.test import Client

from kith.platform.i18n import catalogue
from kith.platform.i18n.checking import checked_by

pytestmark = pytest.mark.django_db
NOTICE = 'class="kith-notice"'


@pytest.fixture(autouse=True)
def no_ready_pages() -> Iterator[None]:
    caches["pages"].clear()
    yield
    caches["pages"].clear()


@pytest.fixture
def checked_romanian(settings: Any, tmp_path: Path) -> Iterator[str]:
    """Our Romanian catalogue as it will be once a speaker has read it."""
    words = catalogue.read("ro")
    words.checked_by = "Ioana Popescu, 2027-01-15"
    compiled = tmp_path / "ro" / "LC_MESSAGES" / "django.mo"
    compiled.parent.mkdir(parents=True)
    with compiled.open("wb") as file:
        write_mo(file, words)
    settings.LOCALE_PATHS = [tmp_path]
    checked_by.cache_clear()
    yield words.checked_by
    checked_by.cache_clear()


@pytest.mark.parametrize("code", catalogue.TRANSLATED)
def test_the_header_and_the_page_agree(code: str, client: Client) -> None:
    said = client.get(f"/{code}/accessibility/").content.decode()
    assert (NOTICE in said) == (not catalogue.read(code).checked_by)


def test_english_needs_no_notice(client: Client) -> None:
    assert NOTICE not in client.get("/en/accessibility/").content.decode()


def test_the_notice_goes_when_somebody_has_checked_the_catalogue(checked_romanian: str, client: Client) -> None:
    assert checked_by("ro") == checked_romanian
    assert NOTICE not in client.get("/ro/accessibility/").content.decode()
