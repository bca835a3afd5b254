"""`kith place new` at a terminal: a faulty answer is said at once and asked for again, until a whole place stands."""

from collections.abc import Iterable

import pytest

from kith.config.guided import ask_for_answers
from kith.founding.rules.answers import Beginning

TYPED = [
    *("Luton", "luton", "E06000032", "en xx", "en, ro, pl", "#c08a3e", "#1d4e5f", "", "", "mail", "Ward"),
    *("01582", "01632 960911", "Council", "shop", "", "Council", "council", "North, South", ""),
    *("Ada Osei", "ada", "ada@luton.example.org", ""),
]


def at_a_terminal(typed: Iterable[str]) -> tuple[object, list[str]]:
    waiting, said = iter(typed), list[str]()
    return ask_for_answers(lambda _words: next(waiting), said.append), said


def test_a_place_is_answered_question_by_question() -> None:
    found, said = at_a_terminal(TYPED)
    assert isinstance(found, Beginning)
    assert (found.name, found.areas, found.administrator.organisation) == ("Luton", ("E06000032",), "Council")
    assert found.values["place.languages"] == ("en", "ro", "pl")
    assert [each.teams for each in found.organisations] == [("North", "South")]
    wrong = "\n".join(said)
    for words in (
        "Luton is E06000032",
        "xx: Kith has no pages",
        "contrast 2.",
        "no telephone number",
        "'shop'",
        "'ada'",
    ):
        assert words in wrong


def test_the_control_without_the_answers_it_goes_on_asking() -> None:
    with pytest.raises(StopIteration):
        at_a_terminal(TYPED[:-1])
