"""Two dates of some weeks ago to which some families could not come, and why."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta

from kith.families.rules.entries import NewFamily
from kith.groups.actions.attendance import mark_attendance
from kith.groups.actions.booking import book_place
from kith.groups.events import MissedSession
from kith.groups.rules.codes import Attendance
from kith.groups.rules.places import BookingContact, PlaceOrder
from kith.kernel import clock
from kith.kernel.clock import LONDON, FixedClock
from kith.kernel.ids import BookingId, FamilyId, ServiceId, SessionId, VenueId
from kith.kernel.languages import interface_language
from kith.missed.actions.answering import say_why
from kith.missed.actions.asking import ask_families, note_missed
from kith.missed.queries.links import token_of
from kith.missed.rules.asking import Reason
from kith.platform.access.viewer import Actor
from kith.whats_on.actions.planning import NewSeries, NewSession, add_series, plan_sessions

SERVICE, CODE = "starting-solids", "meeting-others"
TITLE = {"en": "Meeting other families", "ro": "Întâlnire cu alte familii", "ar": "لقاء عائلات أخرى"}
WEEKS_AGO = (8, 5)
PLACES = 12
_FAR, _TIME = Reason.TRANSPORT, Reason.TIME
WHY = (_FAR, _TIME, _FAR, _TIME, _FAR, _TIME, _FAR, None, _TIME, _FAR)
"""On each date in this order: ten and eight of each reason in all, enough to be shown."""
Booked = tuple[SessionId, FamilyId, BookingId]


def tell(
    services: Mapping[str, tuple[ServiceId, VenueId | None]],
    own: NewFamily,
    families: Sequence[NewFamily],
    *,
    by: Actor,
) -> str:
    """Have families miss a date, and say why; the parent to sign in as has not said it yet. Says how many have."""
    service_id, venue_id = services[SERVICE]
    with clock.use(FixedClock(clock.now() - timedelta(weeks=max(WEEKS_AGO) + 1))):
        series_id = add_series(by=by, series=NewSeries(service_id=service_id, code=CODE, title=TITLE))
    said = 0
    for at, weeks in enumerate(WEEKS_AGO):
        others, silent = families[at * PLACES : (at + 1) * PLACES], WHY.index(None)
        chosen = [*others[:silent], own, *others[silent:]] if weeks == min(WEEKS_AGO) else others
        said += _missed(series_id, venue_id, weeks, chosen[: len(WHY)], by=by)
    return f"{said} families have said why they could not come"


def _missed(series_id: int, venue_id: VenueId | None, weeks: int, families: Sequence[NewFamily], *, by: Actor) -> int:
    starts_at = datetime.combine(clock.today() - timedelta(weeks=weeks), time(10), LONDON)
    with clock.use(FixedClock(starts_at - timedelta(days=3))):
        new = NewSession(
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=2),
            capacity=PLACES,
            venue_id=venue_id,
            online=venue_id is None,
        )
        (session_id,) = plan_sessions(by=by, series_id=series_id, sessions=[new])
        booked = [_booked(session_id, family, by=by) for family in families]
    with clock.use(FixedClock(starts_at + timedelta(hours=4))):
        for _session, family_id, booking_id in booked:
            mark_attendance(by=by, session_id=session_id, booking_id=booking_id, attendance=Attendance.DID_NOT_COME)
            note_missed(MissedSession(booking_id, family_id, session_id))
        ask_families(by=by)
        return sum(_answered(booking_id, reason, by=by) for (*_, booking_id), reason in zip(booked, WHY, strict=False))


def _booked(session_id: SessionId, family: NewFamily, *, by: Actor) -> Booked:
    parent = family.parents[0]
    order = PlaceOrder(
        session_id=session_id,
        request_key=f"demonstration-missed-{session_id}-{family.id}",
        contact=BookingContact(f"{parent.given_name} {parent.family_name}", parent.email, parent.phone),
        language=interface_language(parent.reads).code,
    )
    return session_id, family.id, book_place(by=by, family_id=family.id, order=order).booking_id


def _answered(booking_id: BookingId, reason: Reason | None, *, by: Actor) -> bool:
    token = token_of(by, booking_id) if reason else ""
    if reason is None or not token:
        return False
    say_why(by=by, token=token, reason=reason)
    return True
