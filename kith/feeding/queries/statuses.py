"""How the babies of one family are fed, as was answered at each milestone."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from kith.families.queries.cards import BabyCard, FamilyCard, family_cards, family_of_baby
from kith.families.queries.reach import may_open
from kith.feeding.models.statuses import FeedingStatus
from kith.feeding.rules import statuses as feeding_rules
from kith.feeding.rules.statuses import Feeding, FirstFeed, Milestone, SkinToSkin, Source
from kith.kernel import clock
from kith.kernel.ids import BabyId, FamilyId, MembershipId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import MembershipCard, membership_cards
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.prepared import Given, Prepared


@dataclass(frozen=True)
class FeedingRow:
    """An answer, current or since corrected."""

    baby_id: BabyId
    milestone: Milestone
    status: Feeding
    asked_on: date
    recorded_at: datetime
    by: MembershipCard | None
    is_current: bool
    source: Source = Source.UNSTATED
    first_feed: FirstFeed | None = None
    skin_to_skin: SkinToSkin | None = None


@dataclass(frozen=True)
class FeedingAnswers:
    """All answers, the latest first."""

    rows: tuple[FeedingRow, ...]

    def current(self, baby_id: BabyId, milestone: Milestone) -> FeedingRow | None:
        """The answer that counts, or None where the family has not been asked."""
        return next(
            (row for row in self.rows if (row.baby_id, row.milestone, row.is_current) == (baby_id, milestone, True)),
            None,
        )


@dataclass(frozen=True)
class Asking:
    """What a worker needs on the screen to ask about one baby's feeding."""

    family: FamilyCard
    baby: BabyCard
    milestone: Milestone
    opens_on: date
    due_on: date
    closes_on: date
    before: FeedingRow | None


def answers_of(viewer: Viewer, family_id: FamilyId, baby_ids: Collection[BabyId]) -> FeedingAnswers:
    """How these babies of the family are fed; NotFound unless the viewer may open its record."""
    if not may_open(viewer, family_id):
        raise NotFound("family")
    answers = _ANSWERS(babies=list(baby_ids))
    people = membership_cards(MembershipId(row.membership_id) for row in answers if row.membership_id)
    return FeedingAnswers(tuple(_feeding_row(row, people) for row in answers))


def asking(viewer: Viewer, family_id: FamilyId, baby_id: BabyId, milestone: Milestone) -> Asking:
    """What the form to ask about feeding needs; NotFound unless the viewer may open the record. Logged as a read."""
    access.require(viewer, Permission.RECORD_FEEDING)
    family, baby = baby_opened(viewer, family_id, baby_id)
    must_live(family, baby)
    row = FeedingStatus.objects.current().filter(baby_id=baby_id, milestone=milestone).first()
    people = membership_cards([MembershipId(row.membership_id)] if row and row.membership_id else [])
    return Asking(
        family=family,
        baby=baby,
        milestone=milestone,
        opens_on=feeding_rules.opens_on(milestone, baby.born_on),
        due_on=feeding_rules.due_on(milestone, baby.born_on),
        closes_on=min(feeding_rules.closes_on(milestone, baby.born_on), clock.today()),
        before=_feeding_row(row, people) if row else None,
    )


def baby_opened(viewer: Viewer, family_id: FamilyId, baby_id: BabyId) -> tuple[FamilyCard, BabyCard]:
    """The baby and its family; NotFound unless the viewer may open the family's record. Written down as a read."""
    baby = family_of_baby(viewer, baby_id)
    if baby.family_id != family_id:
        raise NotFound("baby")
    audit.read(viewer, "feeding.feeding_opened", "families.Baby", baby_id, family_id=family_id)
    return family_cards(viewer, [family_id])[family_id], baby


def must_live(family: FamilyCard, baby: BabyCard) -> None:
    """Raise Refusal where the baby has died: of a family's babies its card names those that live."""
    if all(each.id != baby.id for each in family.babies):
        raise Refusal("baby_has_died")


def _feeding_row(row: FeedingStatus, people: dict[MembershipId, MembershipCard]) -> FeedingRow:
    return FeedingRow(
        baby_id=BabyId(row.baby_id),
        milestone=row.milestone,
        status=row.status,
        asked_on=row.asked_on,
        recorded_at=row.recorded_at,
        by=people.get(MembershipId(row.membership_id)) if row.membership_id else None,
        is_current=row.is_current,
        source=row.source,
        first_feed=row.first_feed or None,
        skin_to_skin=row.skin_to_skin or None,
    )


_ANSWERS = Prepared(lambda: FeedingStatus.objects.filter(baby_id__any=Given("babies")).order_by("-recorded_at", "-pk"))
