"""For those who run sessions: what is coming, and how full it is."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kith.kernel import clock
from kith.kernel.ids import SessionId
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged
from kith.platform.prepared import Given, PreparedFor
from kith.whats_on.booked import BookedCounts, counts_of
from kith.whats_on.models.sessions import Session
from kith.whats_on.queries.sessions import SessionCard, card_of

LOOK_BACK = timedelta(days=7)


@dataclass(frozen=True)
class ShiftRow:
    """A session in the list of those who run it."""

    session: SessionCard
    booked: BookedCounts


def sessions_to_run(viewer: Viewer, asked: ListAsked, *, lang: str) -> Paged[ShiftRow]:
    """The sessions of the viewer's organisation from a week ago on, soonest first, with how full they are."""
    access.require(viewer, Permission.SEE_REGISTER)
    own = access.visible(viewer, Session.objects.all())
    rows = own.filter(starts_at__gte=clock.now() - LOOK_BACK).select_related("series").order_by("starts_at", "pk")
    found = paged(rows, asked)
    counts = counts_of([SessionId(row.pk) for row in found.rows])
    return found.with_rows(ShiftRow(card_of(row, lang), counts[SessionId(row.pk)]) for row in found.rows)


def sessions_led(viewer: Viewer, *, first: datetime, last: datetime, lang: str) -> list[SessionCard]:
    """The sessions of the viewer's organisation that begin between these instants, soonest first. One statement."""
    access.require(viewer, Permission.SEE_REGISTER)
    return [card_of(row, lang) for row in _LED(viewer, first=first, last=last)]


def session_to_run(viewer: Viewer, session_id: SessionId, *, lang: str) -> SessionCard | None:
    """A session of the viewer's organisation, without those who are expected."""
    access.require(viewer, Permission.SEE_REGISTER)
    session = access.visible(viewer, Session.objects.select_related("series")).filter(pk=session_id).first()
    return card_of(session, lang) if session else None


_LED = PreparedFor(
    lambda viewer: (
        access.visible(viewer, Session.objects.filter(cancelled_at=None))
        .filter(starts_at__gte=Given("first"), starts_at__lt=Given("last"))
        .select_related("series")
        .order_by("starts_at", "pk")
    )
)
