"""The nine steps of the plan: what shows how each stands, what is missing, who answers for it and by when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.kernel.plan import PlanStep
from kith.organisations.queries.people import MembershipCard, membership_cards
from kith.plans.models.steps import PlanEntry
from kith.plans.wording.plan import STEP_NAMES, STEP_SENTENCES
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged
from kith.showing.evidence import Shown, evidence_of_step


@dataclass(frozen=True)
class EntryRow:
    """One entry of a step's history."""

    done: str
    gap: str
    owner: MembershipCard | None
    next_on: date
    noted_on: date
    noted_by: MembershipCard | None

    @property
    def days_overdue(self) -> int:
        """How long its day is past."""
        return (clock.today() - self.next_on).days

    @property
    def has_left(self) -> bool:
        """Whether its owner no longer works here."""
        return self.owner is None or self.owner.left_on(clock.today()) is not None


@dataclass(frozen=True)
class StepRow:
    """One step as it stands: its last entry, if there is one, and what rooms show of it."""

    step: PlanStep
    shown: tuple[Shown, ...]
    entry: EntryRow | None

    @property
    def name(self) -> str:
        """What it is called."""
        return str(STEP_NAMES[self.step])

    @property
    def sentence(self) -> str:
        """What it asks."""
        return str(STEP_SENTENCES[self.step])


@dataclass(frozen=True)
class StepPage:
    """One step with its whole history, and whether the viewer may add to it."""

    row: StepRow
    history: Paged[EntryRow]
    may_note: bool


@dataclass(frozen=True)
class MyStep:
    """A step that the viewer answers for."""

    step: PlanStep
    name: str
    next_on: date
    days_overdue: int


def plan(viewer: Viewer, *, lang: str) -> tuple[StepRow, ...]:
    """All nine steps, in their order."""
    access.require(viewer, Permission.SEE_THEMES)
    newest = {row.step: row for row in PlanEntry.objects.newest()}
    entries = dict(zip(newest, _rows(newest.values()), strict=True))
    return tuple(StepRow(each, evidence_of_step(viewer, each, lang=lang), entries.get(each)) for each in PlanStep)


def step_page(viewer: Viewer, step: str, asked: ListAsked, *, lang: str) -> StepPage:
    """One step, for those who take part and for its owner; NotFound for all others."""
    if step not in set(PlanStep):
        raise NotFound("step")
    of = PlanStep(step)
    rows = PlanEntry.objects.filter(step=of).order_by("-pk")
    last = rows.first()
    is_own = last is not None and last.owner_id == viewer.membership_id
    if not (is_own or Permission.SEE_THEMES in viewer.permissions):
        raise NotFound("step")
    page = paged(rows, asked)
    entry = _rows([last])[0] if last else None
    shown = evidence_of_step(viewer, of, lang=lang)
    may_note = is_own or Permission.MANAGE_MEETINGS in viewer.permissions
    return StepPage(StepRow(of, shown, entry), page.with_rows(_rows(page.rows)), may_note)


def my_steps(viewer: Viewer) -> tuple[MyStep, ...]:
    """The steps that the viewer answers for, the first due first."""
    if viewer.membership_id is None:
        return ()
    today = clock.today()
    mine = [row for row in PlanEntry.objects.newest() if row.owner_id == viewer.membership_id]
    return tuple(
        MyStep(PlanStep(row.step), str(STEP_NAMES[PlanStep(row.step)]), row.next_on, (today - row.next_on).days)
        for row in sorted(mine, key=lambda row: (row.next_on, row.pk))
    )


def late_step_count(viewer: Viewer) -> int:
    """How many steps are past their day, for those who prepare meetings."""
    if Permission.MANAGE_MEETINGS not in viewer.permissions:
        return 0
    return sum(row.next_on < clock.today() for row in PlanEntry.objects.newest())


def _rows(entries: Iterable[PlanEntry]) -> tuple[EntryRow, ...]:
    found = list(entries)
    people = membership_cards(MembershipId(each) for row in found for each in (row.owner_id, row.noted_by_id))
    return tuple(
        EntryRow(
            row.done,
            row.gap,
            people.get(MembershipId(row.owner_id)),
            row.next_on,
            row.noted_on,
            people.get(MembershipId(row.noted_by_id)),
        )
        for row in found
    )
