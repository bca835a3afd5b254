"""What keeps families away, as interviews and short questions brought it, to stand beside missed dates."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from kith.kernel.choices.place import SMALLEST_COUNT
from kith.platform import access
from kith.platform.access.viewer import Viewer
from kith.studies.models import BarrierAnswer
from kith.studies.rules.asking import reasons_of
from kith.studies.rules.barriers import Barriers, Counted, barriers_shown
from kith.studies.rules.codes import Used
from kith.studies.rules.communities import group_of


@dataclass(frozen=True)
class HeardBarriers:
    """Reasons in all, by language, by ethnic group and by whether the support was used; small counts hidden."""

    in_all: Barriers
    by_language: Barriers
    by_community: Barriers
    by_use: Barriers


def heard_barriers(viewer: Viewer, first: date, last: date) -> HeardBarriers:
    """The reasons of these months; the page that shows them asks who may see it."""
    if not viewer.is_signed_in and viewer.kind.value != "system":
        raise access.Forbidden("barriers")
    months = BarrierAnswer.objects.filter(month__gte=first.replace(day=1), month__lte=last)
    rows = list(months.only("language", "community", "used", "reasons"))
    return HeardBarriers(
        _shown(rows, lambda _row: ""),
        _shown(rows, lambda row: row.language),
        _shown(rows, lambda row: group_of(row.community)),
        _shown([row for row in rows if row.used != Used.UNKNOWN], lambda row: str(row.used)),
    )


def _shown(rows: Iterable[BarrierAnswer], group: Callable[[BarrierAnswer], str]) -> Barriers:
    counted: Counted = Counter()
    for row in rows:
        for reason in reasons_of(row.reasons):
            counted[group(row), reason] += 1
    return barriers_shown(counted, smallest_shown=SMALLEST_COUNT.now)
