"""How welcome people felt, counted by venue and by community, before and after something was changed."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count

from kith.directory.queries.venues import venues_by_id
from kith.kernel.choices.place import SMALLEST_COUNT
from kith.kernel.ids import VenueId
from kith.listening.models.stories import VenueChange, WelcomeAnswer
from kith.listening.rules.codes import Felt
from kith.listening.rules.reading import month_of
from kith.listening.rules.welcome import HIDDEN, Counts, Everywhere, Shown, rows_shown
from kith.methods.names import sorting_key
from kith.places.codes.ethnicity import category
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer

MOST_CHANGES = 6
OTHERS, NOT_SAID = "others", "not_said"
Answer = tuple[int, date, str, Felt]


@dataclass(frozen=True)
class Segment:
    """A venue, from one change of it to the next: ``since`` and ``until`` are empty at either end."""

    venue: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class BeforeAfter:
    """What was changed at a venue on a day, and the answers of each community there before and since."""

    venue: str
    what: str
    changed_on: date
    before: Mapping[str, Shown]
    after: Mapping[str, Shown]

    @property
    def groups(self) -> tuple[str, ...]:
        """The communities that are in either."""
        return tuple(dict.fromkeys((*self.before, *self.after)))


@dataclass(frozen=True)
class Welcome:
    """All of it; counts of few people stand as those of other venues or communities, and small counts are hidden."""

    venues: tuple[tuple[Segment, Shown], ...]
    communities: Mapping[str, Shown]
    changes: tuple[BeforeAfter, ...]
    smallest: int


def welcome_counts(viewer: Viewer, *, lang: str) -> Welcome:
    """Counts by venue, by community, and before and after each change; a month that holds a change counts as after."""
    access.require(viewer, Permission.SEE_THEMES)
    answers = _answers()
    changes = list(VenueChange.objects.order_by("-changed_on", "pk"))
    ids = {VenueId(each[0]) for each in answers if each[0]} | {VenueId(row.venue_id) for row in changes}
    names = {int(venue_id): card.name for venue_id, card in venues_by_id(viewer, ids, lang=lang).items()}
    least = SMALLEST_COUNT.now
    by_segment: dict[Segment, Counter[Felt]] = defaultdict(Counter)
    by_group: dict[str, Counter[Felt]] = defaultdict(Counter)
    for (venue_id, month, group, felt), count in answers.items():
        by_group[group][felt] += count
        if venue_id in names:
            span = _span(month, _days(changes, venue_id))
            by_segment[Segment(names[venue_id], *span)][felt] += count
    venues = rows_shown(by_segment, others=Segment(OTHERS), least=least)
    groups = rows_shown(by_group, others=OTHERS, least=least)
    everywhere = Everywhere(by_group, groups, OTHERS, least)

    def around(row: VenueChange) -> BeforeAfter:
        """One change: what each community said at that venue before and since."""
        name, days, since = names.get(row.venue_id, ""), _days(changes, row.venue_id), month_of(row.changed_on)
        sides = [_side(answers, row.venue_id, days, since, is_after=each) for each in (False, True)]
        before, after = (everywhere.within(part, venues.get(Segment(name, *span), HIDDEN)) for part, span in sides)
        return BeforeAfter(name, row.what, row.changed_on, before, after)

    return Welcome(
        tuple(sorted(venues.items(), key=lambda row: _by_name(row[0]))),
        groups,
        tuple(around(row) for row in changes[:MOST_CHANGES]),
        least,
    )


def _side(
    answers: Counter[Answer], venue_id: int, days: list[date], changed: date, *, is_after: bool
) -> tuple[Counts[str], tuple[date | None, date | None]]:
    """The answers at a venue since a change, or between the one before it and it; and from when until when."""
    span = _span(changed if is_after else changed - timedelta(days=1), days)
    found: dict[str, Counter[Felt]] = defaultdict(Counter)
    for (venue, month, group, felt), count in answers.items():
        if venue == venue_id and _span(month, days) == span:
            found[group][felt] += count
    return found, span


def _answers() -> Counter[Answer]:
    groups = WelcomeAnswer.objects.values_list("venue_id", "month", "community", "felt").annotate(count=Count("pk"))
    found: Counter[Answer] = Counter()
    for venue_id, month, community, felt, count in groups:
        found[venue_id or 0, month, _group_of(community), Felt(felt)] += count
    return found


def _group_of(community: str) -> str:
    """One of the five groups in which counts are published."""
    group = category(community).nhs_group if community else None
    return group.value if group else NOT_SAID


def _days(changes: list[VenueChange], venue_id: int) -> list[date]:
    return sorted({month_of(row.changed_on) for row in changes if row.venue_id == venue_id})


def _span(month: date, days: list[date]) -> tuple[date | None, date | None]:
    """Between which changes a month lies."""
    since = max((day for day in days if day <= month), default=None)
    return since, min((day for day in days if day > month), default=None)


def _by_name(segment: Segment) -> tuple[bool, object, date]:
    return segment.venue == OTHERS, sorting_key(segment.venue), segment.since or date.min
