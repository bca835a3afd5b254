"""A free place is offered to who waits, by day, for a time; then to the next family. A newcomer waits behind."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from kith.groups.actions import offering
from kith.groups.actions.booking import BookingReceipt
from kith.groups.actions.cancelling import book_again, cancel_booking
from kith.groups.models.bookings import Booking
from kith.groups.rules.codes import Attendance
from kith.groups.rules.nights import after_waking, evening_before, is_awake, last_awake, next_awake
from kith.groups.rules.offers import ENDS_BEFORE, SHORTEST, Turn, turn_of
from kith.groups.tests.world import an_order, book
from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import ANONYMOUS
from kith.whats_on.tests.world import BUILDER, a_session
from testing.rows import Message, Session

INSTANTS = st.integers(0, 3 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
DAY = datetime(2026, 3, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)


@given(INSTANTS, st.integers(1, 26), st.integers(0, 20 * 24 * 60))
def test_no_offer_begins_or_ends_by_night_or_too_late(now: datetime, hours: int, minutes: int) -> None:
    starts_at = now + timedelta(minutes=minutes)
    turn = turn_of(now=now, starts_at=starts_at, answer_within=timedelta(hours=hours))
    if turn is None:
        assert not is_awake(now)
        assert next_awake(now) < starts_at
    elif turn.until:
        assert is_awake(now)
        assert is_awake(turn.until - timedelta(microseconds=1))
        assert turn.until - now >= SHORTEST
        assert turn.until <= starts_at - ENDS_BEFORE


@given(INSTANTS)
def test_the_next_morning_and_the_last_evening_lie_around_a_night(now: datetime) -> None:
    assert is_awake(next_awake(now))
    assert last_awake(now) <= now <= next_awake(now)
    assert next_awake(now) - last_awake(now) in (
        timedelta(0),
        timedelta(hours=10),
        timedelta(hours=11),
        timedelta(hours=12),
    )
    assert evening_before(now) < now


@given(INSTANTS, st.integers(0, 60), st.integers(0, 60))
def test_waking_time_adds_up(now: datetime, first: int, second: int) -> None:
    together = after_waking(now, timedelta(hours=first + second))
    assert after_waking(after_waking(now, timedelta(hours=first)), timedelta(hours=second)) in (
        together,
        next_awake(together),
    )


@pytest.mark.parametrize(
    ("now", "starts_at", "turn"),
    [
        (DAY + 10 * HOUR, DAY + 100 * HOUR, Turn(DAY + 16 * HOUR)),
        # in the evening the rest of the time is the next morning's
        (DAY + 20 * HOUR, DAY + 100 * HOUR, Turn(DAY + 37 * HOUR)),
        # by night the morning is waited for
        (DAY + 22 * HOUR, DAY + 33 * HOUR, None),
        # near the beginning an offer is short, and at last the place is simply hers
        (DAY + 10 * HOUR, DAY + 15 * HOUR, Turn(DAY + 12 * HOUR)),
        (DAY + 10 * HOUR, DAY + 13.5 * HOUR, Turn(None)),
        # a session in the small hours has no morning before it
        (DAY + 22 * HOUR, DAY + 25.5 * HOUR, Turn(None)),
        (DAY + 20 * HOUR, DAY + 33 * HOUR, Turn(DAY + 21 * HOUR)),
    ],
)
def test_how_long_an_offer_runs(now: datetime, starts_at: datetime, turn: Turn | None) -> None:
    assert turn_of(now=now, starts_at=starts_at) == turn


def state_of(receipt: BookingReceipt) -> str:
    return str(Booking.objects.get(pk=receipt.booking_id).state)


def two_wait(clock) -> tuple[BookingReceipt, BookingReceipt, BookingReceipt]:
    """Who has the one place, and two who wait for it."""
    session_id = a_session(capacity=1)
    rows = []
    for _ in range(3):
        rows.append(book(an_order(session_id, may_wait=True, language="en")))
        clock.advance(minutes=1)
    return rows[0], rows[1], rows[2]


@pytest.mark.django_db
def test_an_offer_goes_from_family_to_family_until_one_takes_it(clock, run_jobs) -> None:
    first, second, third = two_wait(clock)
    cancel_booking(by=ANONYMOUS, token=first.token)
    assert (state_of(second), state_of(third)) == ("offered", "waiting")
    clock.advance(hours=7)
    assert (offering.pass_offers_on(by=BUILDER), offering.pass_offers_on(by=BUILDER)) == (1, 0)
    assert (state_of(second), state_of(third)) == ("cancelled", "offered")
    with pytest.raises(Refusal, match="offer_over"):
        offering.accept_offer(by=ANONYMOUS, token=second.token)
    for _ in range(2):
        offering.accept_offer(by=ANONYMOUS, token=third.token)
    with pytest.raises(Refusal, match="no_offer"):
        offering.decline_offer(by=ANONYMOUS, token=third.token)
    assert state_of(third) == "booked"
    run_jobs()
    kinds = Message.objects.filter(kind__in=("place_offered", "place_booked")).order_by("pk")
    # Of what was offered and is over, or taken, meanwhile, nothing is said any more.
    assert [each.kind for each in kinds] == ["place_booked"]


@pytest.mark.django_db
def test_by_night_nobody_is_asked_and_in_the_morning_the_next_is(clock, run_jobs) -> None:
    first, second, _ = two_wait(clock)
    clock.advance(hours=12)
    cancel_booking(by=ANONYMOUS, token=first.token)
    offering.pass_offers_on(by=BUILDER)
    assert state_of(second) == "waiting"
    with pytest.raises(Refusal, match="session_full"):
        book(an_order(Booking.objects.get(pk=second.booking_id).session_id))
    clock.advance(hours=10)
    offering.pass_offers_on(by=BUILDER)
    assert state_of(second) == "offered"
    run_jobs()
    assert Message.objects.filter(kind="place_offered").count() == 1


@pytest.mark.django_db
def test_who_comes_new_waits_behind_and_who_let_it_lapse_can_come_back(clock) -> None:
    first, second, third = two_wait(clock)
    session_id = Booking.objects.get(pk=first.booking_id).session_id
    cancel_booking(by=ANONYMOUS, token=first.token)
    offering.decline_offer(by=ANONYMOUS, token=second.token)
    assert state_of(third) == "offered"
    with pytest.raises(Refusal, match="session_full"):
        book_again(by=ANONYMOUS, token=second.token)
    book_again(by=ANONYMOUS, token=second.token, may_wait=True)
    assert Session.objects.get(pk=session_id).families_waiting == 1
    offering.decline_offer(by=ANONYMOUS, token=third.token)
    assert state_of(second) == "offered"


@pytest.mark.django_db
def test_the_page_says_yes_in_one_tap_and_no_in_two(client: Client, clock) -> None:
    first, second, third = two_wait(clock)
    cancel_booking(by=ANONYMOUS, token=first.token)
    pages = {each: f"/en/bookings/{each.token}/" for each in (second, third)}
    assert "We keep it for you until" in client.get(pages[second]).content.decode()
    asked = client.get(pages[second] + "decline/").content.decode()
    assert "The next family on the list is asked at once." in asked
    client.post(pages[second] + "decline/")
    assert state_of(second) == "offered"
    client.post(pages[second] + "decline/", {"sure": "yes"})
    assert (state_of(second), state_of(third)) == ("cancelled", "offered")
    assert "Go on the waiting list again" in client.get(pages[second]).content.decode()
    client.post(pages[second], {"do": "wait-again"})
    client.post(pages[third], {"do": "accept"})
    assert (state_of(second), state_of(third)) == ("waiting", "booked")
    assert client.get(pages[third] + "decline/").status_code == 303


@pytest.mark.django_db
def test_who_has_come_is_not_cancelled_by_the_link(client: Client) -> None:
    receipt = book(an_order(a_session()))
    Booking.objects.filter(pk=receipt.booking_id).update(attendance=Attendance.ARRIVED)
    answer = client.post(f"/en/bookings/{receipt.token}/", {"do": "cancel"})
    assert "You were here" in answer.content.decode()
    assert state_of(receipt) == "booked"


@pytest.mark.django_db
def test_late_is_what_is_given_back_after_the_evening_before(clock) -> None:
    early, late = (book(an_order(a_session())) for _ in range(2))
    clock.set(datetime(2026, 3, 13, 20, 59, tzinfo=UTC))
    cancel_booking(by=ANONYMOUS, token=early.token)
    clock.advance(hours=1)
    cancel_booking(by=ANONYMOUS, token=late.token)
    rows = [Booking.objects.get(pk=each.booking_id).cancelled_late for each in (early, late)]
    assert rows == [False, True]
