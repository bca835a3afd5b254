"""The calendar for the public, and for members who shared what and which of them has not been asked."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kith.awareness.models.events import PromotedEvent, SharedWhere
from kith.awareness.rules.codes import Channel, EventId, EventKind
from kith.awareness.rules.known import KNOWN, Known
from kith.kernel import clock
from kith.kernel.ids import OrganisationId
from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.organisations.queries.alliance import alliance_members
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.i18n.texts import LocalText, in_language
from kith.platform.listing import ListAsked, Paged, paged


@dataclass(frozen=True)
class EventCard:
    """An event in the reader's language."""

    id: EventId
    kind: EventKind
    title: LocalText
    short: LocalText
    long: LocalText
    link: str
    from_on: date
    until_on: date
    source: str
    is_called_off: bool

    @property
    def is_one_day(self) -> bool:
        """Whether it begins and ends on the same day."""
        return self.from_on == self.until_on

    @property
    def is_over(self) -> bool:
        """Whether its days are past."""
        return self.until_on < clock.today()


@dataclass(frozen=True)
class SharedRow:
    """One way in which a member shared an event."""

    channel: Channel
    where: str
    noted_on: date


@dataclass(frozen=True)
class MemberRow:
    """A member beside an event: since when it is asked, and what it shared."""

    organisation_id: OrganisationId
    name: str
    asked_on: date | None
    shared: tuple[SharedRow, ...]


@dataclass(frozen=True)
class EventRow:
    """An event in a member's list: what her own organisation shared, and how many were asked and shared."""

    card: EventCard
    own: tuple[Channel, ...]
    shared_count: int
    not_asked_count: int


@dataclass(frozen=True)
class Kit:
    """An event with its words in every language, and the members beside it."""

    card: EventCard
    texts: tuple[EventCard, ...]
    members: tuple[MemberRow, ...]
    own_organisation: OrganisationId | None

    @property
    def not_asked(self) -> tuple[MemberRow, ...]:
        """Members that have not been asked and have shared nothing by themselves."""
        return tuple(each for each in self.members if each.asked_on is None and not each.shared)

    @property
    def own(self) -> MemberRow | None:
        """The viewer's own organisation among the members."""
        return next((each for each in self.members if each.organisation_id == self.own_organisation), None)


def calendar(_viewer: Viewer, *, lang: str) -> list[EventCard]:
    """What is to come, for the public, the next first."""
    return [_card(row, lang) for row in PromotedEvent.objects.to_come(clock.today())]


def event_for_all(_viewer: Viewer, event_id: int, *, lang: str) -> EventCard:
    """One event for the public; one that is called off is not found."""
    row = PromotedEvent.objects.not_called_off().filter(pk=event_id).first()
    if row is None:
        raise NotFound("event")
    return _card(row, lang)


def events_listed(viewer: Viewer, asked: ListAsked, *, is_over: bool, lang: str) -> Paged[EventRow]:
    """The events to come, or those that are over, for people at work."""
    every, today = PromotedEvent.objects, clock.today()
    page = paged(every.over(today) if is_over else every.to_come(today), asked)
    members = _members(viewer, page.rows)
    own = _own(viewer)

    def row_of(row: PromotedEvent) -> EventRow:
        beside = members[row.pk]
        mine = [each.channel for member in beside if member.organisation_id == own for each in member.shared]
        not_asked = sum(each.asked_on is None and not each.shared for each in beside)
        return EventRow(_card(row, lang), tuple(mine), sum(bool(each.shared) for each in beside), not_asked)

    return page.with_rows([row_of(row) for row in page.rows])


def kit(viewer: Viewer, event_id: int, *, lang: str) -> Kit:
    """One event with everything to share it."""
    row = PromotedEvent.objects.filter(pk=event_id).first()
    if row is None:
        raise NotFound("event")
    texts = tuple(_card(row, each.code) for each in INTERFACE_LANGUAGES)
    return Kit(_card(row, lang), texts, tuple(_members(viewer, [row])[row.pk]), _own(viewer))


def known_days(viewer: Viewer) -> list[tuple[Known, bool]]:
    """The days known beyond this place, each with whether its next dates stand in the calendar."""
    if Permission.MANAGE_MEETINGS not in viewer.permissions:
        return []
    planned = set(PromotedEvent.objects.to_come(clock.today()).exclude(known="").values_list("known", flat=True))
    return [(each, each.key.value in planned) for each in KNOWN]


def members_to_ask_count(viewer: Viewer) -> int:
    """How many events to come have a member that has not been asked, for those who ask."""
    if Permission.MANAGE_MEETINGS not in viewer.permissions:
        return 0
    rows = list(PromotedEvent.objects.to_come(clock.today()))
    members = _members(viewer, rows)
    return sum(any(each.asked_on is None and not each.shared for each in members[row.pk]) for row in rows)


def shared_counts(viewer: Viewer, *, since: date) -> tuple[int, int]:
    """How many events since this day at least one member shared, and how many there were."""
    rows = list(PromotedEvent.objects.not_called_off().filter(from_on__gte=since, from_on__lte=clock.today()))
    members = _members(viewer, rows)
    return sum(any(each.shared for each in members[row.pk]) for row in rows), len(rows)


def _card(row: PromotedEvent, lang: str) -> EventCard:
    return EventCard(
        id=EventId(row.pk),
        kind=row.kind,
        title=in_language(row.title, lang),
        short=in_language(row.short, lang),
        long=in_language(row.long, lang),
        link=row.link,
        from_on=row.from_on,
        until_on=row.until_on,
        source=row.source,
        is_called_off=row.called_off_on is not None,
    )


def _members(viewer: Viewer, rows: Iterable[PromotedEvent]) -> dict[int, list[MemberRow]]:
    """Every member beside each event, by name."""
    ids = [row.pk for row in rows]
    asked: dict[tuple[int, int], date] = {}
    for event_id, organisation_id, day in _asks(ids):
        asked[event_id, organisation_id] = day
    shared: dict[tuple[int, int], list[SharedRow]] = defaultdict(list)
    for each in SharedWhere.objects.filter(event__in=ids).order_by("channel"):
        shared[each.event_id, each.organisation_id].append(SharedRow(each.channel, each.where, each.noted_on))
    members = alliance_members(viewer, lang="en") if ids else []
    return {
        event_id: [
            MemberRow(each.id, each.name, asked.get((event_id, each.id)), tuple(shared[event_id, each.id]))
            for each in members
        ]
        for event_id in ids
    }


def _asks(ids: list[int]) -> Iterable[tuple[int, int, date]]:
    rows = PromotedEvent.objects.filter(pk__in=ids, asks__isnull=False)
    return rows.values_list("pk", "asks__organisation_id", "asks__asked_on")


def _own(viewer: Viewer) -> OrganisationId | None:
    return min(viewer.organisation_ids, default=None)
