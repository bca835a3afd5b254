"""One baby's feeding as a page: goal, milestones, weights, assessments, plan, and what has led to a person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

from django.db.models import Q

from kith.families.queries.cards import BabyCard, FamilyCard, family_cards, family_of_baby
from kith.families.queries.reach import may_open
from kith.feeding.models.assessments import Assessment
from kith.feeding.models.goals import FeedingEnd, FeedingGoal
from kith.feeding.models.plans import FeedingPlan
from kith.feeding.models.weights import FeedingAlert, FeedingRoute, Weight
from kith.feeding.queries.alerts import AlertRow, alert_rows
from kith.feeding.queries.statuses import FeedingAnswers, answers_of, baby_opened
from kith.feeding.rules.assessments import Texts
from kith.feeding.rules.goals import AsWanted, Hope, HopedUntil
from kith.feeding.rules.statuses import Source
from kith.feeding.rules.weights import Compared, Where, step_passed
from kith.kernel.ids import BabyId, FamilyId, MembershipId
from kith.organisations.queries.people import MembershipCard, membership_cards
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.prepared import Given, Prepared

People = dict[MembershipId, MembershipCard]
Row = TypeVar("Row")


@dataclass(frozen=True)
class GoalRow:
    """What she hopes for, or hoped for then."""

    baby_id: BabyId | None
    hope: Hope
    until: HopedUntil | None
    words: str
    language: str
    source: Source
    said_at: datetime
    is_current: bool


@dataclass(frozen=True)
class EndRow:
    """How breast milk feeding ended."""

    stopped_on: date | None
    as_wanted: AsWanted


@dataclass(frozen=True)
class WeightRow:
    """A weight, current or not; ``compared`` is None where the birth weight is not known."""

    id: int
    baby_id: BabyId
    grams: int
    weighed_at: datetime
    where: Where
    by: MembershipCard | None
    is_current: bool
    is_taken_back: bool
    compared: Compared | None
    above: Decimal | None


@dataclass(frozen=True)
class AssessmentRow:
    """An assessment in the list."""

    id: int
    baby_id: BabyId
    title: Texts
    assessed_at: datetime
    by: MembershipCard | None


@dataclass(frozen=True)
class PlanRow:
    """What was agreed."""

    id: int
    baby_id: BabyId
    agreed: str
    agreed_in_her_words: str
    language: str
    agreed_with: str
    review_on: date
    agreed_at: datetime
    by: MembershipCard
    is_current: bool


@dataclass(frozen=True)
class FeedingRecord:
    """What is written down of some babies' feeding beside the milestones; the newest stands first everywhere."""

    goals: tuple[GoalRow, ...]
    weights: tuple[WeightRow, ...]
    alerts: tuple[AlertRow, ...]
    assessments: tuple[AssessmentRow, ...]
    plans: tuple[PlanRow, ...]
    steps: tuple[Decimal, ...]

    @property
    def goal(self) -> GoalRow | None:
        """The goal for this baby, or else the one for all."""
        now = [row for row in self.goals if row.is_current]
        return next((row for row in now if row.baby_id), None) or next(iter(now), None)

    @property
    def plan(self) -> PlanRow | None:
        """The plan that holds now."""
        return next((row for row in self.plans if row.is_current), None)

    def weight(self, weight_id: int) -> WeightRow:
        """One of the weights; NotFound where it is not among them."""
        return _found(next((row for row in self.weights if row.id == weight_id), None), "weight")

    def alert_of(self, *, weight_id: int | None = None, assessment_id: int | None = None) -> AlertRow | None:
        """What this weight or this assessment led to."""
        of = (weight_id, assessment_id)
        return next((row for row in self.alerts if (row.weight_id, row.assessment_id) == of), None)


@dataclass(frozen=True)
class BabyFeeding(FeedingRecord):
    """One baby's feeding record as a page."""

    family: FamilyCard
    baby: BabyCard
    answers: FeedingAnswers
    end: EndRow | None

    @property
    def lives(self) -> bool:
        """Whether anything is still asked of this baby."""
        return any(each.id == self.baby.id for each in self.family.babies)


def feeding_of_baby(viewer: Viewer, family_id: FamilyId, baby_id: BabyId) -> BabyFeeding:
    """The baby's feeding record; NotFound unless the viewer may open the family's. Written down as a read."""
    family, baby = baby_opened(viewer, family_id, baby_id)
    record = _read(family_id, {baby_id: baby.birth_weight_g})
    return BabyFeeding(
        **vars(record),
        family=family,
        baby=baby,
        answers=answers_of(viewer, family_id, [baby_id]),
        end=_end(baby_id),
    )


def feeding_of_family(viewer: Viewer, family_id: FamilyId, birth_weights: Mapping[BabyId, int | None]) -> FeedingRecord:
    """The feeding records of the family's babies (given with their birth weights); NotFound beyond reach."""
    if not may_open(viewer, family_id):
        raise NotFound("family")
    return _read(family_id, birth_weights)


def _read(family_id: FamilyId, birth_weights: Mapping[BabyId, int | None]) -> FeedingRecord:
    """Always the same questions to the database, however many babies."""
    of = list(birth_weights)
    weights, alerts, assessments, plans = (
        _WEIGHTS(babies=of),
        _ALERTS(babies=of),
        _ASSESSMENTS(babies=of),
        _PLANS(babies=of),
    )
    people = _people(
        [
            *(row.membership_id for row in weights),
            *(row.membership_id for row in assessments),
            *(row.membership_id for row in plans),
            *(row.owner_id for row in alerts),
        ]
    )
    steps = tuple(FeedingRoute.objects.steps())
    return FeedingRecord(
        goals=tuple(_goal(row) for row in _GOALS(babies=of, family_id=family_id)),
        weights=tuple(_weight(row, birth_weights[BabyId(row.baby_id)], steps, people) for row in weights),
        alerts=tuple(alert_rows(alerts, people)),
        assessments=tuple(_assessment(row, people) for row in assessments),
        plans=tuple(_plan(row, people) for row in plans),
        steps=steps,
    )


