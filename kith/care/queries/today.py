"""Today: what is due for the families I lead, and which families have nobody yet."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q

from kith.care import rules
from kith.care.models import FeedingStatus, NamedLead, NamedLeadQuerySet
from kith.care.rules import Milestone
from kith.families.queries import BabyCard, FamilyCard, babies, family_cards, newest_in_reach
from kith.kernel import clock
from kith.platform import access, audit
from kith.platform.access import Permission, Viewer

MOST_ROWS = 50
MOST_UNLED = 10


@dataclass(frozen=True)
class DueRow:
    """A baby whose feeding is to be asked about."""

    family: FamilyCard
    baby: BabyCard
    milestone: Milestone
    due_on: date
    days_overdue: int


@dataclass(frozen=True)
class UnledRow:
    """A family that nobody leads yet."""

    family: FamilyCard


@dataclass(frozen=True)
class Today:
    """The lists of one person's day; ``has_more`` says that a list was cut at its longest."""

    due: tuple[DueRow, ...]
    unled: tuple[UnledRow, ...]
    has_more_due: bool
    has_more_unled: bool


def today(viewer: Viewer) -> Today:
    """What is due for the families I lead, the longest overdue first, and the newest families whom nobody leads.

    One entry in the audit says that the list was read: a row of it shows a name, languages and a due day but opens no
    record, and an entry for each row at each glance would bury the real openings that a family is shown
    (docs/decisions/0010-who-looked.md).
    """
    access.require(viewer, Permission.SEE_TODAY)
    audit.read(viewer, "care.today_listed", "organisations.Membership", viewer.membership_id)
    milestone = Milestone.WEEKS_6_8
    due = _due_babies(viewer, milestone)
    unled = newest_in_reach(viewer, where=~Q(Exists(_led("pk"))), limit=MOST_UNLED + 1)
    cards = family_cards(viewer, {baby.family_id for baby in due} | set(unled))
    on = clock.today()
    rows = [
        DueRow(
            family=cards[baby.family_id],
            baby=baby,
            milestone=milestone,
            due_on=rules.due_on(milestone, baby.born_on),
            days_overdue=rules.days_overdue(milestone, born_on=baby.born_on, today=on),
        )
        for baby in due
        if baby.family_id in cards
    ]
    return Today(
        due=tuple(rows[:MOST_ROWS]),
        unled=tuple(UnledRow(cards[family_id]) for family_id in unled[:MOST_UNLED] if family_id in cards),
        has_more_due=len(due) > MOST_ROWS,
        has_more_unled=len(unled) > MOST_UNLED,
    )


def _due_babies(viewer: Viewer, milestone: Milestone) -> list[BabyCard]:
    """Babies of the families I lead who can be asked about today and have not been."""
    window, on = rules.WINDOWS[milestone], clock.today()
    answered = FeedingStatus.objects.filter(baby=OuterRef("pk"), milestone=milestone, is_current=True)
    mine = _led("family_id").by_person(viewer.membership_id)
    return babies(
        viewer,
        born_from=date.fromordinal(on.toordinal() - window.closes),
        born_until=date.fromordinal(on.toordinal() - window.opens),
        where=Q(Exists(mine)) & ~Q(Exists(answered)),
        limit=MOST_ROWS + 1,
    )


def _led(reference: str) -> NamedLeadQuerySet:
    return NamedLead.objects.current().filter(family_id=OuterRef(reference))
