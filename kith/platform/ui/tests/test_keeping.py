"""Pieces of pages that are drawn once."""

from collections.abc import Callable, Iterator
from itertools import count

import pytest
from django.test import override_settings
from django.utils.translation import override
from markupsafe import Markup

from kith.platform.ui import keeping
from kith.platform.ui.keeping import kept


@pytest.fixture(autouse=True)
def _nothing_drawn_yet() -> Iterator[None]:
    keeping._drawn.clear()
    yield
    keeping._drawn.clear()


def drawer() -> Callable[[], Markup]:
    numbers = count(1)
    return lambda: Markup(f"<b>{next(numbers)}</b>")


def test_a_piece_is_drawn_once_for_each_language_name_and_value() -> None:
    draw = drawer()
    asked = [("date", 1), ("date", 1), ("date", 2), ("times", 1), ("date", 1)]
    assert [kept(*each, caller=draw) for each in asked] == ["<b>1</b>", "<b>1</b>", "<b>2</b>", "<b>3</b>", "<b>1</b>"]
    with override("ro"):
        assert kept("date", 1, caller=draw) == "<b>4</b>"
    assert kept("date", 1, caller=draw) == "<b>1</b>"


def test_words_that_were_loaded_anew_are_drawn_anew() -> None:
    draw = drawer()
    with override("ro"):
        kept("date", caller=draw)
        with override_settings(LOCALE_PATHS=[]):
            assert kept("date", caller=draw) == "<b>2</b>"


def test_pieces_without_end_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST", 3)
    for value in range(10):
        kept("date", value, caller=drawer())
    assert len(keeping._drawn) <= 3
