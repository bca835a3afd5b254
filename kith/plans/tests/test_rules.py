"""What may be noted of the plan, and what may be printed of parents' words."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.kernel.anonymity import Known
from kith.kernel.ids import MembershipId
from kith.plans.rules.quotes import may_print, quoted_in
from kith.plans.rules.steps import NewEntry, is_unmet, may_aim, may_cost, may_note

TODAY = date(2026, 12, 1)
RELEASED = ("Nobody judged me when I fed her from a bottle in the corner.",)


@pytest.mark.parametrize(
    ("done", "works", "days", "code"),
    [
        ("Chairs", True, 0, None),
        (" ", True, 5, "plan_entry_without_words"),
        ("Chairs", False, 5, "plan_owner_left"),
        ("Chairs", True, -1, "plan_next_past"),
    ],
)
def test_an_entry_says_what_was_done_has_an_owner_at_work_and_looks_ahead(done, works, days, code) -> None:
    new = NewEntry(done, "", MembershipId(1), TODAY + timedelta(days=days))
    refusal = may_note(new, owner_works=works, today=TODAY)
    assert (refusal.code if refusal else None) == code


def test_an_aim_is_shown_by_something_and_a_cost_has_a_source() -> None:
    assert may_aim("Every family", ()) and may_aim(" ", ("whats_on.dates",))
    assert may_aim("Every family", ("whats_on.dates",)) is None
    assert may_cost(1, " ") and may_cost(-1, "Budget")
    assert may_cost(0, "Budget") is None


@settings(max_examples=30)
@given(days=st.integers(-40, 40), late_after=st.integers(1, 30))
def test_a_manager_is_told_only_of_what_is_past_its_day_by_so_long(days: int, late_after: int) -> None:
    told = is_unmet(TODAY - timedelta(days=days), today=TODAY, late_after=timedelta(days=late_after))
    assert told == (days >= late_after)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("One mother said: “Nobody judged me when I fed her from a bottle”.", None),
        ("We call it “a warm hub” here, since 3 May 2026.", None),
        ("One mother said: “They never once looked at me”.", "quote_not_released"),
        ('Line one.\n"I was told to ring Danuta at home"', "quote_not_released"),
        ("Ring 01908 123 456 for more.", "not_anonymous"),
        ("We met at MK1 1AA.", "not_anonymous"),
    ],
)
def test_a_chapter_quotes_only_what_was_released_and_reaches_nobody(text: str, code: str | None) -> None:
    refusal = may_print(text, released=RELEASED, known=Known(), is_english=True)
    assert (refusal.code if refusal else None) == code


def test_a_released_quotation_that_names_a_person_is_refused_with_what_and_where() -> None:
    words = "The midwife Danuta sat with me all night"
    refusal = may_print(f"First.\n“{words}”.", released=(words,), known=Known(), is_english=True)
    assert refusal and (refusal.code, refusal.facts["found"], refusal.facts["line"]) == ("not_anonymous", "Danuta", 2)


def test_quotations_are_found_in_the_marks_of_each_language() -> None:
    words = "one two three four five"
    assert [quoted_in(each) for each in (f"“{words}”", f"„{words}”", f"«{words}»", f'"{words}"')] == [(words,)] * 4
