"""How welcome people felt, counted by venue and by community, before and after something was changed."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from kith.directory.queries.venues import venues_by_id
from kith.kernel.ids import VenueId
from kith.listening.models.stories import VenueChange, WelcomeAnswer
from kith.listening.rules.codes import Felt
from kith.listening.rules.promises import shown
from kith.listening.rules.reading import month_of
from kith.listening.settings import SMALLEST_COUNT
from kith.methods.names import sorting_key
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class WelcomeRow:
    """Answers at one venue, or of one community: small counts and a small total hidden (None)."""

    name: str
    counts: Mapping[Felt, int | None]
    total: int | None


@dataclass(frozen=True)
class BeforeAfter:
    """Answers at a venue in the months before a change, and from its month on."""

    venue: str
    what: str
    changed_on: date
    before: WelcomeRow
    after: WelcomeRow


@dataclass(frozen=True)
class Welcome:
    """All of it."""

    venues: tuple[WelcomeRow, ...]
    communities: tuple[WelcomeRow, ...]
    changes: tuple[BeforeAfter, ...]


def welcome_counts(viewer: Viewer, *, lang: str) -> Welcome:
    """Counts by venue, by community, and before and after each change; a month that holds a change counts as after."""
    access.require(viewer, Permission.SEE_THEMES)
    groups = WelcomeAnswer.objects.values_list("venue_id", "month", "community", "felt").annotate(count=Count("pk"))
    answers = [(venue, month, community, Felt(felt), count) for venue, month, community, felt, count in groups]
    changes = list(VenueChange.objects.order_by("-changed_on", "pk")[:20])
    ids = {VenueId(each[0]) for each in answers if each[0]} | {VenueId(row.venue_id) for row in changes}
    names = {venue_id: card.name for venue_id, card in venues_by_id(viewer, ids, lang=lang).items()}
    venues = [
        _counted(name, ((felt, count) for venue, _, _, felt, count in answers if venue == venue_id))
        for venue_id, name in sorted(names.items(), key=lambda each: sorting_key(each[1]))
    ]
    communities = [
        _counted(code, ((felt, count) for _, _, community, felt, count in answers if community == code))
        for code in sorted({each[2] for each in answers} - {""})
    ]
    return Welcome(
        tuple(row for row in venues if row.total is None or row.total),
        tuple(communities),
        tuple(_before_after(row, names.get(VenueId(row.venue_id), ""), answers) for row in changes),
    )


def _before_after(row: VenueChange, name: str, answers: list[tuple[int | None, date, str, Felt, int]]) -> BeforeAfter:
    there = [(month, felt, count) for venue, month, _, felt, count in answers if venue == row.venue_id]
    since = month_of(row.changed_on)
    before = _counted("", ((felt, count) for month, felt, count in there if month < since))
    after = _counted("", ((felt, count) for month, felt, count in there if month >= since))
    return BeforeAfter(name, row.what, row.changed_on, before, after)


def _counted(name: str, answers: Iterable[tuple[Felt, int]]) -> WelcomeRow:
    counts: Counter[Felt] = Counter(dict.fromkeys(Felt, 0))
    for felt, count in answers:
        counts[felt] += count
    least, total = SMALLEST_COUNT.now, sum(counts.values())
    if 0 < total < least:
        return WelcomeRow(name, dict.fromkeys(Felt), None)
    return WelcomeRow(name, shown(counts, least=least), total)
