"""A language is found by its own name, and known by the reader's."""

import pytest
from django.utils.translation import override

from kith.places.codes.languages import SPOKEN, spoken_language
from kith.places.wording import language_choices, language_label
from kith.platform.i18n.catalogue import TRANSLATED


@pytest.mark.parametrize(
    ("reader", "code", "label"),
    [
        ("en", "ta", "தமிழ் (Tamil)"),
        ("en", "en", "English"),
        ("ro", "ro", "Română"),
        ("ro", "sq", "Shqip (albaneză)"),
        ("ar", "ro", "Română (الرومانية)"),
        ("en", "prs", "دری (Dari)"),
    ],
)
def test_a_language_is_called_by_its_own_name_and_by_the_readers(reader: str, code: str, label: str) -> None:
    with override(reader):
        assert language_label(spoken_language(code)) == label


@pytest.mark.parametrize("reader", TRANSLATED)
def test_every_language_has_a_name_in_every_language_of_the_pages(reader: str) -> None:
    with override(reader):
        assert len(dict(language_choices())) == len(SPOKEN)
        assert [label for code, label in language_choices() if label.lower().endswith(f"({code})")] == []
