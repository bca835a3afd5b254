"""Single dates of series, for rooms above that lay them out or join several."""

from collections.abc import Collection
from dataclasses import dataclass

from kith.kernel import clock
from kith.kernel.ids import OrganisationId, SessionId
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.whats_on.models.sessions import Session
from kith.whats_on.queries.sessions import SessionCard, card_of
from kith.whats_on.rules.codes import Joining


@dataclass(frozen=True)
class SeriesDate:
    """A session as a date of its series: whose it is, and its card."""

    series_id: int
    organisation_id: OrganisationId
    session: SessionCard


def dates_by_id(_viewer: Viewer, session_ids: Collection[SessionId], *, lang: str) -> list[SeriesDate]:
    """These sessions, soonest first; any viewer may know them. One statement."""
    rows = Session.objects.filter(pk__in=session_ids).select_related("series").order_by("starts_at", "pk")
    return [_date(row, lang) for row in rows]


def dates_to_plan(viewer: Viewer, *, lang: str) -> list[SeriesDate]:
    """The sessions to come of the viewer's organisation that are booked rather than just come to, soonest first."""
    access.require(viewer, Permission.MANAGE_SESSIONS)
    rows = access.visible(viewer, Session.objects.to_come(clock.now())).filter(joining=Joining.BOOKABLE)
    return [_date(row, lang) for row in rows.select_related("series")]


def _date(row: Session, lang: str) -> SeriesDate:
    return SeriesDate(row.series_id, OrganisationId(row.series.organisation_id), card_of(row, lang))
