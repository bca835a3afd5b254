"""Pairs that a person should look at, without a word of what was said in them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from kith.kernel import clock
from kith.peers.models.matching import PeerMatch
from kith.peers.models.supporting import PeerLog
from kith.peers.rules.supporting import LookAt, Pair, to_look_at
from kith.peers.settings import LONGEST_WEEKS, MOST_A_WEEK, SILENT_DAYS


@dataclass(frozen=True)
class PairToLookAt:
    """One pair by its numbers, and why it should be looked at."""

    match_id: int
    supporter_id: int
    since: date
    last_on: date | None
    why: tuple[LookAt, ...]


def pairs_to_look_at(today: date) -> list[PairToLookAt]:
    """The active pairs that were silent, in touch too often, or together for long; the oldest first."""
    rows = list(PeerMatch.objects.active())
    days: dict[int, list[date]] = defaultdict(list)
    logs = PeerLog.objects.filter(match_id__in=[row.pk for row in rows])
    for match_id, at in logs.values_list("match_id", "at"):
        days[match_id].append(clock.local(at).date())
    limits = {"silent": SILENT_DAYS.now, "often": MOST_A_WEEK.now, "weeks": LONGEST_WEEKS.now}
    found = []
    for row in rows:
        since = clock.local(row.begun_at).date()
        if why := to_look_at(Pair(since, days[row.pk]), today=today, **limits):
            found.append(PairToLookAt(row.pk, row.supporter_id, since, max(days[row.pk], default=None), why))
    return found
