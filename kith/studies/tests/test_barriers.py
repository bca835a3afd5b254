"""Why families did not come: no small count is shown, nor one that would give it away."""

from collections import Counter
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kith.kernel.barriers import Barrier
from kith.studies.rules.asking import Said, may_answer_study, may_begin, reasons_of
from kith.studies.rules.barriers import barriers_shown, share_shown
from kith.studies.rules.codes import Used
from kith.studies.rules.communities import UNKNOWN, group_of

COUNTED = st.dictionaries(
    st.tuples(st.sampled_from(["café", "course", "group"]), st.sampled_from(Barrier)), st.integers(1, 40), max_size=9
)


@settings(deadline=None, max_examples=20)
@given(COUNTED, st.integers(5, 12))
def test_no_small_count_is_ever_shown(counted: dict[tuple[str, Barrier], int], smallest: int) -> None:
    shown = barriers_shown(Counter(counted), smallest_shown=smallest)
    assert {group for group, _ in shown.rows} == {group for group, _ in counted}
    for group, counts in shown.rows:
        for reason, count in zip(shown.reasons, counts, strict=True):
            assert count in (None, Counter(counted)[group, reason])
            assert count is None or count == 0 or count >= smallest


@given(st.lists(st.integers(0, 40), min_size=1, max_size=8), st.integers(5, 12))
def test_of_one_line_what_is_hidden_cannot_be_reckoned_from_the_total(counts: list[int], smallest: int) -> None:
    counted = Counter({("", reason): count for reason, count in zip(Barrier, counts, strict=False)})
    shown = barriers_shown(counted, smallest_shown=smallest)
    ((_, line),) = shown.rows
    hidden = [counted["", reason] for reason, count in zip(shown.reasons, line, strict=True) if count is None]
    everything = None not in line or all(count in (None, 0) for count in line)
    assert bool(hidden) == any(0 < count < smallest for count in counts)
    assert not hidden or everything or (len(hidden) >= 2 and sum(hidden) >= 2 * smallest)


@given(st.integers(0, 30), st.integers(0, 30), st.integers(5, 12))
def test_a_share_is_shown_only_where_many_stand_on_both_sides(part: int, rest: int, smallest: int) -> None:
    shown = share_shown(part, part + rest, smallest_shown=smallest)
    if shown:
        assert part + rest >= smallest
        assert all(count == 0 or count >= smallest for count in (part, rest))


TODAY = date(2026, 3, 9)


def test_an_answer_to_a_study_names_a_reason_or_says_that_it_was_used():
    said = Said("ro", "", Used.NO, ())
    assert code(may_answer_study(said, is_over=False, open_so_far=0)) == "study_without_reason"
    assert may_answer_study(replace(said, used=Used.YES), is_over=False, open_so_far=0) is None
    assert (
        code(may_answer_study(replace(said, reasons=reasons_of(["time"])), is_over=True, open_so_far=0)) == "study_over"
    )
    assert code(may_begin("Why not?", TODAY, today=TODAY)) == "study_day_out_of_range"


def test_every_national_code_has_its_group():
    codes = ("A", "H2", "N", "white", "99", "")
    assert [group_of(each) for each in codes] == ["white", "asian", "black", "white", UNKNOWN, UNKNOWN]


def code(refusal: object) -> str:
    return getattr(refusal, "code", "")
