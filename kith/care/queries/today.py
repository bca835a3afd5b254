"""Today: what is due for the families I lead, and which families have nobody yet."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q

from kith.care.models.feeding import FeedingStatus
from kith.care.models.leading import NamedLead, NamedLeadQuerySet
from kith.care.rules import feeding
from kith.care.rules.feeding import WINDOWS, Milestone
from kith.families.queries.cards import BabyCard, babies, newest_in_reach
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.kernel.listed import Listed
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer

MOST_ROWS = 50
MOST_UNLED = 10


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


@dataclass(frozen=True)
class UnledRow:
    """A family that nobody leads yet."""

    family_id: FamilyId


def look_at_today(viewer: Viewer) -> None:
    """Note that the viewer reads the lists of her day.

    One entry in the audit says that the lists were read: a row of them shows a name, languages and a due day but opens
    no record, and an entry for each row at each glance would bury the real openings that a family is shown
    (docs/decisions/0010-who-looked.md).
    """
    access.require(viewer, Permission.SEE_TODAY)
    audit.read(viewer, "care.today_listed", "organisations.Membership", viewer.membership_id)


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


def unled_families(viewer: Viewer) -> Listed[UnledRow]:
    """The newest families in reach whom nobody leads."""
    access.require(viewer, Permission.SEE_TODAY)
    newest = newest_in_reach(viewer, where=~Q(Exists(_led("pk"))), limit=MOST_UNLED + 1)
    return Listed.cut([UnledRow(family_id) for family_id in newest], MOST_UNLED)


def _due_babies(viewer: Viewer, milestone: Milestone) -> list[BabyCard]:
    """Babies of the families I lead who can be asked about today and have not been."""
    window, on = WINDOWS[milestone], clock.today()
    answered = FeedingStatus.objects.filter(baby=OuterRef("pk"), milestone=milestone, is_current=True)
    mine = NamedLead.objects.filter(family_id=OuterRef("family_id")).followed_by(viewer.membership_id, on)
    return babies(
        viewer,
        born_from=on - timedelta(days=window.closes),
        born_until=on - timedelta(days=window.opens),
        where=Q(Exists(mine)) & ~Q(Exists(answered)),
        limit=MOST_ROWS + 1,
    )


def _led(reference: str) -> NamedLeadQuerySet:
    return NamedLead.objects.current().filter(family_id=OuterRef(reference))
