"""Several dates at once, for a room above that books them as one: the dates, and how families stand on them."""

from collections.abc import Collection
from dataclasses import dataclass

from kith.groups.models.bookings import Booking
from kith.groups.models.sessions import Session
from kith.groups.queries.sessions import SessionCard, card_of
from kith.groups.rules.codes import LIVE_STATES, Attendance, BookingState
from kith.kernel import clock
from kith.kernel.ids import BookingId, FamilyId, OrganisationId, SessionId
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class SeriesDate:
    """A session as a date of its series: whose it is, and its card."""

    series_id: int
    organisation_id: OrganisationId
    session: SessionCard


@dataclass(frozen=True)
class DateBooking:
    """How a family stands on one date: the booking that lives, else the one given back last."""

    id: BookingId
    token: str
    places: int
    state: BookingState
    attendance: Attendance


def dates_by_id(_viewer: Viewer, session_ids: Collection[SessionId], *, lang: str) -> list[SeriesDate]:
    """These sessions, soonest first; any viewer may know them. One statement."""
    rows = Session.objects.filter(pk__in=session_ids).select_related("series").order_by("starts_at", "pk")
    return [_date(row, lang) for row in rows]


def dates_to_plan(viewer: Viewer, *, lang: str) -> list[SeriesDate]:
    """The sessions to come of the viewer's organisation that are booked rather than just come to, soonest first."""
    access.require(viewer, Permission.MANAGE_SESSIONS)
    rows = access.visible(viewer, Session.objects.to_come(clock.now())).filter(joining="bookable")
    return [_date(row, lang) for row in rows.select_related("series")]


def bookings_on(
    _viewer: Viewer, session_ids: Collection[SessionId], family_ids: Collection[FamilyId]
) -> dict[tuple[FamilyId, SessionId], DateBooking]:
    """How each of these families stands on each of these dates, as far as the viewer may see it. One statement."""
    rows = Booking.objects.filter(session_id__in=session_ids, family_id__in=family_ids).order_by("booked_at", "pk")
    found: dict[tuple[FamilyId, SessionId], DateBooking] = {}
    for row in rows:
        key = FamilyId(row.family_id), SessionId(row.session_id)
        if key not in found or found[key].state not in LIVE_STATES:
            found[key] = DateBooking(BookingId(row.pk), row.token, row.places, row.state, row.attendance)
    return found


def _date(row: Session, lang: str) -> SeriesDate:
    return SeriesDate(row.series_id, OrganisationId(row.series.organisation_id), card_of(row, lang))
