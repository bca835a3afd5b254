"""Why families could not come: counts for the alliance, by what they missed and by the language they read."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count

from kith.kernel import clock
from kith.kernel.barriers import Barrier
from kith.kernel.choices.place import SMALLEST_COUNT
from kith.missed.models import MissedDate, MissedDateQuerySet
from kith.platform.access import Forbidden
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.studies.queries.barriers import HeardBarriers, heard_barriers
from kith.studies.rules.barriers import Barriers, Counted, barriers_shown, share_shown
from kith.walls.saying import beyond
from kith.whats_on.queries.series import series_titles

READERS = frozenset(
    {Permission.SEE_NUMBERS, Permission.MANAGE_SESSIONS, Permission.MANAGE_ALLIANCE, Permission.SEE_THEMES}
)
"""Who counts, who plans the sessions, who answers for the alliance, and who takes part in it."""


@dataclass(frozen=True)
class BarrierPage:
    """The counts of some days, small ones hidden: of missed dates in all, by what was missed and by language, and how
    many answered; beside them what interviews and short questions brought.
    """

    first: date
    last: date
    smallest: int
    in_all: Barriers
    by_series: Barriers
    by_language: Barriers
    answered: tuple[int, int] | None
    taken: tuple[int, int] | None
    heard: HeardBarriers


def may_see_barriers(viewer: Viewer) -> bool:
    """Whether why families could not come is this viewer's business."""
    return bool(READERS & viewer.permissions)


@beyond("counts of the whole place, without a name")
def barriers(viewer: Viewer, first: date, last: date, *, lang: str) -> BarrierPage:
    """The reasons given for dates that were missed on these days. No count that could point at a family is in it."""
    if not may_see_barriers(viewer):
        raise Forbidden(Permission.SEE_NUMBERS.value)
    begin = datetime.combine(first, time(), clock.LONDON)
    end = datetime.combine(last + timedelta(days=1), time(), clock.LONDON)
    asked = MissedDate.objects.filter(told_at__isnull=False, noted_at__gte=begin, noted_at__lt=end)
    answered = asked.answered()
    smallest = SMALLEST_COUNT.now
    by_code = _counted(answered, "series")
    titles = series_titles(viewer, {group for group, _ in by_code}, lang=lang)
    by_series: Counted = Counter()
    for (code, reason), count in by_code.items():
        by_series[titles.get(code, code), reason] += count
    in_all: Counted = Counter()
    for (_group, reason), count in by_code.items():
        in_all["", reason] += count
    said = answered.count()
    return BarrierPage(
        first=first,
        last=last,
        smallest=smallest,
        in_all=barriers_shown(in_all, smallest_shown=smallest),
        by_series=barriers_shown(by_series, smallest_shown=smallest),
        by_language=barriers_shown(_counted(answered, "language"), smallest_shown=smallest),
        answered=share_shown(said, asked.count(), smallest_shown=smallest),
        taken=share_shown(answered.filter(taken_at__isnull=False).count(), said, smallest_shown=smallest),
        heard=heard_barriers(viewer, first, last),
    )


def _counted(rows: MissedDateQuerySet, group: str) -> Counted:
    found = rows.values_list(group, "reason").annotate(count=Count("*")).order_by()
    return Counter({(str(name), Barrier(reason)): count for name, reason, count in found})
