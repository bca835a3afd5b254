"""The babies whose feeding is to be asked about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypedDict

from django.db.models import Exists, OuterRef, Q

from kith.caseloads.queries.leading import is_led_by
from kith.families.queries.cards import BabyCard, babies_born, babies_in_reach, baby_cards
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
from kith.platform.once import once
from kith.platform.prepared import Given, PreparedFor

MILESTONE = Milestone.WEEKS_6_8
MOST_ROWS = 50


class _Days(TypedDict):
    born_from: date
    born_until: date


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


def due_feeding(viewer: Viewer, milestone: Milestone = MILESTONE) -> Listed[DueRow]:
    """The babies of the families I lead who can be asked about and have not been, the longest overdue first."""
    access.require(viewer, Permission.SEE_TODAY)
    return once(
        ("due_feeding", milestone, viewer.membership_id),
        lambda: Listed.cut(
            _rows(baby_cards(_DUE(viewer, **_days(milestone), milestone=milestone.value)), milestone), MOST_ROWS
        ),
    )


def all_due_feeding(viewer: Viewer, asked: ListAsked) -> Paged[DueRow]:
    """All of them, a page at a time. One entry in the audit says that the list was read."""
    access.require(viewer, Permission.SEE_TODAY)
    audit.read(viewer, "feeding.due_listed", "organisations.Membership", viewer.membership_id)
    found = babies_in_reach(viewer, **_days(MILESTONE), where=_unanswered(viewer, MILESTONE), asked=asked)
    return found.with_rows(_rows(found.rows, MILESTONE))


def _rows(found: Sequence[BabyCard], milestone: Milestone) -> list[DueRow]:
    on = clock.today()
    return [
        DueRow(
            baby=baby,
            milestone=milestone,
            due_on=feeding.due_on(milestone, baby.born_on),
            days_overdue=feeding.days_overdue(milestone, born_on=baby.born_on, today=on),
        )
        for baby in found
    ]


def _days(milestone: Milestone) -> _Days:
    """On which the babies were born who can be asked about today."""
    window, on = WINDOWS[milestone], clock.today()
    return _Days(born_from=on - timedelta(days=window.closes), born_until=on - timedelta(days=window.opens))


def _unanswered(viewer: Viewer, milestone: Milestone | Given) -> Q:
    """Those of the families I lead who have not been asked about."""
    answered = FeedingStatus.objects.current().filter(baby=OuterRef("pk"), milestone=milestone)
    return Q(is_led_by(viewer)) & ~Q(Exists(answered))


_DUE = PreparedFor(
    lambda viewer: babies_born(Given("born_from"), Given("born_until"), _unanswered(viewer, Given("milestone")))[
        : MOST_ROWS + 1
    ]
)
