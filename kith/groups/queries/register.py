"""For those who run a session: what is coming, and who is expected."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kith.families.rules.codes import InterpreterNeed
from kith.groups.models.bookings import Booking
from kith.groups.rules.attendance import CAME, sheets
from kith.groups.rules.codes import Attendance, BookingState
from kith.groups.rules.places import Needs
from kith.kernel.ids import BookingId, FamilyId, SessionId
from kith.methods.names import plain_letters
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.whats_on.queries.desk import session_to_run
from kith.whats_on.queries.sessions import SessionCard

LOOK_BACK = timedelta(days=7)


@dataclass(frozen=True)
class RegisterRow:
    """A family that is expected, waits, or gave its places back too late for others to plan."""

    booking_id: BookingId
    name: str
    phone: str
    email: str
    state: BookingState
    attendance: Attendance
    needs: Needs
    reads: str
    came_at: datetime | None
    left_early_at: datetime | None
    offered_until: datetime | None
    cancelled_late: bool
    creche_waits: bool

    @property
    def places(self) -> int:
        """How many come, without babies and children."""
        return self.needs.places


@dataclass(frozen=True)
class Register:
    """Who is expected at a session, by name, who waits, and who no longer comes; and how many places are kept for
    visitors who have not shown who they are.

    ``given_back`` has those who cancelled late and those that we cancelled; who cancelled in time is only counted.
    """

    session: SessionCard
    expected: tuple[RegisterRow, ...]
    waiting: tuple[RegisterRow, ...]
    given_back: tuple[RegisterRow, ...]
    cancelled_in_time: int
    places_held: int

    @property
    def places_expected(self) -> int:
        """How many people will come, counting partners and helpers."""
        return sum(row.places for row in self.expected)

    @property
    def co_parents_expected(self) -> int:
        """How many of them are the other parent."""
        return sum(row.needs.co_parent for row in self.expected)

    @property
    def interpreters(self) -> tuple[RegisterRow, ...]:
        """The families who asked for an interpreter."""
        return tuple(row for row in self.expected if row.needs.interpreter_need is InterpreterNeed.YES)

    @property
    def creche_wishes(self) -> int:
        """For how many children a place in the crèche is wished for, those who wait for one too."""
        return sum(row.needs.children_in_creche for row in self.expected)

    @property
    def came_count(self) -> int:
        """How many families have come so far."""
        return sum(row.attendance in CAME for row in self.expected)

    @property
    def still_expected(self) -> int:
        """Of how many families nothing is noted yet."""
        return sum(row.attendance is Attendance.EXPECTED for row in self.expected)

    @property
    def sheets(self) -> tuple[tuple[RegisterRow | None, ...], ...]:
        """The names for the printer, ten a page, with empty lines for those who just come."""
        return sheets(self.expected)


def register_of(viewer: Viewer, session_id: SessionId, *, lang: str) -> Register | None:
    """The register of a session of the viewer's organisation; every family on it is noted as looked at."""
    access.require(viewer, Permission.SEE_REGISTER)
    session = session_to_run(viewer, session_id, lang=lang)
    if session is None:
        return None
    bookings = list(Booking.objects.filter(session_id=session_id).order_by("booked_at", "pk"))
    shown = [each for each in bookings if each.state is not BookingState.CANCELLED or _is_shown(each, session)]
    for each in shown:
        _note_read(viewer, BookingId(each.pk), each.family_id)
    rows = [_row(each) for each in shown]
    return Register(
        session=session,
        expected=_by_name(row for row in rows if row.state is BookingState.BOOKED),
        waiting=tuple(row for row in rows if row.state in (BookingState.WAITING, BookingState.OFFERED)),
        given_back=_by_name(row for row in rows if row.state is BookingState.CANCELLED),
        cancelled_in_time=len(bookings) - len(shown),
        places_held=session.places_held,
    )


def _note_read(viewer: Viewer, booking_id: BookingId, family_id: UUID) -> None:
    audit.read(viewer, "groups.register", "groups.Booking", booking_id, family_id=FamilyId(family_id))


def _is_shown(row: Booking, session: SessionCard) -> bool:
    """Whether those who run the session want to know of a cancelled booking: it was late, or they called it off."""
    return row.cancelled_late or (session.cancelled_at is not None and row.changed_at >= session.cancelled_at)


def _by_name(rows: Iterable[RegisterRow]) -> tuple[RegisterRow, ...]:
    """In the order of names as they sound in Latin letters, whichever letters they are written in."""
    return tuple(sorted(rows, key=lambda row: (plain_letters(row.name), row.name, str(row.booking_id))))


def _row(row: Booking) -> RegisterRow:
    return RegisterRow(
        booking_id=BookingId(row.pk),
        name=row.contact_name,
        phone=row.contact_phone,
        email=row.contact_email,
        state=row.state,
        attendance=row.attendance,
        needs=row.needs,
        reads=row.language,
        came_at=row.came_at,
        left_early_at=row.left_early_at,
        offered_until=row.offered_until,
        cancelled_late=row.cancelled_late,
        creche_waits=row.creche_waits,
    )
