"""What is to be put right: one's own, those of a venue, and one with those who could do it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kith.directory.queries.venues import venues_by_id
from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId, OrganisationId, VenueId
from kith.kernel.listed import Listed
from kith.organisations.queries.people import MembershipCard, colleagues_of, membership_cards
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.viewer import Viewer
from kith.platform.i18n.texts import LocalText
from kith.welcome.models.improvements import Improvement
from kith.welcome.rules.codes import Criterion, ImprovementEnd, ImprovementId

MOST = 50
SOON = timedelta(days=14)


@dataclass(frozen=True)
class ImprovementRow:
    """Something to put right, where, whose it is, and how late."""

    id: ImprovementId
    venue_id: VenueId
    venue: str
    criterion: Criterion | None
    what: LocalText
    owner: MembershipCard
    due_on: date
    days_overdue: int
    ended_as: ImprovementEnd | None
    ended_at: str
    outcome: str
    family_id: FamilyId | None = None


@dataclass(frozen=True)
class ImprovementPage:
    """One of them, and the colleagues who could do it."""

    row: ImprovementRow
    people: tuple[MembershipCard, ...]


def my_improvements(viewer: Viewer) -> Listed[ImprovementRow]:
    """What the viewer is to put right soon, the longest overdue first."""
    mine = Improvement.objects.open().owned_by(viewer.membership_id).filter(due_on__lte=clock.today() + SOON)
    return Listed.cut(_rows(viewer, mine[: MOST + 1]), MOST)


def improvements_of(viewer: Viewer, venue_id: VenueId) -> tuple[ImprovementRow, ...]:
    """What is still to be put right at a venue of one's own organisation, the first due first."""
    return _rows(viewer, access.visible(viewer, Improvement.objects.open()).filter(venue_id=venue_id)[:MOST])


def improvement_page(viewer: Viewer, improvement_id: ImprovementId) -> ImprovementPage:
    """One of one's own organisation; NotFound for any other."""
    found = access.visible(viewer, Improvement.objects.all()).filter(pk=improvement_id).first()
    if found is None:
        raise NotFound("improvement")
    (row,) = _rows(viewer, [found])
    return ImprovementPage(row, tuple(colleagues_of(OrganisationId(found.organisation_id))))


def _rows(viewer: Viewer, found: Iterable[Improvement]) -> tuple[ImprovementRow, ...]:
    rows = list(found)
    if not rows:
        return ()
    venues = venues_by_id(viewer, {VenueId(row.venue_id) for row in rows}, lang="en")
    people = membership_cards(MembershipId(row.owner_id) for row in rows)
    today = clock.today()
    return tuple(
        ImprovementRow(
            id=ImprovementId(row.pk),
            venue_id=VenueId(row.venue_id),
            venue=venues[VenueId(row.venue_id)].name,
            criterion=Criterion(row.criterion) if row.criterion else None,
            what=LocalText(row.what, row.language),
            owner=people[MembershipId(row.owner_id)],
            due_on=row.due_on,
            days_overdue=(today - row.due_on).days,
            ended_as=ImprovementEnd(row.ended_as) if row.ended_as else None,
            ended_at=row.ended_at.isoformat() if row.ended_at else "",
            outcome=row.outcome,
        )
        for row in rows
    )
