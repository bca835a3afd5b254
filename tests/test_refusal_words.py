"""Each refusal code has words, once, in the one table."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import kith
from kith.platform.ui import refusals

# What needs no words, and why. The list only shrinks: what has words, or is gone, must leave it.
NEEDS_NO_WORDS = {
    "all staff have a membership": "contact_needs_a_membership lead_needs_a_membership plan_needs_a_membership",
    "one form asks for the first feed, and only that one": "not_the_first_feed first_feed_contradicts",
    "chosen from a list": "ethnicity_unknown language_unknown",
    "the form asks for one parent and one pregnancy under way": "one_main_parent one_pregnancy_at_a_time",
    "no form asks for the end without how it ended": "pregnancy_end_incomplete",
    "the form says first that it must be filled in": "step_missing regained_by_missing",
}


def refused(tree: ast.AST) -> Iterator[str]:
    """The codes with which this makes a ``Refusal``; of a choice between two, both."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Refusal":
            first = node.args[0]
            for each in (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,):
                assert isinstance(each, ast.Constant), f"line {node.lineno}: a refusal by a code that cannot be read"
                yield str(each.value)


@pytest.fixture(scope="module")
def codes() -> set[str]:
    files = Path(kith.__path__[0]).rglob("*.py")
    return {code for file in files if "tests" not in file.parts for code in refused(ast.parse(file.read_text("utf-8")))}


def excused() -> set[str]:
    return {code for codes in NEEDS_NO_WORDS.values() for code in codes.split()}


def test_each_refusal_has_words(codes: set[str]) -> None:
    assert len(codes) > 200
    assert codes - set(refusals._table) - excused() == set()


def test_no_words_wait_for_a_refusal_that_is_gone(codes: set[str]) -> None:
    assert set(refusals._table) - codes == set()


def test_the_list_of_what_needs_no_words_only_shrinks(codes: set[str]) -> None:
    assert excused() & set(refusals._table) == set()
    assert excused() - codes == set()


def test_the_control_codes_are_read_where_they_are_made() -> None:
    made = 'raise Refusal("first", offer="call") if one else Refusal("a" if two else "b")'
    assert set(refused(ast.parse(made))) == {"first", "a", "b"}


def test_the_control_a_code_that_cannot_be_read_is_named() -> None:
    with pytest.raises(AssertionError, match="line 1"):
        list(refused(ast.parse("raise Refusal(code)")))
