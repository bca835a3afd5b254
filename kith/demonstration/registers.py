"""A group that met two days ago and meets again now: who came, who left early, who did not come, who rang."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from kith.families.rules.entries import NewFamily
from kith.groups.actions.attendance import cancel_for_person, mark_attendance
from kith.groups.actions.booking import book_place
from kith.groups.rules.codes import Attendance
from kith.groups.rules.nights import is_awake
from kith.groups.rules.places import BookingContact, PlaceOrder
from kith.groups.rules.reminders import Reminders
from kith.kernel import clock
from kith.kernel.clock import FixedClock
from kith.kernel.ids import BookingId, ServiceId, SessionId, VenueId
from kith.kernel.languages import interface_language
from kith.platform.access.viewer import Actor
from kith.whats_on.actions.planning import NewSeries, NewSession, add_series, plan_sessions

SERVICE, CODE = "starting-solids", "first-weeks"
TITLE = {"en": "The first weeks together", "ro": "Primele săptămâni împreună", "ar": "الأسابيع الأولى معًا"}
ARRIVED, LEFT_EARLY, DID_NOT_COME = Attendance.ARRIVED, Attendance.LEFT_EARLY, Attendance.DID_NOT_COME
MORNING = 10
RANG = slice(4, 5)
"""Who rang two days ago to say that they cannot come."""


@dataclass(frozen=True)
class _Guest:
    """What a family told as it booked, and what became of that two days ago and until now."""

    then: Attendance | None
    now: Attendance | None
    told: Mapping[str, Any] = field(default_factory=dict)


_GUESTS = (
    _Guest(ARRIVED, ARRIVED, {"places": 2, "co_parent": True, "babies": 2}),
    _Guest(LEFT_EARLY, None, {"older_children": 1, "wants_creche": True, "reminders": Reminders.ALSO_SOON}),
    _Guest(DID_NOT_COME, None),
    _Guest(ARRIVED, ARRIVED, {"access_needs": "A pram for two comes along."}),
    _Guest(None, None, {"places": 2}),
    _Guest(ARRIVED, None),
)


def keep(services: Mapping[str, tuple[ServiceId, VenueId | None]], families: Sequence[NewFamily], *, by: Actor) -> int:
    """Keep both registers, and say how many families have come so far."""
    now = clock.now()
    starts = _starts(now)
    with clock.use(FixedClock(now - timedelta(days=6))):
        dates = _planned(services, starts, by=by)
        booked = [_booked(session_id, families, by=by) for session_id in dates]
    came = _kept(dates[0], booked[0], [each.then for each in _GUESTS], at=starts[0], by=by)
    with clock.use(FixedClock(starts[0] - timedelta(hours=2))):
        for booking_id in booked[0][RANG]:
            cancel_for_person(by=by, session_id=dates[0], booking_id=booking_id)
    so_far = [each.now for each in _GUESTS] if starts[1] <= now else []
    return came + _kept(dates[1], booked[1], so_far, at=now, by=by)


def _starts(now: datetime) -> tuple[datetime, datetime]:
    """Two days ago, and in the hour that has begun; where that is at night, at ten in the morning."""
    local = clock.local(now)
    hour = local.hour if is_awake(now) else MORNING
    start = local.replace(hour=hour, minute=0, second=0, microsecond=0)
    return start - timedelta(days=2), start


def _planned(
    services: Mapping[str, tuple[ServiceId, VenueId | None]], starts: Sequence[datetime], *, by: Actor
) -> list[SessionId]:
    service_id, venue_id = services[SERVICE]
    series_id = add_series(by=by, series=NewSeries(service_id=service_id, code=CODE, title=TITLE))
    sessions = [
        NewSession(
            starts_at=each,
            ends_at=each + timedelta(hours=2),
            capacity=14,
            venue_id=venue_id,
            online=venue_id is None,
            interpreter_possible=True,
            has_creche=True,
            creche_places=4,
        )
        for each in starts
    ]
    return plan_sessions(by=by, series_id=series_id, sessions=sessions)


def _booked(session_id: SessionId, families: Sequence[NewFamily], *, by: Actor) -> list[BookingId]:
    return [
        book_place(by=by, family_id=family.id, order=_order(session_id, family, guest.told)).booking_id
        for guest, family in zip(_GUESTS, families[1:], strict=False)
    ]


def _order(session_id: SessionId, family: NewFamily, told: Mapping[str, Any]) -> PlaceOrder:
    parent = family.parents[0]
    return PlaceOrder(
        session_id=session_id,
        request_key=f"demonstration-register-{session_id}-{family.id}",
        contact=BookingContact(f"{parent.given_name} {parent.family_name}", parent.email, parent.phone),
        language=interface_language(parent.reads).code,
        **told,
    )


def _kept(
    session_id: SessionId, booked: Sequence[BookingId], became: Sequence[Attendance | None], *, at: datetime, by: Actor
) -> int:
    """Note what became of each, and say how many came."""
    with clock.use(FixedClock(at)):
        for booking_id, attendance in zip(booked, became, strict=False):
            if attendance:
                mark_attendance(by=by, session_id=session_id, booking_id=booking_id, attendance=attendance)
    return sum(each in (ARRIVED, LEFT_EARLY) for each in became)