def goals_of(viewer: Viewer, family_id: FamilyId, baby_id: BabyId | None = None) -> tuple[GoalRow, ...]:
    """What the family's parent hopes and has hoped for (for one of its babies and for all), the newest first."""
    if not may_open(viewer, family_id):
        raise NotFound("family")
    rows = FeedingGoal.objects.filter(family_id=family_id).order_by("-said_at", "-pk")
    return tuple(_goal(row) for row in rows if baby_id is None or row.baby_id in (None, baby_id))


def plans_of(viewer: Viewer, family_id: FamilyId) -> dict[BabyId, PlanRow]:
    """The plan that holds for each baby of the family."""
    if not may_open(viewer, family_id):
        raise NotFound("family")
    card = family_cards(viewer, [family_id])[family_id]
    rows = list(FeedingPlan.objects.current().filter(baby_id__in=[baby.id for baby in card.babies]))
    people = _people(row.membership_id for row in rows)
    return {BabyId(row.baby_id): _plan(row, people) for row in rows}


def plan_page(viewer: Viewer, family_id: FamilyId, plan_id: int) -> tuple[BabyCard, PlanRow]:
    """One plan, present or past, with its baby; NotFound unless the viewer may open the family's record."""
    row = _found(FeedingPlan.objects.filter(pk=plan_id).first(), "plan")
    baby = family_of_baby(viewer, BabyId(row.baby_id))
    if baby.family_id != family_id:
        raise NotFound("plan")
    audit.read(viewer, "feeding.plan_opened", "feeding.FeedingPlan", plan_id, family_id=family_id)
    return baby, _plan(row, _people([row.membership_id]))


def family_for_goal(viewer: Viewer, family_id: FamilyId) -> tuple[FamilyCard, tuple[GoalRow, ...]]:
    """What the form to ask for a goal needs; written down as a read."""
    access.require(viewer, Permission.RECORD_FEEDING, family_id=family_id)
    audit.read(viewer, "feeding.goal_opened", "families.Family", family_id, family_id=family_id)
    return family_cards(viewer, [family_id])[family_id], goals_of(viewer, family_id)


def _people(membership_ids: Iterable[int | None]) -> People:
    return membership_cards(MembershipId(each) for each in set(membership_ids) if each is not None)


def _found(row: Row | None, what: str) -> Row:
    if row is None:
        raise NotFound(what)
    return row


def _goal(row: FeedingGoal) -> GoalRow:
    return GoalRow(
        baby_id=BabyId(row.baby_id) if row.baby_id else None,
        hope=row.hope,
        until=row.until or None,
        words=row.words,
        language=row.language,
        source=row.source,
        said_at=row.said_at,
        is_current=row.is_current,
    )


def _end(baby_id: BabyId) -> EndRow | None:
    row = FeedingEnd.objects.current().filter(baby_id=baby_id).first()
    return EndRow(row.stopped_on, row.as_wanted) if row else None


def _weight(row: Weight, birth_g: int | None, steps: tuple[Decimal, ...], people: People) -> WeightRow:
    compared = Compared(birth_g, row.grams) if birth_g else None
    return WeightRow(
        id=row.pk,
        baby_id=BabyId(row.baby_id),
        grams=row.grams,
        weighed_at=row.weighed_at,
        where=row.where,
        by=people.get(MembershipId(row.membership_id)) if row.membership_id else None,
        is_current=row.is_current,
        is_taken_back=row.taken_back_at is not None,
        compared=compared,
        above=step_passed(compared, steps) if compared and row.is_current else None,
    )


def _assessment(row: Assessment, people: People) -> AssessmentRow:
    by = people.get(MembershipId(row.membership_id)) if row.membership_id else None
    return AssessmentRow(row.pk, BabyId(row.baby_id), row.version.content["title"], row.assessed_at, by)


def _plan(row: FeedingPlan, people: People) -> PlanRow:
    return PlanRow(
        id=row.pk,
        baby_id=BabyId(row.baby_id),
        agreed=row.agreed,
        agreed_in_her_words=row.agreed_in_her_words,
        language=row.language,
        agreed_with=row.agreed_with,
        review_on=row.review_on,
        agreed_at=row.agreed_at,
        by=people[MembershipId(row.membership_id)],
        is_current=row.is_current,
    )


_GOALS = Prepared(
    lambda: FeedingGoal.objects.filter(
        Q(baby_id__isnull=True) | Q(baby_id__any=Given("babies")), family_id=Given("family_id")
    ).order_by("-said_at", "-pk")
)
_WEIGHTS = Prepared(lambda: Weight.objects.filter(baby_id__any=Given("babies")).order_by("-weighed_at", "-recorded_at"))
_ALERTS = Prepared(
    lambda: FeedingAlert.objects.filter(baby_id__any=Given("babies")).select_related("next_step").order_by("-raised_at")
)
_ASSESSMENTS = Prepared(
    lambda: (
        Assessment.objects.filter(baby_id__any=Given("babies"))
        .select_related("version")
        .order_by("-assessed_at", "-pk")
    )
)
_PLANS = Prepared(lambda: FeedingPlan.objects.filter(baby_id__any=Given("babies")).order_by("-agreed_at", "-pk"))
