"""For those who run a session: what is coming, and who is expected."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from kith.families.rules.codes import InterpreterNeed
from kith.groups.models.bookings import Booking
from kith.groups.models.sessions import Session
from kith.groups.queries.sessions import SessionCard, card_of
from kith.groups.rules.codes import Attendance, BookingState
from kith.kernel import clock
from kith.kernel.ids import BookingId, FamilyId, SessionId
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged
from kith.platform.prepared import Given, PreparedFor

LOOK_BACK = timedelta(days=7)


@dataclass(frozen=True)
class ShiftRow:
    """A session in the list of those who run it."""

    session: SessionCard
    places_taken: int
    waiting_count: int
    interpreter_count: int


@dataclass(frozen=True)
class RegisterRow:
    """A family that is expected, or waits."""

    booking_id: BookingId
    name: str
    phone: str
    email: str
    places: int
    state: BookingState
    attendance: Attendance
    interpreter_need: InterpreterNeed
    interpreter_language: str
    reads: str
    access_needs: str


@dataclass(frozen=True)
class Register:
    """Who is expected at a session, and how many places are kept for visitors who have not shown who they are."""

    session: SessionCard
    expected: tuple[RegisterRow, ...]
    waiting: tuple[RegisterRow, ...]
    places_held: int

    @property
    def places_expected(self) -> int:
        """How many people will come, counting partners and helpers."""
        return sum(row.places for row in self.expected)

    @property
    def interpreters(self) -> tuple[RegisterRow, ...]:
        """The families who asked for an interpreter."""
        return tuple(row for row in self.expected if row.interpreter_need is InterpreterNeed.YES)


def sessions_to_run(viewer: Viewer, asked: ListAsked, *, lang: str) -> Paged[ShiftRow]:
    """The sessions of the viewer's organisation from a week ago on, soonest first, with how full they are."""
    access.require(viewer, Permission.SEE_REGISTER)
    live = Q(bookings__state=BookingState.BOOKED)
    rows = (
        access.visible(viewer, Session.objects.all())
        .filter(starts_at__gte=clock.now() - LOOK_BACK)
        .select_related("series")
        .annotate(
            waiting_count=Count("bookings", filter=Q(bookings__state=BookingState.WAITING)),
            interpreter_count=Count("bookings", filter=live & Q(bookings__interpreter_need=InterpreterNeed.YES)),
        )
        .order_by("starts_at", "pk")
    )
    counted: Paged[Any] = paged(rows, asked)  # with the two counts, which the type of a row does not know
    return counted.with_rows(
        ShiftRow(card_of(row, lang), row.places_taken, row.waiting_count, row.interpreter_count) for row in counted.rows
    )


def sessions_led(viewer: Viewer, *, first: datetime, last: datetime, lang: str) -> list[SessionCard]:
    """The sessions of the viewer's organisation that begin between these instants, soonest first. One statement."""
    access.require(viewer, Permission.SEE_REGISTER)
    return [card_of(row, lang) for row in _LED(viewer, first=first, last=last)]


def register_of(viewer: Viewer, session_id: SessionId, *, lang: str) -> Register | None:
    """The register of a session of the viewer's organisation; every family on it is noted as looked at."""
    access.require(viewer, Permission.SEE_REGISTER)
    session = access.visible(viewer, Session.objects.select_related("series")).filter(pk=session_id).first()
    if session is None:
        return None
    bookings = session.bookings.live().order_by("booked_at", "pk")
    rows = [(_row(each), each.family_id) for each in bookings]
    for row, family_id in rows:
        _note_read(viewer, row.booking_id, family_id)
    return Register(
        session=card_of(session, lang),
        expected=tuple(row for row, _ in rows if row.state is BookingState.BOOKED),
        waiting=tuple(row for row, _ in rows if row.state is BookingState.WAITING),
        places_held=session.places_held,
    )


def session_to_run(viewer: Viewer, session_id: SessionId, *, lang: str) -> SessionCard | None:
    """A session of the viewer's organisation, without those who are expected."""
    access.require(viewer, Permission.SEE_REGISTER)
    session = access.visible(viewer, Session.objects.select_related("series")).filter(pk=session_id).first()
    return card_of(session, lang) if session else None


def _note_read(viewer: Viewer, booking_id: BookingId, family_id: UUID) -> None:
    audit.read(viewer, "groups.register", "groups.Booking", booking_id, family_id=FamilyId(family_id))


def _row(row: Booking) -> RegisterRow:
    return RegisterRow(
        booking_id=BookingId(row.pk),
        name=row.contact_name,
        phone=row.contact_phone,
        email=row.contact_email,
        places=row.places,
        state=row.state,
        attendance=row.attendance,
        interpreter_need=row.interpreter_need,
        interpreter_language=row.interpreter_language,
        reads=row.language,
        access_needs=row.access_needs,
    )


_LED = PreparedFor(
    lambda viewer: (
        access.visible(viewer, Session.objects.filter(cancelled_at=None))
        .filter(starts_at__gte=Given("first"), starts_at__lt=Given("last"))
        .select_related("series")
        .order_by("starts_at", "pk")
    )
)
