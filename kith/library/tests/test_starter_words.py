"""The starter library's words: every answer has one home and a source, every language is complete and calls alike."""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from kith.kernel.languages import ENGLISH, INTERFACE_LANGUAGES
from kith.library.rules.plain import plainness

STARTER = Path(__file__).resolve().parents[1] / "starter"
LANGUAGES = [each.code for each in INTERFACE_LANGUAGES if each != ENGLISH]
CALLS = re.compile(r"(?<!\d)(?:999|111)(?!\d)")


def _pages(language: str) -> dict[str, dict[str, Any]]:
    return {file.stem: tomllib.loads(file.read_text("utf-8")) for file in sorted((STARTER / language).glob("*.toml"))}


PAGES = _pages(ENGLISH.code)
STATEMENTS = [each for page in PAGES.values() for each in page.get("statement", ())]


def test_every_answer_has_one_home_and_is_cited() -> None:
    homes = [each["id"] for each in STATEMENTS]
    cited = {key for page in PAGES.values() for section in page["section"] for key in section["statements"]}
    assert len(homes) == len(set(homes))
    assert cited == set(homes)
    assert all(each["id"].startswith(f"{slug}.") for slug, page in PAGES.items() for each in page.get("statement", ()))


def test_a_page_says_nothing_twice_and_is_short_enough_to_read() -> None:
    for slug, page in PAGES.items():
        keys = [key for section in page["section"] for key in section["statements"]]
        assert len(keys) == len(set(keys)), slug
        if page.get("kind") == "signs":
            continue
        is_advice = page.get("kind", "advice") == "advice"
        assert 2 <= len(page["section"]) <= (4 if is_advice else 8), slug
        assert 5 <= len(keys) <= (9 if is_advice else 20), slug


def test_scripts_and_slides_say_only_what_pages_for_parents_say() -> None:
    told = {each["id"] for each in STATEMENTS}
    others = [page for page in PAGES.values() if page.get("kind", "advice") not in ("advice", "signs")]
    assert {page["kind"] for page in others} == {"script", "slides"}
    for page in others:
        assert {key for section in page["section"] for key in section["statements"]} <= told, page["slug"]
        notes = [section["note"] for section in page["section"] if "note" in section]
        assert len(notes) > len(page["section"]) / 2, page["slug"]
        assert [note for note in notes if not plainness(note).is_plain] == [], page["slug"]


def test_every_answer_has_a_source_two_approvers_and_a_day_of_review() -> None:
    for each in STATEMENTS:
        assert each["source"], each["id"]
        address = urlsplit(each["source_url"])
        assert address.scheme == "https", each["id"]
        # A page, not the home page of a site or of one of its sections.
        assert address.path.strip("/") not in {"", "babyfriendly", "mothers", "baby", "pregnancy"}, each["id"]
        assert type(each["review_by"]) is date, each["id"]
        assert each["owner"] in each["approved_by"], each["id"]
        assert len(set(each["approved_by"])) == 2, each["id"]


def test_the_most_urgent_pages_are_there_in_easy_words() -> None:
    easy = {each["id"]: each["easy"] for each in STATEMENTS if "easy" in each}
    for slug in ("enough-milk", "safer-sleep", "making-formula"):
        cited = {key for section in PAGES[slug]["section"] for key in section["statements"]}
        assert cited <= easy.keys(), slug
    assert {
        key: plainness(text, easy=True) for key, text in easy.items() if not plainness(text, easy=True).is_plain
    } == {}
    texts = {each["id"]: each["text"] for each in STATEMENTS}
    # The same numbers to call, and no amount, day or degree that the full words do not say.
    assert [key for key, text in easy.items() if set(CALLS.findall(text)) != set(CALLS.findall(texts[key]))] == []
    numbers = re.compile(r"\d+(?:\.\d+)?")
    assert [key for key, text in easy.items() if set(numbers.findall(text)) - set(numbers.findall(texts[key]))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_page_heading_and_answer(language: str) -> None:
    translated = _pages(language)
    assert translated.keys() == PAGES.keys()
    for slug, told in translated.items():
        page = PAGES[slug]
        assert len(told["section"]) == len(page["section"]), slug
        assert [set(each) for each in told["section"]] == [
            set(each) - {"statements", "level"} for each in page["section"]
        ], slug
        told_texts, texts = told.get("statement", []), page.get("statement", [])
        assert [each["id"] for each in told_texts] == [each["id"] for each in texts], slug
        words = [told["title"], told["summary"], *(each["heading"] for each in told["section"])]
        assert all(word.strip() for word in (*words, *(each["text"] for each in told_texts))), slug


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_loses_or_adds_a_number_to_call(language: str) -> None:
    english = {each["id"]: sorted(CALLS.findall(each["text"])) for each in STATEMENTS}
    assert english["enough-milk.call"] == ["111", "999"]
    told = {
        each["id"]: sorted(CALLS.findall(each["text"]))
        for page in _pages(language).values()
        for each in page.get("statement", ())
    }
    assert told == english


@pytest.mark.parametrize("language", [each.code for each in INTERFACE_LANGUAGES if each.direction == "rtl"])
def test_a_degree_or_a_spaced_number_keeps_its_order_in_a_line_from_right_to_left(language: str) -> None:
    # After an Arabic letter "38°C" would be drawn as "C°38" and "116 123" as "123 116": Unicode's isolates keep them.
    bare = re.compile(r"(?<![\u2066\u2068\d.−])(?:−?\d+(?:\.\d+)?°C|116 123|0808 2000 247)")
    texts = [each["text"] for page in _pages(language).values() for each in page.get("statement", ())]
    assert [text for text in texts if bare.search(text)] == []
