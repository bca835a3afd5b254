"""Words of harm move a story up, in every language and without the word; ordinary ones nearly never do.

The sentences are invented. Each second one was kept aside: the lists were written and mended by the others alone.
"""

import tomllib
from pathlib import Path

import pytest

from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.listening.rules.harm import moves_up, patterns_of

SENTENCES = Path(__file__).parent / "sentences"
LANGUAGES = [each.code for each in INTERFACE_LANGUAGES]


def sentences(language: str, kind: str) -> list[str]:
    text: str = tomllib.loads((SENTENCES / f"{language}.toml").read_text("utf-8"))[kind]
    return [line.strip() for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("begin", [0, 1], ids=["known", "kept aside"])
def test_words_of_harm_move_a_story_up(language, begin):
    said = sentences(language, "harm")
    assert len(said) == 40
    missed = [each for each in said[begin::2] if not moves_up(each, language)]
    assert len(missed) <= 1, missed  # of 20: at least 95 %


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("begin", [0, 1], ids=["known", "kept aside"])
def test_ordinary_words_do_not(language, begin):
    said = sentences(language, "ordinary")
    assert len(said) == 40
    moved = [each for each in said[begin::2] if moves_up(each, language)]
    assert len(moved) <= 2, moved  # of 20: at most 10 %


def test_a_story_in_another_script_than_the_page_is_looked_at_by_the_lists_of_its_script():
    assert moves_up("زوجي يضربني كل ليلة", "en")
    assert moves_up("I want to die", "ro")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_has_patterns_and_an_empty_story_moves_nothing(language):
    assert len(patterns_of(language)) > 40
    assert not moves_up("", language)
