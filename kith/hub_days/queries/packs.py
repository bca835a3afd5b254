"""A day as it is taken along, on a device or on paper: the registers, and the pages of advice to hand out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from kith.cafes.queries.one_to_one import TurnRow, list_of
from kith.cafes.rules.codes import CLOSED_STATES
from kith.directory.queries.cards import VenueCard
from kith.directory.queries.venues import venues_by_id
from kith.groups.queries.register import Register, RegisterRow, register_of
from kith.hub_days.models import Device
from kith.hub_days.queries.days import sessions_of_day
from kith.hub_days.rules.codes import DeviceId
from kith.kernel.ids import SessionId, VenueId
from kith.kernel.languages import ENGLISH, interface_language
from kith.library.queries.reading import advice_list
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.i18n.texts import LocalText

MOST_LANGUAGES = 4
"""Hand-outs are listed in the languages that most of those expected read."""


@dataclass(frozen=True)
class PageToHandOut:
    """A page of advice, by its title in each language of the day."""

    slug: str
    titles: tuple[LocalText, ...]


@dataclass(frozen=True)
class Pack:
    """All that is taken along. Phones, e-mails and records stay behind: a device can be lost."""

    venue: VenueCard
    on: date
    registers: tuple[Register, ...]
    turns: Mapping[SessionId, tuple[TurnRow, ...]]
    pages: tuple[PageToHandOut, ...]

    @property
    def turns_to_come(self) -> tuple[TurnRow, ...]:
        """The turns that are not over, for paper."""
        return tuple(turn for turns in self.turns.values() for turn in turns if turn.state not in CLOSED_STATES)


@dataclass(frozen=True)
class DeviceKept:
    """A device as its own page needs it."""

    id: DeviceId
    venue_id: VenueId
    on: date
    ends_at: datetime
    is_withdrawn: bool
    secret: bytes


def pack_of(viewer: Viewer, venue_id: VenueId, on: date, *, lang: str) -> Pack:
    """The day at this venue; every family on it is noted as looked at. NotFound where there is no session."""
    access.require(viewer, Permission.SEE_REGISTER)
    cards = sessions_of_day(viewer, venue_id, on, lang=lang)
    venue = venues_by_id(viewer, [venue_id], lang=lang).get(venue_id)
    if venue is None or not cards:
        raise NotFound("hub day")
    registers = tuple(found for card in cards if (found := register_of(viewer, card.id, lang=lang)))
    rows = [row for each in registers for row in each.expected]
    turns = {each.session.id: _turns(viewer, each.session.id, lang) for each in registers}
    return Pack(venue, on, registers, turns, _pages(viewer, languages_of(rows, lang)))


def own_device(viewer: Viewer, device_id: DeviceId) -> DeviceKept:
    """The device that the viewer has prepared; NotFound for all others."""
    access.require(viewer, Permission.SEE_REGISTER)
    row = Device.objects.filter(pk=device_id, membership_id=viewer.membership_id or 0).first()
    if row is None:
        raise NotFound("device")
    is_withdrawn = row.withdrawn_at is not None
    return DeviceKept(DeviceId(row.pk), VenueId(row.venue_id), row.on, row.ends_at, is_withdrawn, row.secret)


def languages_of(rows: list[RegisterRow], lang: str) -> tuple[str, ...]:
    """The languages of hand-outs: the reader's own, English, and those that most of the expected read."""
    read = [interface_language(row.reads).code for row in rows]
    by_count = sorted(set(read), key=lambda code: (-read.count(code), code))
    return tuple(dict.fromkeys((lang, ENGLISH.code, *by_count)))[:MOST_LANGUAGES]


def _turns(viewer: Viewer, session_id: SessionId, lang: str) -> tuple[TurnRow, ...]:
    """Turns one to one: those who wait, those with a time to come, and those that are over, which a tap takes back."""
    found = list_of(viewer, session_id, lang=lang)
    return (*found.here, *found.to_come, *found.over) if found else ()


def _pages(viewer: Viewer, languages: tuple[str, ...]) -> tuple[PageToHandOut, ...]:
    titles: dict[str, dict[str, LocalText]] = {}
    for language in languages:
        for topic in advice_list(viewer, language):
            for line in topic.pages:
                titles.setdefault(line.slug, {})[line.title.lang] = line.title
    return tuple(PageToHandOut(slug, tuple(words.values())) for slug, words in titles.items())
