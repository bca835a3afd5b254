"""What is to be done next: for one family, and for one person."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Min, QuerySet

from kith.families.queries.cards import FamilyCard, family_cards
from kith.families.queries.reach import may_open, may_person_open, organisations_that_may_open, within_reach
from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId, NextStepId
from kith.kernel.listed import Listed
from kith.organisations.queries.people import MembershipCard, membership_cards, people_who_may
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged
from kith.platform.once import once
from kith.platform.prepared import Given, Prepared, PreparedFor
from kith.tasks.models.next_steps import NextStep
from kith.tasks.rules.next_steps import StepEnd, StepKind

MOST_STEPS = 50


@dataclass(frozen=True)
class StepRow:
    """A next step, its owner, and how it ended if it did."""

    id: NextStepId
    family_id: FamilyId
    what: str
    kind: StepKind
    due_on: date
    days_overdue: int
    owner: MembershipCard
    ended_as: StepEnd | None
    ended_at: datetime | None = None
    outcome: str = ""

    @property
    def is_sign(self) -> bool:
        """Whether a sign led here: it ends with what was found and done."""
        return self.kind is StepKind.SIGN


@dataclass(frozen=True)
class StepPage:
    """One step with the people it can be given to."""

    step: StepRow
    family: FamilyCard
    people: tuple[MembershipCard, ...]


def steps_of(viewer: Viewer, family_id: FamilyId) -> tuple[StepRow, ...]:
    """What is still to be done for the family, the earliest first; NotFound unless the viewer may open its record."""
    if not may_open(viewer, family_id):
        raise NotFound("family")
    return _rows(_OPEN_FOR(family_id=family_id))


def my_steps(viewer: Viewer) -> Listed[StepRow]:
    """What the viewer is to do, the longest overdue first; the page showing it asks which families are in reach."""
    access.require(viewer, Permission.SEE_TODAY)
    return once(("my_steps", viewer.membership_id), lambda: Listed.cut(_rows(_MINE(viewer)), MOST_STEPS))


def all_my_steps(viewer: Viewer, asked: ListAsked) -> Paged[StepRow]:
    """All of them for families in reach, a page at a time. One entry in the audit says that the list was read."""
    access.require(viewer, Permission.SEE_TODAY)
    audit.read(viewer, "tasks.steps_listed", "organisations.Membership", viewer.membership_id)
    rows = NextStep.objects.open().owned_by(viewer.membership_id).filter(within_reach(viewer, family="family_id"))
    found = paged(rows.order_by("due_on", "pk"), asked)
    return found.with_rows(_rows(found.rows))


def step_page(viewer: Viewer, step_id: NextStepId) -> StepPage:
    """One step and who could do it; NotFound beyond reach. A logged read."""
    row = NextStep.objects.filter(pk=step_id).first()
    card = family_cards(viewer, [FamilyId(row.family_id)]).get(FamilyId(row.family_id)) if row else None
    if row is None or card is None:
        raise NotFound("next step")
    audit.read(viewer, "tasks.step_opened", NextStep._meta.label, step_id, family_id=card.id)
    return StepPage(_rows([row])[0], card, who_may_own(viewer, card.id))


def who_may_own(viewer: Viewer, family_id: FamilyId) -> tuple[MembershipCard, ...]:
    """The people at work who can be given a step for the family: the viewer first, then by name."""
    found = people_who_may(Permission.RECORD_CONTACT, organisations_that_may_open(family_id))
    people = (each for each in found if each.sees_all_agreed or may_person_open(each, family_id))
    return tuple(sorted(people, key=lambda each: each.id != viewer.membership_id))


def is_still_to_do(step_id: NextStepId) -> bool:
    """Whether the step, or the one it was handed on as, is still to be done."""
    row = NextStep.objects.get(pk=step_id)
    after = NextStep.objects.filter(handed_from=row).first()
    return is_still_to_do(NextStepId(after.pk)) if after else row.ended_at is None


def open_signs(family_id: FamilyId) -> tuple[StepRow, ...]:
    """The signs of the family that are not answered yet, for actions that end or hand them on."""
    return _rows(list(NextStep.objects.open().filter(family_id=family_id, kind=StepKind.SIGN).order_by("pk")))


def as_they_are_now(step_ids: Collection[NextStepId]) -> dict[NextStepId, StepRow]:
    """What became of each of these steps: of one that was handed on, the step it goes on as."""
    now = {NextStepId(row.pk): row for row in NextStep.objects.filter(pk__in=step_ids)}
    while handed := {row.pk: first for first, row in now.items() if row.ended_as == StepEnd.HANDED_ON}:
        later = {handed[row.handed_from_id or 0]: row for row in NextStep.objects.filter(handed_from_id__in=handed)}
        if not later:
            break
        now |= later
    return dict(zip(now, _rows(list(now.values())), strict=True))


def next_due(family_ids: Collection[FamilyId]) -> dict[FamilyId, date]:
    """By when the next thing is to be done for each of these families; the page that shows it asks who may see them."""
    rows = NextStep.objects.open().filter(family_id__in=family_ids).order_by().values("family_id")
    return {FamilyId(each["family_id"]): each["due"] for each in rows.annotate(due=Min("due_on"))}


def open_steps() -> QuerySet[NextStep]:
    """Every step still to be done, for the check that each has an owner."""
    return NextStep.objects.open()


def _rows(rows: Sequence[NextStep]) -> tuple[StepRow, ...]:
    owners = membership_cards(MembershipId(row.owner_id) for row in rows)
    today = clock.today()
    return tuple(
        StepRow(
            id=NextStepId(row.pk),
            family_id=FamilyId(row.family_id),
            what=row.what,
            kind=StepKind(row.kind),
            due_on=row.due_on,
            days_overdue=(today - row.due_on).days,
            owner=owners[MembershipId(row.owner_id)],
            ended_as=StepEnd(row.ended_as) if row.ended_as else None,
            ended_at=row.ended_at,
            outcome=row.outcome,
        )
        for row in rows
    )


_MINE = PreparedFor(
    lambda viewer: NextStep.objects.open().owned_by(viewer.membership_id).order_by("due_on", "pk")[: MOST_STEPS + 1]
)
_OPEN_FOR = Prepared(lambda: NextStep.objects.open().filter(family_id=Given("family_id")).order_by("due_on", "pk"))
