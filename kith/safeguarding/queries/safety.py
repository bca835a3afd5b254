"""Visits alone, and what to mind before a visit."""

from dataclasses import dataclass
from datetime import date, datetime

from kith.families.queries.reach import may_open
from kith.kernel import clock
from kith.kernel.ids import FamilyId, LoneVisitId, MembershipId
from kith.organisations.queries.people import MembershipCard, colleagues_of, membership_cards
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.prepared import Given, Prepared
from kith.safeguarding.models.safety import LoneVisit, SafetyNote
from kith.safeguarding.rules.safety import Precaution, SafetyReason


@dataclass(frozen=True)
class LoneVisitRow:
    """A worker who is, or was, out alone."""

    id: LoneVisitId
    person: MembershipCard
    buddy: MembershipCard
    where: str
    began_at: datetime
    expected_at: datetime
    back_at: datetime | None
    is_overdue: bool


@dataclass(frozen=True)
class Precautions:
    """What to mind before a visit, and why; past its review staff have to look again."""

    precautions: tuple[Precaution, ...]
    reason: SafetyReason
    review_on: date
    is_past_review: bool


def my_lone_visit(viewer: Viewer) -> LoneVisitRow | None:
    """Where the viewer is alone at present."""
    row = next(iter(_OUT(me=viewer.membership_id or 0)), None)
    return _row(row) if row else None


def lone_visit(viewer: Viewer, lone_visit_id: LoneVisitId) -> LoneVisitRow:
    """One visit alone, for the worker, the colleague to alert and the managers; NotFound for all others."""
    row = access.visible(viewer, LoneVisit.objects.filter(pk=lone_visit_id)).first()
    if row is None:
        raise NotFound("lone visit")
    return _row(row)


def who_can_be_alerted(viewer: Viewer) -> list[MembershipCard]:
    """The viewer's colleagues of today, by name."""
    access.require(viewer, Permission.RECORD_CONTACT)
    found = [card for organisation_id in viewer.organisation_ids for card in colleagues_of(organisation_id)]
    return [card for card in found if card.id != viewer.membership_id]


def precautions_of(viewer: Viewer, family_id: FamilyId) -> Precautions | None:
    """What staff mind before a visit; never told to the family itself."""
    if not viewer.is_staff or not may_open(viewer, family_id):
        raise NotFound("family")
    row = next(iter(_NOTE(family_id=family_id)), None)
    if row is None:
        return None
    return Precautions(
        precautions=tuple(Precaution(each) for each in row.precautions),
        reason=row.reason,
        review_on=row.review_on,
        is_past_review=row.review_on < clock.today(),
    )


def _row(row: LoneVisit) -> LoneVisitRow:
    people = membership_cards([MembershipId(row.membership_id), MembershipId(row.buddy_id)])
    return LoneVisitRow(
        id=LoneVisitId(row.pk),
        person=people[MembershipId(row.membership_id)],
        buddy=people[MembershipId(row.buddy_id)],
        where=row.where,
        began_at=row.began_at,
        expected_at=row.expected_at,
        back_at=row.back_at,
        is_overdue=row.back_at is None and row.expected_at < clock.now(),
    )


_NOTE = Prepared(lambda: SafetyNote.objects.filter(family_id=Given("family_id"), ended_at__isnull=True)[:1])
_OUT = Prepared(lambda: LoneVisit.objects.out().filter(membership_id=Given("me")).order_by("pk")[:1])
