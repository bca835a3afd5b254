"""A date is changed once its effect is agreed; then each message, page and file says the new one."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from kith.families.rules.codes import InterpreterNeed
from kith.groups.actions.cancelling import cancel_booking
from kith.groups.models.bookings import Booking
from kith.groups.rules.places import BookingContact
from kith.groups.tests.test_race import at_the_same_moment
from kith.groups.tests.world import an_order, book
from kith.kernel.ids import SessionId, VenueId
from kith.kernel.refusal import Refusal
from kith.platform.access import NotFound
from kith.platform.access.viewer import ANONYMOUS
from kith.platform.outbox.models import OutboxEvent
from kith.whats_on.actions.altering import change_session
from kith.whats_on.actions.planning import NewSession, cancel_session, plan_sessions
from kith.whats_on.actions.series import SeriesChange, change_series, end_series, reopen_series
from kith.whats_on.queries.changes import effect_of_change
from kith.whats_on.rules.changes import ChangeEffect, SessionChange
from kith.whats_on.rules.codes import Joining
from kith.whats_on.rules.plans import may_plan, room_taken
from kith.whats_on.tests.world import BUILDER, SATURDAY_MORNING, a_session
from testing.rows import InterpreterBooking, Message, Session

HOUR = timedelta(hours=1)
LATER = SessionChange(starts_at=SATURDAY_MORNING + HOUR, ends_at=SATURDAY_MORNING + 3 * HOUR)
VENUES = st.sampled_from([None, 1, 2])


def a_plan(start: int, hours: int, venue: int | None = 1, room: str = "Blue room") -> NewSession:
    starts_at = SATURDAY_MORNING + start * HOUR
    venue_id = VenueId(venue) if venue else None
    return NewSession(starts_at, starts_at + hours * HOUR, 5, venue_id=venue_id, room=room, online=not venue)


PLANS = st.builds(
    a_plan, st.integers(0, 12), st.integers(1, 4), VENUES, st.sampled_from(["", "Blue room", " blue  ROOM", "Hall"])
)


@given(st.lists(PLANS, max_size=6), st.lists(PLANS, max_size=6))
def test_a_room_is_refused_exactly_where_two_would_stand_in_it(
    wanted: list[NewSession], there: list[NewSession]
) -> None:
    def clash(one: NewSession, other: NewSession) -> bool:
        same = one.room_key is not None and one.room_key == other.room_key
        return same and one.starts_at < other.ends_at and other.starts_at < one.ends_at

    # What stands there already never clashes: the database sees to it.
    sound = [each for at, each in enumerate(there) if not any(clash(each, other) for other in there[:at])]
    pairs = [(one, other) for at, one in enumerate(wanted) for other in (*wanted[:at], *sound)]
    refusal = room_taken(wanted, sound)
    assert (refusal is not None) == any(clash(*pair) for pair in pairs)
    if refusal:
        assert refusal.facts["starts_at"] in {each.starts_at for each in wanted}


@pytest.mark.parametrize(
    ("plan", "code"),
    [
        (a_plan(0, 2), None),
        (a_plan(0, 0), "session_ends_before_it_starts"),
        (a_plan(0, 25), "session_too_long"),
        (NewSession(SATURDAY_MORNING, SATURDAY_MORNING + HOUR, 5), "session_nowhere"),
        (NewSession(SATURDAY_MORNING, SATURDAY_MORNING + HOUR, 0, online=True), "session_without_places"),
    ],
)
def test_what_cannot_be_planned_names_its_date(plan: NewSession, code: str | None) -> None:
    refusal = may_plan(plan)
    assert (refusal and refusal.code) == code
    assert refusal is None or refusal.facts["starts_at"] == SATURDAY_MORNING


def calendars_sent() -> list[str]:
    """The calendar files that went out by e-mail."""
    letters = (settings.KITH.place_var / "messages").glob("*.eml")
    parts = [part for each in letters for part in message_from_bytes(each.read_bytes(), policy=policy.default).walk()]
    return [part.get_content() for part in parts if part.get_content_type() == "text/calendar"]


def agreed(session_id: SessionId, change: SessionChange) -> ChangeEffect:
    effect = effect_of_change(BUILDER, session_id, change)
    change_session(by=BUILDER, session_id=session_id, change=change, agreed=effect)
    return effect


@pytest.mark.django_db
def test_a_move_is_agreed_told_in_her_language_and_seen_on_every_page(
    client: Client, run_jobs: Callable[[], int], django_capture_on_commit_callbacks
) -> None:
    session_id = a_session(capacity=1)
    by_mail = BookingContact("Elena Popescu", email="elena@example.org")
    asked = {"interpreter_need": InterpreterNeed.YES, "interpreter_language": "pl"}
    order = an_order(session_id, contact=by_mail, **asked)
    booked, waiting = book(order), book(an_order(session_id, may_wait=True, language="en"))
    run_jobs()
    with pytest.raises(Refusal, match="effect_not_agreed"):
        change_session(by=BUILDER, session_id=session_id, change=LATER)
    page = f"/en/sessions/{session_id}/"
    assert "10am" in client.get(page).content.decode()
    connection.run_on_commit.clear()  # as if all before had committed
    with django_capture_on_commit_callbacks(execute=True):
        effect = agreed(session_id, LATER)
    assert effect == ChangeEffect(told_count=1, waiting_count=1, interpreter_count=1)
    assert "11am" in client.get(page).content.decode()
    run_jobs()
    told = {row.language: row for row in Message.objects.filter(kind="session_moved")}
    assert set(told) == {"ro", "en"}
    (file,) = [each for each in calendars_sent() if "SEQUENCE:2" in each]
    assert "DTSTART;TZID=Europe/London:20260314T110000" in file
    interpreters = InterpreterBooking.objects.filter(need=f"session:{booked.booking_id}").order_by("starts_at")
    assert [(row.state, row.starts_at) for row in interpreters] == [
        ("cancelled", SATURDAY_MORNING),
        ("requested", SATURDAY_MORNING + HOUR),
    ]
    assert "11am" in client.get(f"/en/bookings/{waiting.token}/").content.decode()


@pytest.mark.django_db
def test_more_places_are_offered_and_tell_nobody_who_has_one(run_jobs: Callable[[], int]) -> None:
    session_id = a_session(capacity=1)
    book(an_order(session_id))
    waiting = book(an_order(session_id, may_wait=True))
    change = SessionChange(capacity=2)
    assert effect_of_change(BUILDER, session_id, change).is_quiet
    assert change_session(by=BUILDER, session_id=session_id, change=change) == 1
    assert Booking.objects.get(pk=waiting.booking_id).state == "offered"
    run_jobs()
    assert not Message.objects.filter(kind="session_moved").exists()
    with pytest.raises(Refusal, match="capacity_below_bookings"):
        change_session(by=BUILDER, session_id=session_id, change=SessionChange(capacity=1))


@pytest.mark.django_db
def test_what_would_strand_a_booking_is_said_before() -> None:
    session_id = a_session(has_creche=True, creche_places=3)
    series_id = Session.objects.get(pk=session_id).series_id
    other = a_session(series_id=series_id, starts_at=SATURDAY_MORNING + 3 * HOUR)
    order = an_order(session_id, interpreter_need=InterpreterNeed.YES, interpreter_language="pl", wants_creche=True)
    book(order)
    book(an_order(other, contact=order.contact))
    change = SessionChange(ends_at=SATURDAY_MORNING + 4 * HOUR, interpreter_possible=False, has_creche=False)
    effect = effect_of_change(BUILDER, session_id, change)
    assert (effect.clashing_count, effect.without_interpreter_count, effect.without_creche_count) == (1, 1, 1)
    assert effect.stranded_count == 3
    agreed(session_id, change)
    assert Session.objects.get(pk=session_id).creche_places == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "code"),
    [
        (SessionChange(), "nothing_changed"),
        (SessionChange(capacity=5), "nothing_changed"),
        (SessionChange(ends_at=SATURDAY_MORNING), "session_ends_before_it_starts"),
        (SessionChange(starts_at=datetime(2026, 3, 10, 10, tzinfo=UTC)), "session_too_long"),
        (SessionChange(joining=Joining.WALK_IN), "has_bookings"),
    ],
)
def test_a_change_that_cannot_be_is_refused_and_nothing_is_half_saved(change: SessionChange, code: str) -> None:
    session_id = a_session()
    book(an_order(session_id))
    before = Session.objects.filter(pk=session_id).values().get()
    for ask in (effect_of_change, lambda by, which, what: change_session(by=by, session_id=which, change=what)):
        with pytest.raises(Refusal, match=code):
            ask(BUILDER, session_id, change)
    assert Session.objects.filter(pk=session_id).values().get() == before


@pytest.mark.django_db
def test_a_date_that_is_called_off_or_has_begun_is_not_changed(clock) -> None:
    off, begun = a_session(), a_session()
    cancel_session(by=BUILDER, session_id=off)
    with pytest.raises(Refusal, match="session_cancelled"):
        change_session(by=BUILDER, session_id=off, change=LATER)
    clock.set(SATURDAY_MORNING)
    for act in (cancel_session, lambda **named: change_session(change=LATER, **named)):
        with pytest.raises(Refusal, match="session_over"):
            act(by=BUILDER, session_id=begun)
    with pytest.raises(NotFound):
        change_session(by=BUILDER, session_id=SessionId(99999), change=LATER)
    assert OutboxEvent.objects.filter(name="whats_on.SessionCalledOff").count() == 1


def rooms() -> tuple[SessionId, NewSession]:
    """A session in the blue room, and the plan of another there at the same time."""
    first = a_session(room="Blue room")
    plan = Session.objects.get(pk=first).plan
    return first, NewSession(plan.starts_at + HOUR, plan.ends_at + HOUR, 5, venue_id=plan.venue_id, room="blue room")


@pytest.mark.django_db
def test_a_room_used_twice_is_refused_with_its_date_and_nothing_is_planned() -> None:
    first, plan = rooms()
    series_id = Session.objects.get(pk=a_session()).series_id
    free = NewSession(plan.starts_at + 24 * HOUR, plan.ends_at + 24 * HOUR, 5, venue_id=plan.venue_id, room="Blue room")
    with pytest.raises(Refusal, match="room_taken") as refused:
        plan_sessions(by=BUILDER, series_id=series_id, sessions=[free, plan])
    assert refused.value.facts["starts_at"] == plan.starts_at
    assert Session.objects.filter(series_id=series_id).count() == 1
    plan_sessions(by=BUILDER, series_id=series_id, sessions=[free])
    with pytest.raises(Refusal, match="already_planned"):
        plan_sessions(by=BUILDER, series_id=series_id, sessions=[free])
    with pytest.raises(Refusal, match="room_taken"):
        effect_of_change(BUILDER, first, SessionChange(starts_at=free.starts_at, ends_at=free.ends_at))
    cancel_session(by=BUILDER, session_id=first)
    plan_sessions(by=BUILDER, series_id=series_id, sessions=[plan])


@pytest.mark.django_db
def test_the_database_itself_refuses_a_room_used_twice() -> None:
    first, plan = rooms()
    other = Session.objects.get(pk=first)
    with pytest.raises(IntegrityError, match="session_room_once_at_a_time"), transaction.atomic():
        Session.objects.create(series=other.series, **vars(plan))


@pytest.mark.django_db(transaction=True)
def test_two_coordinators_at_once_get_the_room_once(monkeypatch: pytest.MonkeyPatch) -> None:
    _, plan = rooms()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE whats_on_session SET room = ''")
    series = [Session.objects.get(pk=a_session(starts_at=SATURDAY_MORNING + 48 * HOUR)).series_id for _ in range(2)]

    def planned(series_id: int) -> Callable[[], str]:
        return lambda: str(len(plan_sessions(by=BUILDER, series_id=series_id, sessions=[plan])))

    assert sorted(at_the_same_moment([planned(each) for each in series])) == ["1", "room_taken"]


@pytest.mark.django_db
def test_a_series_is_named_otherwise_ends_and_goes_on() -> None:
    session_id = a_session()
    series_id = Session.objects.get(pk=session_id).series_id
    with pytest.raises(Refusal, match="series_needs_english_title"):
        change_series(by=BUILDER, series_id=series_id, change=SeriesChange(title={"ro": "Altfel"}))
    change_series(by=BUILDER, series_id=series_id, change=SeriesChange(title={"en": "Another", "ro": "Altfel"}))
    with pytest.raises(Refusal, match="nothing_changed"):
        change_series(by=BUILDER, series_id=series_id, change=SeriesChange(title={"en": "Another", "ro": "Altfel"}))
    receipt = book(an_order(session_id))
    last_day = date(2026, 3, 13)
    with pytest.raises(Refusal, match="series_has_bookings"):
        end_series(by=BUILDER, series_id=series_id, last_day=last_day)
    cancel_booking(by=ANONYMOUS, token=receipt.token)
    assert end_series(by=BUILDER, series_id=series_id, last_day=last_day) == 1
    again = [NewSession(SATURDAY_MORNING, SATURDAY_MORNING + HOUR, 5, online=True)]
    with pytest.raises(Refusal, match="series_ended"):
        plan_sessions(by=BUILDER, series_id=series_id, sessions=again)
    reopen_series(by=BUILDER, series_id=series_id)
    assert plan_sessions(by=BUILDER, series_id=series_id, sessions=again)
