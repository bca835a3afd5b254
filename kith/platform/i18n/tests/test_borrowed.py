"""What we borrow from Django and allauth is still said there; a word of theirs that changed is noticed."""

from gettext import GNUTranslations
from importlib.resources import files

import pytest

from kith.platform.i18n import borrowed


def known_to(package: str) -> set[str]:
    with (files(package) / "locale" / "de" / "LC_MESSAGES" / "django.mo").open("rb") as file:
        read = GNUTranslations(file)
    return {key if isinstance(key, str) else key[0] for key in read._catalog}  # type: ignore[attr-defined]


def elsewhere(package: str, words: tuple[str, ...]) -> list[str]:
    """The words that the package does not say."""
    return [each for each in words if each not in known_to(package)]


def test_django_still_says_them() -> None:
    known = known_to("django.conf") | known_to("django.contrib.auth")
    assert [each for each in borrowed.FROM_DJANGO if each not in known] == []


def test_allauth_still_says_them() -> None:
    assert elsewhere("allauth", borrowed.FROM_ALLAUTH) == []


@pytest.mark.parametrize("package", ["django.conf", "allauth"])
def test_the_alarm_works(package: str) -> None:
    assert elsewhere(package, ("Nobody says this.",)) == ["Nobody says this."]
