"""A small record for tests: babies of a quarter, and a release as it is made at the desk."""

from datetime import date, timedelta

from kith.families.actions import loading as families_loading
from kith.families.rules.entries import NewBaby, NewFamily, NewParent
from kith.feeding.actions.past import NewFeeding
from kith.feeding.rules.statuses import Feeding, Milestone
from kith.insight.actions import Said, release_quarter
from kith.insight.queries.desk import preview
from kith.insight.rules.releases import ReleaseId
from kith.kernel.ids import BabyId
from kith.kernel.quarter import Quarter
from kith.platform.access.viewer import Viewer, system_actor
from testing import past as care_loading

SYSTEM = system_actor("test")


def born(due_on: date, count: int, statuses: list[Feeding | None]) -> list[BabyId]:
    """Babies who are due on that day, fed as the list says in turn; None was never asked."""
    birthday = due_on - timedelta(days=56)
    babies = [NewBaby(born_on=birthday) for _ in range(count)]
    families_loading.load(
        by=SYSTEM, families=[NewFamily(parents=(NewParent("Ana", "Example"),), babies=(baby,)) for baby in babies]
    )
    care_loading.load(
        by=SYSTEM,
        entries=[
            NewFeeding(baby.id, birthday, Milestone.WEEKS_6_8, status, due_on - timedelta(days=7))
            for at, baby in enumerate(babies)
            if (status := statuses[at % len(statuses)])
        ],
    )
    return [baby.id for baby in babies]


def release(
    by: Viewer, quarter: Quarter, note: str = "Counted and checked.", reason: str = "Late answers."
) -> ReleaseId:
    """Look at the quarter and release what was seen."""
    draft = preview(by, year=quarter.year, number=quarter.number)
    return release_quarter(
        by=by, quarter=quarter, edition=draft.edition, seen=draft.seen, said=Said(note, "en", reason)
    )
