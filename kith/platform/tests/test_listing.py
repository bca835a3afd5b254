"""Every row of a list can be reached, and what an address asks for is never an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.platform.listing import LONGEST_WORDS, ListAsked, paged


@given(count=st.integers(0, 400), size=st.integers(1, 60))
def test_page_after_page_shows_each_row_once_and_in_order(count: int, size: int) -> None:
    found = paged(range(count), ListAsked(), size=size)
    rows = [*found.rows]
    while found.next:
        found = paged(range(count), ListAsked(found.page + 1), size=size)
        rows += found.rows
    assert rows == list(range(count))
    assert found.count == count


def test_a_page_past_the_end_is_the_last_and_one_that_is_no_number_the_first() -> None:
    assert paged(range(120), ListAsked.of({"page": "99"})).page == 5
    for nonsense in ("", "0", "-1", "x", "٣", "9" * 9):
        assert paged(range(120), ListAsked.of({"page": nonsense})).page == 1


def test_the_words_and_what_else_stands_in_the_address_go_along() -> None:
    asked = ListAsked.of({"page": "2", "words": f" P\0op {'x' * 99}", "team": "4", "done": "saved"})
    assert asked.words.startswith("Pop x")
    assert len(asked.words) == LONGEST_WORDS
    found = paged(range(120), ListAsked(2, "Pop & Ion", (("team", "4"),)))
    assert (found.previous, found.next) == ("?page=1&words=Pop+%26+Ion&team=4", "?page=3&words=Pop+%26+Ion&team=4")


def test_each_of_several_lists_on_a_page_has_pages_of_its_own() -> None:
    whole = ListAsked.of({"page-sent": "2", "page-news": "3", "team": "4", "words": "Pop"})
    asked = whole.of_part("sent")
    found = paged(range(120), asked)
    assert (found.page, found.next) == (2, "?page-sent=3&words=Pop&page-news=3&team=4#sent")
    assert asked.kept == [("team", "4")]


@pytest.mark.parametrize(("count", "ways"), [(0, ("", "")), (25, ("", "")), (26, ("", "?page=2"))])
def test_a_list_of_one_page_has_no_other(count: int, ways: tuple[str, str]) -> None:
    found = paged(range(count), ListAsked())
    assert (found.previous, found.next) == ways
    assert found.with_rows(str(row) for row in found.rows).count == count
