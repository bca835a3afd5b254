"""The babies whose feeding is to be asked about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypedDict

from django.db.models import Exists, OuterRef, Q

from kith.caseloads.queries.leading import is_led_by
from kith.families.queries.cards import BabyCard, babies_born, babies_in_reach
from kith.feeding.models.statuses import FeedingStatus
from kith.feeding.rules import statuses as feeding
from kith.feeding.rules.statuses import WINDOWS, Milestone
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.kernel.listed import Listed
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged

MILESTONE = Milestone.WEEKS_6_8
MOST_ROWS = 50


class _DueBabies(TypedDict):
    born_from: date
    born_until: date
    where: Q


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
    return Listed.cut(_rows(babies_born(**_due(viewer), limit=MOST_ROWS + 1)), MOST_ROWS)


def all_due_feeding(viewer: Viewer, asked: ListAsked) -> Paged[DueRow]:
    """All of them, a page at a time. One entry in the audit says that the list was read."""
    access.require(viewer, Permission.SEE_TODAY)
    audit.read(viewer, "feeding.due_listed", "organisations.Membership", viewer.membership_id)
    found = babies_in_reach(viewer, **_due(viewer), asked=asked)
    return found.with_rows(_rows(found.rows))


def _rows(found: Sequence[BabyCard]) -> list[DueRow]:
    on = clock.today()
    return [
        DueRow(
            baby=baby,
            milestone=MILESTONE,
            due_on=feeding.due_on(MILESTONE, baby.born_on),
            days_overdue=feeding.days_overdue(MILESTONE, born_on=baby.born_on, today=on),
        )
        for baby in found
    ]


def _due(viewer: Viewer) -> _DueBabies:
    """Those of the families I lead who can be asked about today and have not been."""
    window, on = WINDOWS[MILESTONE], clock.today()
    answered = FeedingStatus.objects.current().filter(baby=OuterRef("pk"), milestone=MILESTONE)
    return _DueBabies(
        born_from=on - timedelta(days=window.closes),
        born_until=on - timedelta(days=window.opens),
        where=Q(is_led_by(viewer)) & ~Q(Exists(answered)),
    )
