"""A rule lays its dates out, all or none; changed, it touches only the dates that it changes."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from django.utils.translation import override

from kith.groups.rules.codes import BookingState
from kith.groups.tests.world import an_order, book
from kith.kernel import clock
from kith.kernel.ids import new_uuid
from kith.kernel.refusal import Refusal
from kith.timetables.actions.dates import change_date
from kith.timetables.actions.rules import add_rule, change_rule, end_rule
from kith.timetables.actions.terms import add_term
from kith.timetables.models import PlannedDate, Rule
from kith.timetables.plans import effect_of, effect_of_ending, mark_of
from kith.timetables.queries.rules import preview_of_new, rule_of_session
from kith.timetables.rules.codes import Pattern, Skip
from kith.timetables.rules.repeating import Repeat, Span
from kith.timetables.tests.world import AT_TEN, BY, FIRST, LAST, TUESDAYS, Place, changed, versions
from kith.whats_on.actions.planning import cancel_session
from kith.whats_on.queries.changes import effect_of_change
from kith.whats_on.rules.changes import SessionChange
from testing.rows import Booking, Session

pytestmark = pytest.mark.django_db
MONDAYS = replace(TUESDAYS, repeat=Repeat(Pattern.WEEKLY, (0,), FIRST, LAST))


@pytest.fixture
def place() -> Place:
    return Place()


def days_of(series_id: int) -> list[date]:
    rows = Session.objects.filter(series_id=series_id, cancelled_at=None).order_by("starts_at")
    return [clock.local(row.starts_at).date() for row in rows]


def alone(session_id: int, change: SessionChange) -> None:
    agreed = mark_of(effect_of_change(BY, session_id, change))
    change_date(by=BY, session_id=session_id, change=change, agreed=agreed)


def test_mondays_leave_bank_holidays_out_and_note_why(place: Place) -> None:
    receipt = place.lay_out(MONDAYS)
    closed = PlannedDate.objects.filter(rule_id=receipt.rule_id, session=None).order_by("on")
    assert [(row.on, row.why) for row in closed] == [
        (date(2026, 4, 6), Skip.BANK_HOLIDAY),
        (date(2026, 5, 4), Skip.BANK_HOLIDAY),
        (date(2026, 5, 25), Skip.BANK_HOLIDAY),
    ]
    assert days_of(place.series_id) == [day for day, _ in receipt.sessions]
    assert len(receipt.sessions) == 8
    shown = {clock.local(row.starts_at).time() for row in Session.objects.filter(series_id=place.series_id)}
    assert shown == {time(10)}


def test_term_time_alone_keeps_to_the_terms(place: Place) -> None:
    add_term(by=BY, name="Summer", span=Span(date(2026, 4, 13), date(2026, 5, 22)))
    place.lay_out(replace(TUESDAYS, term_time_only=True))
    assert days_of(place.series_id) == [date(2026, 4, 14) + timedelta(weeks=week) for week in range(6)]


def test_where_no_date_is_left_nothing_is_saved(place: Place) -> None:
    with pytest.raises(Refusal, match="no_date_left"):
        place.lay_out(replace(TUESDAYS, term_time_only=True))
    with pytest.raises(Refusal, match="ends_before_it_starts"):
        place.lay_out(replace(TUESDAYS, repeat=replace(TUESDAYS.repeat, last_on=FIRST - timedelta(days=1))))
    assert (Rule.objects.count(), days_of(place.series_id)) == (0, [])


def test_sent_twice_it_is_one_rule(place: Place) -> None:
    key = new_uuid()
    first, second = (add_rule(by=BY, series_id=place.series_id, plan=TUESDAYS, request_key=key) for _ in range(2))
    assert first == second
    assert len(days_of(place.series_id)) == 11


def test_a_room_that_is_taken_is_shown_first_and_refused_with_its_date(place: Place) -> None:
    other = place.in_room("Blue room", replace(TUESDAYS, repeat=Repeat(Pattern.MONTHLY, (1,), FIRST, LAST, nth=2)))
    place.lay_out(other, series_id=place.another_series())
    wanted = place.in_room("blue  room".replace("  ", " "))
    shown = preview_of_new(BY, place.series_id, wanted)
    assert [each.on for each in shown.days if each.taken_by] == [date(2026, 4, 14), date(2026, 5, 12)]
    with pytest.raises(Refusal) as refused:
        place.lay_out(wanted)
    assert refused.value.code == "room_taken"
    assert clock.local(refused.value.facts["starts_at"]).date() == date(2026, 4, 14)
    assert days_of(place.series_id) == []
    place.lay_out(replace(wanted, left_out=frozenset({date(2026, 4, 14), date(2026, 5, 12)})))
    assert len(days_of(place.series_id)) == 9


def test_other_days_within_their_weeks_move_and_who_has_booked_keeps_the_place(place: Place) -> None:
    receipt = place.lay_out()
    booked = book(an_order(receipt.sessions[2][1]))
    changed(receipt, replace(TUESDAYS, repeat=replace(TUESDAYS.repeat, weekdays=(2,))))
    assert days_of(place.series_id) == [day + timedelta(days=1) for day, _ in receipt.sessions]
    row = Booking.objects.get(pk=booked.booking_id)
    assert (row.state, clock.local(row.session.starts_at).date()) == (
        BookingState.BOOKED,
        receipt.sessions[2][0] + timedelta(days=1),
    )


def test_only_what_changes_is_touched(place: Place) -> None:
    receipt = place.lay_out()
    before = versions()
    changed(receipt, replace(TUESDAYS, repeat=replace(TUESDAYS.repeat, last_on=LAST - timedelta(weeks=3))))
    after = versions()
    touched = {session_id for session_id, where in after.items() if before.get(session_id) != where}
    assert touched == {session_id for day, session_id in receipt.sessions if day > LAST - timedelta(weeks=3)}


def test_the_same_rule_saved_again_touches_no_date(place: Place) -> None:
    receipt = place.lay_out()
    before = versions()
    changed(receipt, TUESDAYS)
    assert versions() == before


def test_a_date_changed_alone_and_one_called_off_stay_so(place: Place) -> None:
    receipt = place.lay_out()
    alone(receipt.sessions[1][1], SessionChange(capacity=3))
    cancel_session(by=BY, session_id=receipt.sessions[3][1])
    changed(receipt, replace(TUESDAYS, details=replace(AT_TEN, capacity=25)))
    rows = {row.pk: row for row in Session.objects.filter(series_id=place.series_id)}
    assert len(rows) == 11
    assert rows[receipt.sessions[1][1]].capacity == 3
    assert rows[receipt.sessions[3][1]].cancelled_at is not None
    assert {row.capacity for row in rows.values()} == {3, 10, 25}
    assert sum(row.capacity == 25 for row in rows.values()) == 9


def test_fewer_places_than_bookings_are_refused_with_the_date(place: Place) -> None:
    receipt = place.lay_out()
    book(an_order(receipt.sessions[4][1], places=2))
    row = Rule.objects.get(pk=receipt.rule_id)
    with pytest.raises(Refusal) as refused:
        effect_of(BY, row, replace(TUESDAYS, details=replace(AT_TEN, capacity=1)))
    assert refused.value.code == "capacity_below_bookings"
    assert clock.local(refused.value.facts["starts_at"]).date() == receipt.sessions[4][0]


def test_a_family_that_would_lose_its_place_is_counted_and_a_later_booking_is_not_overlooked(
    place: Place,
) -> None:
    receipt = place.lay_out()
    book(an_order(receipt.sessions[-1][1]))
    row = Rule.objects.get(pk=receipt.rule_id)
    shorter = replace(TUESDAYS, repeat=replace(TUESDAYS.repeat, last_on=LAST - timedelta(weeks=1)))
    effect = effect_of(BY, row, shorter)
    assert (effect.losing_count, effect.told_count, effect.untouched_count) == (1, 1, 10)
    book(an_order(receipt.sessions[-1][1]))
    with pytest.raises(Refusal, match="effect_changed"):
        change_rule(by=BY, rule_id=receipt.rule_id, plan=shorter, revision=1, agreed=effect.mark)
    with pytest.raises(Refusal, match="rule_changed_meanwhile"):
        change_rule(by=BY, rule_id=receipt.rule_id, plan=shorter, revision=7, agreed=effect.mark)
    assert len(days_of(place.series_id)) == 11


def test_an_ended_rule_calls_its_dates_off_and_is_gone_where_none_took_place(place: Place) -> None:
    receipt = place.lay_out()
    booked = book(an_order(receipt.sessions[0][1]))
    agreed = mark_of(effect_of_ending(BY, Rule.objects.get(pk=receipt.rule_id)))
    end_rule(by=BY, rule_id=receipt.rule_id, agreed=agreed)
    assert (days_of(place.series_id), Rule.objects.count()) == ([], 0)
    assert Booking.objects.get(pk=booked.booking_id).state == BookingState.CANCELLED


def test_what_has_taken_place_stays_as_it_was(place: Place) -> None:
    receipt = place.lay_out()
    with clock.use(clock.FixedClock(clock.now() + timedelta(days=21, hours=3))):
        changed(receipt, replace(TUESDAYS, details=replace(AT_TEN, starts=time(14), ends=time(16))))
    shown = [clock.local(row.starts_at).hour for row in Session.objects.order_by("starts_at")]
    assert shown == [10, 10, 10, *[14] * 8]


def test_a_session_says_by_which_rule_it_takes_place(place: Place) -> None:
    receipt = place.lay_out()
    found = rule_of_session(BY, receipt.sessions[0][1])
    assert found is not None
    with override("en"):
        assert found.id == receipt.rule_id
