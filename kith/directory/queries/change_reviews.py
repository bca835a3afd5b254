"""What other directories' feeds would change here, for those who decide on it."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from kith.directory.models.feeds import ChangeKind, ChangeReview, Decision, ProposedChange
from kith.directory.rules.open_referral.comparing import Difference
from kith.directory.rules.open_referral.reading import Refused
from kith.kernel.ids import ChangeReviewId, OrganisationId, ProposedChangeId
from kith.organisations.queries.people import organisation_cards
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.listing import ListAsked, Paged, paged


@dataclass(frozen=True)
class ReviewRow:
    """A review in the list of those that wait."""

    id: ChangeReviewId
    source: str
    read_at: datetime
    counts: dict[ChangeKind, int]
    refused_count: int


@dataclass(frozen=True)
class ChangeRow:
    """One listing that would be new, changed or gone."""

    id: ProposedChangeId
    kind: ChangeKind
    name: str
    differences: tuple[Difference, ...]
    lacks_need: bool
    editor: str
    may_decide: bool


@dataclass(frozen=True)
class ReviewPage:
    """One review: what waits, and what was refused."""

    id: ChangeReviewId
    source: str
    read_at: datetime
    changes: Paged[ChangeRow]
    refused: tuple[Refused, ...]
    notes: tuple[str, ...]

    @property
    def decidable(self) -> tuple[ChangeRow, ...]:
        """Those this viewer may decide on."""
        return tuple(each for each in self.changes.rows if each.may_decide)


def open_reviews(viewer: Viewer) -> list[ReviewRow]:
    """The reviews that wait for an editor, latest first."""
    access.require(viewer, Permission.MANAGE_DIRECTORY)
    rows = ChangeReview.objects.filter(closed_at=None).order_by("-read_at", "-pk")
    waiting = ProposedChange.objects.filter(review__closed_at=None, decision=Decision.WAITING)
    counts = Counter(waiting.values_list("review_id", "kind"))
    return [
        ReviewRow(
            ChangeReviewId(row.pk),
            row.source,
            row.read_at,
            {kind: counts[row.pk, kind] for kind in ChangeKind},
            len(row.refused),
        )
        for row in rows
    ]


def changes_waiting(viewer: Viewer) -> int:
    """How many changes this viewer may decide on wait in all reviews."""
    access.require(viewer, Permission.MANAGE_DIRECTORY)
    waiting = ProposedChange.objects.filter(review__closed_at=None, decision=Decision.WAITING)
    if viewer.kind is not ViewerKind.SYSTEM:
        waiting = waiting.filter(Q(organisation=None) | Q(organisation_id__in=viewer.organisation_ids))
    return waiting.count()


def change_review(viewer: Viewer, review_id: int, asked: ListAsked) -> ReviewPage | None:
    """One review, with a page of the changes that wait."""
    access.require(viewer, Permission.MANAGE_DIRECTORY)
    row = ChangeReview.objects.filter(pk=review_id).first()
    if row is None:
        return None
    waiting = row.changes.filter(decision=Decision.WAITING).order_by("pk")
    if row.closed_at:
        waiting = waiting.none()
    found = paged(waiting, asked)
    names = {organisation_id: card.name for organisation_id, card in organisation_cards().items()}
    return ReviewPage(
        id=ChangeReviewId(row.pk),
        source=row.source,
        read_at=row.read_at,
        changes=found.with_rows(_row(viewer, change, names) for change in found.rows),
        refused=tuple(Refused(each["name"], tuple(each["reasons"])) for each in row.refused),
        notes=tuple(row.notes),
    )


def _row(viewer: Viewer, change: ProposedChange, names: dict[OrganisationId, str]) -> ChangeRow:
    editor = OrganisationId(change.organisation_id) if change.organisation_id else None
    return ChangeRow(
        id=ProposedChangeId(change.pk),
        kind=change.kind,
        name=change.name,
        differences=tuple(Difference(**each) for each in change.differences),
        lacks_need=change.lacks_need,
        editor=names.get(editor, "") if editor else "",
        may_decide=editor is None or viewer.kind is ViewerKind.SYSTEM or editor in viewer.organisation_ids,
    )
