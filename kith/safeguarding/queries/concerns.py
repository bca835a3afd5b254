"""Safeguarding concerns, for those who raised them and for the safeguarding leads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kith.families.queries.cards import FamilyCard, family_cards
from kith.kernel.ids import ConcernId, FamilyId, MembershipId
from kith.organisations.queries.people import MembershipCard, membership_cards
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer, system_actor
from kith.platform.listing import ListAsked, Paged, paged
from kith.safeguarding.models.concerns import Concern
from kith.safeguarding.rules.concerns import CONCERN, About, ClosingReason, ConcernState
from kith.walls.saying import beyond

# A concern is about a family whose consent may since have ended: the name still goes to those who must act.
NAMER = system_actor("safeguarding.concerns")


@dataclass(frozen=True)
class ConcernRow:
    """A concern in the list of those who may see it."""

    id: ConcernId
    family: FamilyCard
    about: tuple[About, ...]
    is_danger_now: bool
    raised_at: datetime
    raised_by: MembershipCard
    state: ConcernState


@dataclass(frozen=True)
class ConcernStepRow:
    """A state it came to."""

    state: ConcernState
    at: datetime
    by: MembershipCard
    reason: ClosingReason | None
    note: str


@dataclass(frozen=True)
class ConcernPage:
    """One concern in the words of the worker who raised it, all its states, and those this viewer may move it to."""

    row: ConcernRow
    words: str
    steps: tuple[ConcernStepRow, ...]
    next_states: tuple[ConcernState, ...]


def concerns(viewer: Viewer, asked: ListAsked) -> Paged[ConcernRow]:
    """The concerns that the viewer may see, the latest first; no viewer learns how many others there are."""
    found = paged(access.visible(viewer, Concern.objects.all()).order_by("-raised_at", "-pk"), asked)
    audit.read(viewer, "safeguarding.concerns_listed", "organisations.Membership", viewer.membership_id)
    return found.with_rows(_rows(found.rows))


def concern_page(viewer: Viewer, concern_id: ConcernId) -> ConcernPage:
    """One concern; NotFound for those who may not see it. A read that names no family in the audit."""
    row = access.visible(viewer, Concern.objects.filter(pk=concern_id)).first()
    if row is None:
        raise NotFound("concern")
    audit.read(viewer, "safeguarding.concern_opened", Concern._meta.label, concern_id)
    steps = list(row.steps.order_by("at", "pk"))
    people = membership_cards(MembershipId(step.by_id) for step in steps)
    may_move = Permission.SEE_CONCERNS in viewer.permissions
    return ConcernPage(
        row=_rows([row])[0],
        words=row.words,
        steps=tuple(
            ConcernStepRow(
                state=step.state,
                at=step.at,
                by=people[MembershipId(step.by_id)],
                reason=step.reason or None,
                note=step.note,
            )
            for step in steps
        ),
        next_states=tuple(sorted(CONCERN.following[row.state])) if may_move else (),
    )


@beyond("a concern is told with its family's name to those who must act, whatever has become of the consent")
def _families(family_ids: set[FamilyId]) -> dict[FamilyId, FamilyCard]:
    return family_cards(NAMER, family_ids)


def _rows(rows: Sequence[Concern]) -> list[ConcernRow]:
    families = _families({FamilyId(row.family_id) for row in rows})
    people = membership_cards(MembershipId(row.raised_by_id) for row in rows)
    return [
        ConcernRow(
            id=ConcernId(row.pk),
            family=families[FamilyId(row.family_id)],
            about=tuple(About(each) for each in row.about),
            is_danger_now=row.is_danger_now,
            raised_at=row.raised_at,
            raised_by=people[MembershipId(row.raised_by_id)],
            state=row.state,
        )
        for row in rows
    ]
