"""The helplines as their files give them: facts once, words by language."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kith.front.rules import ShippedHelpline, shipped_helplines

LINES = """
[[line]]
key = "nurses"
name = "Nurses' line"
number = "01632 960911"
way = "text"
automatic = true
source = "Leaflet"
source_url = "https://example.org/nurses"
stated_on = 2026-01-31

[[line]]
key = "night"
name = "Night line"
number = "01632 960912"
source = "Poster"
source_url = "https://example.org/night"
stated_on = 2026-02-01
"""
ENGLISH = '[nurses]\npurpose = "Talk to a nurse"\nhours = "Day and night"\n[night]\npurpose = "At night"\n'
POLISH = '[nurses]\npurpose = "Pielęgniarka"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, words in (("lines", LINES), ("en", ENGLISH), ("pl", POLISH)):
        (tmp_path / f"{name}.toml").write_text(words, "utf-8")
    return tmp_path


def test_a_line_is_given_with_all_its_facts_and_its_words_by_language(folder: Path) -> None:
    nurses, _night = shipped_helplines(folder)
    assert nurses == ShippedHelpline(
        key="nurses",
        name="Nurses' line",
        number="01632 960911",
        way="text",
        is_automatic=True,
        purpose={"en": "Talk to a nurse", "pl": "Pielęgniarka"},
        hours={"en": "Day and night"},
        source="Leaflet",
        source_url="https://example.org/nurses",
        stated_on=date(2026, 1, 31),
    )


def test_a_line_that_says_no_more_is_called_and_answered_by_a_person(folder: Path) -> None:
    _nurses, night = shipped_helplines(folder)
    assert (night.key, night.way, night.is_automatic, night.hours) == ("night", "call", False, {})


@pytest.mark.parametrize(
    "english", [ENGLISH.replace("[night]", "[other]"), ENGLISH.replace('purpose = "At night"', "")]
)
def test_a_line_without_an_english_purpose_is_refused_by_file_and_key(folder: Path, english: str) -> None:
    (folder / "en.toml").write_text(english)
    with pytest.raises(ValueError, match=r"^helplines/en\.toml: night has no purpose; add \[night\] with one$"):
        shipped_helplines(folder)


def test_the_lines_that_come_with_kith_are_whole() -> None:
    lines = shipped_helplines()
    assert len({line.key for line in lines}) == len(lines) > 0
    for line in lines:
        assert line.purpose["en"], line.key
        assert line.number or line.source_url, line.key
        assert line.source_url.startswith("https://"), line.key
