"""Feeding by quarter, from the record: counts of the whole place, without a name."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count
from django.db.models.functions import TruncQuarter

from kith.families.queries.counting import births_by_quarter, deaths_of_babies
from kith.feeding.models.statuses import FeedingStatus
from kith.feeding.rules.statuses import DENOMINATORS, Denominator, Feeding, Milestone, born_between, due_on
from kith.kernel import clock
from kith.kernel.quarter import Quarter
from kith.platform.access.viewer import Viewer
from kith.walls.saying import beyond


@dataclass(frozen=True)
class QuarterCounts:
    """The babies due in a quarter by how they are fed; unknown is every baby due whose feeding is not known."""

    quarter: Quarter
    due: int
    totally: int
    partially: int
    not_at_all: int
    denominator_is: Denominator = Denominator.DUE

    @property
    def denominator(self) -> int:
        """Of how many a share at this milestone is taken: all who are due, or those whose feeding is known."""
        return self.due if self.denominator_is is Denominator.DUE else self.known

    @property
    def known(self) -> int:
        """Babies whose feeding is known."""
        return self.totally + self.partially + self.not_at_all

    @property
    def unknown(self) -> int:
        """Babies due who were not asked about, or asked about and not known."""
        return self.due - self.known


@beyond("counts of the whole place, without a name")
def feeding_by_quarter(viewer: Viewer, milestone: Milestone, first: Quarter, last: Quarter) -> list[QuarterCounts]:
    """Each quarter's babies due by today and how they are fed: counts of the whole place, for any viewer.

    A baby counts in the quarter in which the milestone falls due; one who is not yet due counts in none, and neither
    does one who has died by that day, whatever was answered before (docs/decisions/0013-bereavement.md).
    """
    until = min(last.last_day, clock.today())
    born = born_between(milestone, first.first_day, until)
    died = [each for each in deaths_of_babies(viewer, *born) if each.died_on <= due_on(milestone, each.born_on)]
    due: Counter[Quarter] = Counter()
    age = due_on(milestone, born[0]) - born[0]
    for begins_on, count in births_by_quarter(viewer, *born, at_age=age).items():
        due[Quarter.of(begins_on)] += count
    due.subtract(Quarter.of(due_on(milestone, each.born_on)) for each in died)
    fed: Counter[tuple[Quarter, str]] = Counter()
    answers = FeedingStatus.objects.current().filter(milestone=milestone, due_on__range=(first.first_day, until))
    answers = answers.exclude(baby_id__in=[each.baby_id for each in died]).order_by()
    by_quarter = answers.annotate(begins_on=TruncQuarter("due_on")).values_list("begins_on", "status")
    for begins_on, status, count in by_quarter.annotate(count=Count("*")):
        fed[Quarter.of(begins_on), status] += count
    return [
        QuarterCounts(
            quarter=quarter,
            due=due[quarter],
            totally=fed[quarter, Feeding.TOTALLY],
            partially=fed[quarter, Feeding.PARTIALLY],
            not_at_all=fed[quarter, Feeding.NOT_AT_ALL],
            denominator_is=DENOMINATORS[milestone],
        )
        for quarter in _quarters(first, last)
    ]


def _quarters(first: Quarter, last: Quarter) -> list[Quarter]:
    found = []
    while first <= last:
        found.append(first)
        first = first.next()
    return found
