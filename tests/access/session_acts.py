"""Every action about an offered place, a changed date and a series, done once."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from kith.groups.actions import offering
from kith.groups.actions.cancelling import cancel_booking
from kith.groups.actions.interpreters import ask_for_interpreter, ask_interpreters_anew
from kith.groups.actions.telling import tell_creche_given, tell_moved, tell_offered
from kith.groups.events import CrechePlaceGiven, PlaceBooked, PlaceOffered
from kith.groups.models.bookings import Booking
from kith.groups.tests import world as small
from kith.kernel import clock
from kith.kernel.ids import BookingId, SessionId
from kith.platform.access.viewer import ANONYMOUS, system_actor
from kith.whats_on.actions import series
from kith.whats_on.actions.altering import change_session
from kith.whats_on.events import SessionMoved
from kith.whats_on.queries.changes import effect_of_change
from kith.whats_on.rules.changes import SessionChange
from kith.whats_on.tests import world as dates
from testing.rows import Session

BY = system_actor("tests")
Act = Callable[[], object]


def an_offer(**changes: Any) -> Booking:
    """A booking to which the one place of a session has just been offered."""
    session_id = dates.a_session(capacity=1)
    first = small.book(small.an_order(session_id))
    waiting = small.book(small.an_order(session_id, may_wait=True))
    cancel_booking(by=BY, token=first.token)
    Booking.objects.filter(pk=waiting.booking_id).update(**changes)
    return Booking.objects.get(pk=waiting.booking_id)


def _accepted(_world: object) -> Act:
    row = an_offer()
    return lambda: offering.accept_offer(by=ANONYMOUS, token=row.token)


def _declined(_world: object) -> Act:
    row = an_offer()
    return lambda: offering.decline_offer(by=ANONYMOUS, token=row.token)


def _passed_on(_world: object) -> Act:
    an_offer(offered_until=clock.now())
    return lambda: offering.pass_offers_on(by=BY)


def _told_of_offer(_world: object) -> Act:
    row = an_offer()
    return lambda: tell_offered(PlaceOffered(BookingId(row.pk), row.revision))


def _told_of_creche(_world: object) -> Act:
    receipt = small.book(small.an_order(dates.a_session(), wants_creche=True))
    return lambda: tell_creche_given(CrechePlaceGiven(receipt.booking_id, 1))


def _move(session_id: SessionId) -> SessionMoved:
    was = Session.objects.get(pk=session_id)
    change = SessionChange(ends_at=was.ends_at + timedelta(minutes=30))
    effect = effect_of_change(BY, session_id, change)
    revision = change_session(by=BY, session_id=session_id, change=change, agreed=effect)
    return SessionMoved(session_id, revision, was.starts_at)


def _told_of_move(_world: object) -> Act:
    session_id = dates.a_session()
    small.book(small.an_order(session_id))
    event = _move(session_id)
    return lambda: tell_moved(event)


def _asked_anew(_world: object) -> Act:
    session_id = dates.a_session()
    order = small.an_order(session_id, interpreter_need="yes", interpreter_language="ro")
    ask_for_interpreter(PlaceBooked(small.book(order).booking_id, 1))
    event = _move(session_id)
    return lambda: ask_interpreters_anew(event)


def _series_id() -> int:
    return Session.objects.get(pk=dates.a_session()).series_id


def _renamed(_world: object) -> Act:
    series_id, change = _series_id(), series.SeriesChange(title={"en": "Another name"})
    return lambda: series.change_series(by=BY, series_id=series_id, change=change)


def _ended(_world: object) -> Act:
    series_id = _series_id()
    return lambda: series.end_series(by=BY, series_id=series_id, last_day=clock.today())


def _reopened(_world: object) -> Act:
    series_id = _series_id()
    series.end_series(by=BY, series_id=series_id, last_day=clock.today())
    return lambda: series.reopen_series(by=BY, series_id=series_id)


SESSION_ACTS: dict[str, Callable[[Any], Act]] = {
    "groups.accept_offer": _accepted,
    "groups.decline_offer": _declined,
    "groups.pass_offers_on": _passed_on,
    "groups.tell_offered": _told_of_offer,
    "groups.tell_creche_given": _told_of_creche,
    "whats_on.change_session": lambda _: lambda: _move(dates.a_session()),
    "groups.tell_moved": _told_of_move,
    "groups.ask_interpreters_anew": _asked_anew,
    "whats_on.change_series": _renamed,
    "whats_on.end_series": _ended,
    "whats_on.reopen_series": _reopened,
}
