"""Who has come to the viewer's sessions in a quarter: by group, by time, and by what was told at the door."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Sum

from kith.cafes.models import Arrival
from kith.cafes.rules.footfall import KINDS, People
from kith.cafes.rules.totals import Totals, added, part_of_day, shown
from kith.kernel import clock
from kith.kernel.ids import SessionId
from kith.kernel.quarter import Quarter
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.whats_on.queries.desk import sessions_led
from kith.whats_on.queries.sessions import SessionCard
from kith.whats_on.rules.codes import PartOfDay

Key = TypeVar("Key", bound=Hashable)
QUARTERS_OFFERED = 5


@dataclass(frozen=True)
class QuarterTotals:
    """Who came in one quarter. What was told at the door is added up once the quarter is over.

    A day's difference between two looks would else tell what one mother said.
    """

    quarter: Quarter
    sessions: int
    people: People
    by_group: Totals[str]
    by_time: Totals[tuple[int, PartOfDay]]
    by_language: Totals[str] | None
    by_community: Totals[str] | None


def quarters_offered() -> list[Quarter]:
    """The present quarter and those before it, the latest first."""
    found = [Quarter.of(clock.today())]
    while len(found) < QUARTERS_OFFERED:
        found.append(found[-1].previous())
    return found


def quarter_totals(viewer: Viewer, quarter: Quarter, *, lang: str, smallest_shown: int) -> QuarterTotals:
    """The sums of one quarter over the sessions of the viewer's organisation, small counts hidden."""
    access.require(viewer, Permission.SEE_REGISTER)
    first, last = clock.midnight(quarter.first_day), clock.midnight(quarter.next().first_day)
    cards = {card.id: card for card in sessions_led(viewer, first=first, last=last, lang=lang)}
    by_session = {SessionId(each): people for each, people in _by("session_id", cards).items()}
    is_over = quarter.last_day < clock.today()
    named = {card.code: card.title.text for card in cards.values()}
    by_code = _grouped(((cards[each].code, people) for each, people in by_session.items()))
    return QuarterTotals(
        quarter=quarter,
        sessions=len(by_session),
        people=_sum(by_session.values()),
        by_group=shown({named[code]: people for code, people in by_code.items()}, smallest_shown=smallest_shown),
        by_time=shown(
            _grouped((_time(cards[each]), people) for each, people in by_session.items()),
            smallest_shown=smallest_shown,
        ),
        by_language=shown(_by("language", cards), smallest_shown=smallest_shown) if is_over else None,
        by_community=shown(_by("community", cards), smallest_shown=smallest_shown) if is_over else None,
    )


def _by(column: str, cards: Iterable[SessionId]) -> dict[Any, People]:
    """Those who came, by the values of a column."""
    sums = {f"sum_{kind}": Sum(kind) for kind in KINDS}
    rows = Arrival.objects.counted().filter(session_id__in=list(cards)).values(column).annotate(**sums).order_by(column)
    return {row[column]: People(**{kind: row[f"sum_{kind}"] for kind in KINDS}) for row in rows}


def _time(card: SessionCard) -> tuple[int, PartOfDay]:
    local = clock.local(card.starts_at)
    return local.weekday(), part_of_day(local)


def _grouped(pairs: Iterable[tuple[Key, People]]) -> dict[Key, People]:
    found: defaultdict[Key, People] = defaultdict(People)
    for key, people in pairs:
        found[key] = added(found[key], people)
    return dict(found)


def _sum(people: Iterable[People]) -> People:
    total = People()
    for each in people:
        total = added(total, each)
    return total
