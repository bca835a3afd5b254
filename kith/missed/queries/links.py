"""The page behind the private link of a missed date; and those that still wait for an answer, for her own page."""

from dataclasses import dataclass

from kith.families.queries.bereavement import is_bereaved
from kith.groups.queries.missed import missed_booking
from kith.kernel import clock
from kith.kernel.ids import BookingId, FamilyId, SessionId
from kith.missed.matching import OfferedDate, found_for
from kith.missed.models import MissedDate
from kith.missed.rules.asking import Reason, is_open
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.walls.saying import beyond
from kith.whats_on.queries.sessions import SessionCard


@dataclass(frozen=True)
class MissedPage:
    """What the holder of the link sees: what she missed, what she said, what is offered, and what she has taken."""

    token: str
    session: SessionCard
    reason: Reason | None
    offers: tuple[OfferedDate, ...]
    taken: OfferedDate | None


@dataclass(frozen=True)
class OpenQuestion:
    """A date that a family was asked about and has not answered."""

    token: str
    session: SessionCard


@beyond("the one missed date of this private link")
def missed_page(viewer: Viewer, token: str, *, lang: str) -> MissedPage | None:
    """What stands behind this link; None where it is over, NotFound for no link of ours."""
    access.require(viewer, Permission.ANSWER_BY_LINK)
    row = MissedDate.objects.filter(token=token).first()
    if row is None:
        raise NotFound("missed date")
    booking = missed_booking(viewer, BookingId(row.booking_id), lang=lang)
    if booking is None or not _is_open(row):
        return None
    reason = Reason(row.reason) if row.reason else None
    taken_id = SessionId(row.taken_session_id) if row.taken_session_id else None
    if taken_id is None and reason is None:
        return MissedPage(token, booking.session, reason, (), None)
    found = found_for(viewer, booking, lang=lang, but_of_family=taken_id is None)
    taken = found.by_id(taken_id) if taken_id else None
    offers = found.for_reason(reason) if reason and taken_id is None else ()
    return MissedPage(token, booking.session, reason, offers, taken)


def questions_of(viewer: Viewer, family_id: FamilyId, *, lang: str) -> tuple[OpenQuestion, ...]:
    """What a parent was asked and has not answered, the latest first; nothing of another family."""
    if family_id not in viewer.family_ids or is_bereaved(family_id):
        return ()
    rows = MissedDate.objects.open_of(family_id).filter(reason="", told_at__isnull=False).order_by("-told_at")
    return tuple(
        OpenQuestion(row.token, booking.session)
        for row in rows[:3]
        if _is_open(row) and (booking := missed_booking(viewer, BookingId(row.booking_id), lang=lang))
    )


def _is_open(row: MissedDate) -> bool:
    is_closed = row.closed_at is not None or is_bereaved(FamilyId(row.family_id))
    return is_open(row.told_at, is_closed=is_closed, now=clock.now())


def token_of(viewer: Viewer, booking_id: BookingId) -> str:
    """The token of the link that was sent about this booking, for Kith itself; empty where none was."""
    if viewer.kind is not ViewerKind.SYSTEM:
        raise NotFound("missed date")
    row = MissedDate.objects.filter(booking_id=booking_id, told_at__isnull=False, closed_at__isnull=True).first()
    return row.token if row else ""
