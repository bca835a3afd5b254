"""Counting with a database: each tap once, taken back and counted again, by those who run the session."""

from datetime import timedelta

import pytest

from kith.cafes.actions.footfall import count_again, count_arrivals, describe_arrivals, take_back_arrivals
from kith.cafes.models import Arrival
from kith.cafes.queries.footfall import footfall_of
from kith.cafes.queries.totals import quarter_totals, quarters_offered
from kith.cafes.rules.footfall import People
from kith.cafes.tests.world import Cafe
from kith.kernel.ids import new_uuid
from kith.kernel.refusal import Refusal
from kith.organisations.rules import Role
from kith.platform.access import Forbidden, NotFound
from testing.clock import TestClock
from testing.people import at_the_same_moment, worker


@pytest.mark.django_db
def test_each_tap_counts_once_and_can_be_taken_back_and_counted_again() -> None:
    cafe, key = Cafe(), new_uuid()
    assert [cafe.count(adults=1, babies=1, request_key=key) for _ in range(3)] == [2, 2, 2]
    assert cafe.count(co_parents=1, siblings=2) == 5
    assert [take_back_arrivals(by=cafe.worker, request_key=key) for _ in range(2)] == [3, 3]
    # A telephone that sends its tap once more does not bring back what was taken back.
    assert cafe.count(adults=1, babies=1, request_key=key) == 3
    assert [count_again(by=cafe.worker, request_key=key) for _ in range(2)] == [5, 5]
    assert footfall_of(cafe.worker, cafe.session_id, lang="en").people == People(1, 1, 1, 2)


@pytest.mark.django_db
def test_a_telephone_may_send_later_what_it_counted_on_the_day(clock: TestClock) -> None:
    cafe, came = Cafe(), clock.now() - timedelta(minutes=10)
    clock.advance(days=2)
    key = new_uuid()
    assert cafe.count(adults=1, at=came, request_key=key, language="ro", community="xx") == 1
    row = Arrival.objects.get(request_key=key)
    assert (row.at, row.language, row.community) == (came, "ro", "")
    clock.advance(days=6)
    with pytest.raises(Refusal, match="count_too_late"):
        take_back_arrivals(by=cafe.worker, request_key=key)


@pytest.mark.django_db
def test_only_those_who_run_the_session_count_at_it() -> None:
    cafe, key = Cafe(), new_uuid()
    cafe.count(adults=1, request_key=key)
    for act in (take_back_arrivals, count_again):
        with pytest.raises(NotFound):
            act(by=worker(), request_key=key)
    with pytest.raises(NotFound):
        describe_arrivals(by=worker(), request_key=key, language="ro", community="")
    with pytest.raises(Forbidden):
        take_back_arrivals(by=worker(Role.ANALYST, at=cafe.organisation_id), request_key=key)
    with pytest.raises(NotFound):
        take_back_arrivals(by=cafe.worker, request_key=new_uuid())
    other = Cafe(cafe.organisation_id, changes={"starts_at": cafe.session.starts_at + timedelta(hours=3)})
    with pytest.raises(Refusal, match="count_key_used"):
        other.count(adults=1, request_key=key)


@pytest.mark.django_db
def test_what_was_told_at_the_door_is_added_up_when_the_quarter_is_over(clock: TestClock) -> None:
    cafe, key = Cafe(), new_uuid()
    for _ in range(3):
        cafe.count(adults=10, babies=10, language="ar", community="S")
    cafe.count(adults=2, babies=2, request_key=key)
    describe_arrivals(by=cafe.worker, request_key=key, language="so", community="N")
    now = quarter_totals(cafe.worker, quarters_offered()[0], lang="en", smallest_shown=8)
    assert (now.sessions, now.people, now.by_language) == (1, People(32, 0, 32, 0), None)
    assert [row for row, _ in now.by_time.rows] == [(1, "morning")]
    clock.advance(days=40)
    then = quarter_totals(cafe.worker, quarters_offered()[1], lang="en", smallest_shown=8)
    assert then.by_language
    assert dict(then.by_language.rows)["so"] == (None, 0, None, 0)
    nobody = quarter_totals(worker(), quarters_offered()[1], lang="en", smallest_shown=8)
    assert nobody.people.count == 0


@pytest.mark.django_db(transaction=True)
def test_two_telephones_count_side_by_side_and_the_same_tap_sent_by_both_counts_once() -> None:
    cafe, key = Cafe(), new_uuid()
    same = {"by": cafe.worker, "session_id": cafe.session_id, "adults": 1, "co_parents": 0, "babies": 1, "siblings": 0}
    at_the_same_moment(*[lambda: count_arrivals(request_key=key, **same)] * 4)
    assert Arrival.objects.people().count == 2
    # The control: with a key of its own each tap counts.
    keys = [new_uuid() for _ in range(4)]
    at_the_same_moment(*[lambda each=each: count_arrivals(request_key=each, **same) for each in keys])
    assert Arrival.objects.people().count == 10
