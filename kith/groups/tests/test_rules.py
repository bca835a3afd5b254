from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from kith.groups.rules.codes import MOST_PLACES, Attendance, BookingState
from kith.groups.rules.offers import Waiting, who_moves_up
from kith.groups.rules.places import BookingFacts, PlaceWish, may_book, may_cancel, may_wait
from kith.kernel.ids import BookingId
from kith.whats_on.rules.codes import DayWish, Joining
from kith.whats_on.rules.places import SessionFacts
from kith.whats_on.rules.times import suits_day

NOW = datetime(2026, 3, 10, 10, 30, tzinfo=UTC)
INSTANTS = st.integers(0, 364 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


@st.composite
def sessions(draw: st.DrawFn) -> SessionFacts:
    capacity = draw(st.integers(1, 12))
    return SessionFacts(
        joining=draw(st.sampled_from(Joining)),
        starts_at=draw(INSTANTS),
        capacity=capacity,
        places_taken=draw(st.integers(0, capacity)),
        families_waiting=draw(st.integers(0, 3)),
        is_cancelled=draw(st.booleans()),
    )


WISHES = st.builds(PlaceWish, places=st.integers(-1, 4), has_live_booking=st.booleans())
QUEUES = st.lists(
    st.builds(Waiting, booking_id=st.uuids().map(BookingId), places=st.integers(1, MOST_PLACES), since=INSTANTS),
    max_size=12,
    unique_by=lambda each: each.booking_id,
)


@given(sessions(), WISHES)
def test_nobody_gets_a_place_that_is_not_there(session: SessionFacts, wish: PlaceWish) -> None:
    if may_book(session, wish, now=NOW) is None:
        assert 1 <= wish.places <= session.places_left
        assert not session.families_waiting
        assert session.starts_at > NOW
        assert not session.is_cancelled
        assert not wish.has_live_booking
        assert session.joining is Joining.BOOKABLE


@given(sessions(), WISHES)
def test_whoever_is_offered_the_waiting_list_may_join_it(session: SessionFacts, wish: PlaceWish) -> None:
    refusal = may_book(session, wish, now=NOW)
    if refusal and refusal.offer == "waiting_list":
        assert may_wait(session, wish, now=NOW) is None
    if may_wait(session, wish, now=NOW):
        assert refusal


@given(st.integers(0, 12), QUEUES)
def test_who_moves_up_fits_comes_in_order_and_leaves_no_place_that_somebody_could_have(
    places_left: int, queue: list[Waiting]
) -> None:
    places = {each.booking_id: each.places for each in queue}
    order = sorted(queue, key=lambda each: (each.since, each.booking_id))
    chosen = who_moves_up(places_left, queue)
    used = sum(places[booking_id] for booking_id in chosen)
    assert used <= places_left
    assert chosen == [each.booking_id for each in order if each.booking_id in chosen]
    assert all(each.places > places_left - used for each in queue if each.booking_id not in chosen)
    if order and order[0].places <= places_left:
        assert chosen[0] == order[0].booking_id


@given(st.builds(BookingFacts, state=st.sampled_from(BookingState), attendance=st.sampled_from(Attendance)), sessions())
def test_a_booking_can_be_cancelled_until_it_begins_or_she_is_there(
    booking: BookingFacts, session: SessionFacts
) -> None:
    refused = may_cancel(booking, session, now=NOW) is not None
    is_live = booking.state is not BookingState.CANCELLED
    assert refused == (is_live and (session.starts_at <= NOW or booking.has_come))


@given(INSTANTS, st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_every_session_is_on_a_weekday_or_at_the_weekend(start: datetime, today: date) -> None:
    def suits(wish: DayWish) -> bool:
        return suits_day(start, wish, today=today)

    assert suits(DayWish.ANY)
    assert suits(DayWish.WEEKDAY) != suits(DayWish.WEEKEND)
    assert not suits(DayWish.EVENING) or suits(DayWish.WEEKDAY)
    assert suits(DayWish.TODAY) == (start.date() == today)
    assert suits(DayWish.TOMORROW) == (start.date() - today == timedelta(days=1))


def test_who_waited_first_is_first_even_with_the_larger_wish() -> None:
    early, late = BookingId(UUID(int=2)), BookingId(UUID(int=1))
    queue = [Waiting(late, 1, NOW + timedelta(minutes=1)), Waiting(early, 2, NOW)]
    assert who_moves_up(2, queue) == [early]
    assert who_moves_up(1, queue) == [late]
