"""The babies whose feeding is to be asked about."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q

from kith.caseloads.queries.leading import is_led_by
from kith.families.queries.cards import BabyCard, babies_born
from kith.feeding.models.statuses import FeedingStatus
from kith.feeding.rules import statuses as feeding
from kith.feeding.rules.statuses import WINDOWS, Milestone
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.kernel.listed import Listed
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer

MOST_ROWS = 50


@dataclass(frozen=True)
class DueRow:
    """A baby whose feeding is to be asked about."""

    baby: BabyCard
    milestone: Milestone
    due_on: date
    days_overdue: int

    @property
    def family_id(self) -> FamilyId:
        """The baby's family."""
        return self.baby.family_id


def due_feeding(viewer: Viewer) -> Listed[DueRow]:
    """The babies of the families I lead who can be asked about and have not been, the longest overdue first."""
    access.require(viewer, Permission.SEE_TODAY)
    milestone, on = Milestone.WEEKS_6_8, clock.today()
    rows = [
        DueRow(
            baby=baby,
            milestone=milestone,
            due_on=feeding.due_on(milestone, baby.born_on),
            days_overdue=feeding.days_overdue(milestone, born_on=baby.born_on, today=on),
        )
        for baby in _due_babies(viewer, milestone)
    ]
    return Listed.cut(rows, MOST_ROWS)


def _due_babies(viewer: Viewer, milestone: Milestone) -> list[BabyCard]:
    """Babies of the families I lead who can be asked about today and have not been."""
    window, on = WINDOWS[milestone], clock.today()
    answered = FeedingStatus.objects.current().filter(baby=OuterRef("pk"), milestone=milestone)
    return babies_born(
        born_from=on - timedelta(days=window.closes),
        born_until=on - timedelta(days=window.opens),
        where=Q(is_led_by(viewer)) & ~Q(Exists(answered)),
        limit=MOST_ROWS + 1,
    )
