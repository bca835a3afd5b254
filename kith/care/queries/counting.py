"""Feeding by quarter, from the record: counts of the whole place, without a name."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce, TruncQuarter

from kith.care import rules
from kith.care.models import FeedingEnd, FeedingGoal, FeedingStatus
from kith.care.rules import AsWanted, Denominator, Feeding, Hope, Milestone
from kith.families.queries import births_by_quarter, deaths_of_babies
from kith.kernel import clock
from kith.kernel.quarter import Quarter
from kith.platform.access import Viewer


@dataclass(frozen=True)
class QuarterCounts:
    """The babies due in a quarter by how they are fed; unknown is everybody due whose feeding is not known."""

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


def feeding_by_quarter(viewer: Viewer, milestone: Milestone, first: Quarter, last: Quarter) -> list[QuarterCounts]:
    """Each quarter's babies due by today and how they are fed: counts of the whole place, for anybody.

    A baby counts in the quarter in which the milestone falls due; one who is not yet due counts in none, and neither
    does one who has died by that day, whatever was answered before (docs/decisions/0013-bereavement.md).
    """
    until = min(last.last_day, clock.today())
    born = rules.born_between(milestone, first.first_day, until)
    died = [each for each in deaths_of_babies(viewer, *born) if each.died_on <= rules.due_on(milestone, each.born_on)]
    due: Counter[Quarter] = Counter()
    age = rules.due_on(milestone, born[0]) - born[0]
    for begins_on, count in births_by_quarter(viewer, *born, at_age=age).items():
        due[Quarter.of(begins_on)] += count
    due.subtract(Quarter.of(rules.due_on(milestone, each.born_on)) for each in died)
    fed: Counter[tuple[Quarter, str]] = Counter()
    answers = FeedingStatus.objects.filter(is_current=True, milestone=milestone, due_on__range=(first.first_day, until))
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
            denominator_is=rules.DENOMINATORS[milestone],
        )
        for quarter in _quarters(first, last)
    ]


def _quarters(first: Quarter, last: Quarter) -> list[Quarter]:
    found = []
    while first <= last:
        found.append(first)
        first = first.next()
    return found


@dataclass(frozen=True)
class AsWantedCount:
    """How many mothers, of those who hoped for this, judged the end like this; hope None: she was never asked."""

    hope: Hope | None
    as_wanted: AsWanted
    count: int


def fed_as_wanted(viewer: Viewer, first: date, last: date) -> list[AsWantedCount]:  # noqa: ARG001  # counts, for anybody
    """Whether mothers fed as long as they wanted, by what they hoped for, over the babies asked about in these days.

    Counts of the whole place, to stand beside the rates; whoever publishes them puts them under disclosure control
    first. The share is of those who said, never of all babies: it is not a 6-to-8-week rate.
    """
    goals = FeedingGoal.objects.filter(is_current=True)
    own = goals.filter(baby_id=OuterRef("baby_id")).values("hope")[:1]
    of_family = goals.filter(baby_id__isnull=True, family_id=OuterRef("baby__family_id")).values("hope")[:1]
    ends = FeedingEnd.objects.filter(is_current=True, asked_on__range=(first, last)).order_by()
    by_hope = ends.annotate(hope=Coalesce(Subquery(own), Subquery(of_family))).values_list("hope", "as_wanted")
    return [
        AsWantedCount(Hope(hope) if hope else None, AsWanted(as_wanted), count)
        for hope, as_wanted, count in by_hope.annotate(count=Count("*")).order_by("hope", "as_wanted")
    ]
