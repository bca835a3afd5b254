"""Bookings: one by its private link, and all of a family."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef

from kith.directory.queries.cards import VenueCard
from kith.directory.queries.venues import venues_by_id
from kith.families.rules.codes import InterpreterNeed
from kith.groups.calendar import calendar_of
from kith.groups.models.bookings import Booking
from kith.groups.rules.codes import Attendance, BookingState
from kith.groups.rules.places import Needs
from kith.kernel.ids import BookingId, FamilyId, SessionId, VenueId
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.i18n.texts import LocalText, in_language
from kith.platform.prepared import Given, Prepared
from kith.walls.saying import beyond
from kith.whats_on.queries.sessions import SessionCard, card_of


@dataclass(frozen=True)
class BookingPage:
    """What the holder of the link may see: what, when, where, and where the confirmation went."""

    token: str
    state: BookingState
    needs: Needs
    creche_waits: bool
    sent_to_email: str
    sent_to_phone: str
    session: SessionCard
    venue: VenueCard | None
    is_wanted: bool
    offered_until: datetime | None
    has_lapsed: bool
    """Whether places were offered, and the time for an answer ran out."""

    @property
    def places(self) -> int:
        """How many come, without babies and children."""
        return self.needs.places


@dataclass(frozen=True)
class BookingRow:
    """A booking in a family's timeline."""

    id: BookingId
    session_id: SessionId
    token: str
    title: LocalText
    starts_at: datetime
    is_cancelled: bool
    places: int
    state: BookingState
    attendance: Attendance
    interpreter_need: InterpreterNeed
    interpreter_language: str
    cancelled_late: bool
    has_lapsed: bool = False


def booking_page(viewer: Viewer, token: str, *, lang: str) -> BookingPage | None:
    """The booking of this private link, which its holder may see."""
    row = _by_token(token)
    if row is None:
        return None
    return BookingPage(
        token=row.token,
        state=row.state,
        needs=row.needs,
        creche_waits=row.creche_waits,
        sent_to_email=row.contact_email,
        sent_to_phone="" if row.contact_email else row.contact_phone,
        session=card_of(row.session, lang),
        venue=_venue(viewer, row, lang),
        is_wanted=row.state == BookingState.BOOKED and row.others_wait,
        offered_until=row.offered_until if row.state is BookingState.OFFERED else None,
        has_lapsed=row.has_lapsed,
    )


def booking_calendar(viewer: Viewer, token: str, *, link: str) -> str | None:
    """The calendar file of this link's booking."""
    row = _by_token(token)
    return calendar_of(row, _venue(viewer, row, row.language), link=link) if row else None


def bookings_of_family(viewer: Viewer, family_id: FamilyId, *, lang: str) -> list[BookingRow]:
    """All bookings of a family within the viewer's reach, soonest first."""
    access.require(viewer, _permission(viewer), family_id=family_id)
    audit.read(viewer, "groups.bookings_of_family", "families.Family", family_id, family_id=family_id)
    return [row_of(row, lang) for row in _OF_FAMILY(family_id=family_id)]


def row_of(row: Booking, lang: str) -> BookingRow:
    """The row of a booking that comes with its session and series."""
    return BookingRow(
        id=BookingId(row.pk),
        session_id=SessionId(row.session_id),
        token=row.token,
        title=in_language(row.session.series.title, lang),
        starts_at=row.session.starts_at,
        is_cancelled=row.session.cancelled_at is not None,
        places=row.places,
        state=row.state,
        attendance=row.attendance,
        interpreter_need=row.interpreter_need,
        interpreter_language=row.interpreter_language,
        cancelled_late=row.cancelled_late,
        has_lapsed=row.has_lapsed,
    )


def _permission(viewer: Viewer) -> Permission:
    return Permission.SEE_FAMILY if viewer.is_staff else Permission.SEE_OWN_RECORD


@beyond("the one booking of this private link")
def _by_token(token: str) -> Any:
    """The booking, and whether other families wait for its places."""
    others = Booking.objects.waiting().filter(session_id=OuterRef("session_id"))
    rows = Booking.objects.select_related("session__series").filter(token=token)
    return next(iter(rows.annotate(others_wait=Exists(others))), None)


def _venue(viewer: Viewer, row: Booking, lang: str) -> VenueCard | None:
    if row.session.venue_id is None:
        return None
    venue_id = VenueId(row.session.venue_id)
    return venues_by_id(viewer, [venue_id], lang=lang)[venue_id]


_OF_FAMILY = Prepared(
    lambda: (
        Booking.objects.filter(family_id=Given("family_id"))
        .select_related("session__series")
        .order_by("session__starts_at")
    )
)
