"""Reads of the front door."""

from dataclasses import dataclass
from datetime import date, timedelta

from kith.directory.queries import venues_by_id
from kith.front.models import Helpline
from kith.groups.queries import SessionCard, find_sessions
from kith.groups.rules import DayWish
from kith.kernel import clock
from kith.platform.access import Viewer
from kith.platform.i18n import LocalText, in_language


@dataclass(frozen=True)
class HelplineRow:
    """A helpline as a reader sees it."""

    id: int
    name: str
    number: str
    purpose: LocalText
    hours: LocalText
    source: str
    owner: str
    review_on: date
    is_confirmed: bool
    is_past_review: bool
    is_shown: bool

    @classmethod
    def of(cls, helpline: Helpline, lang: str, today: date) -> "HelplineRow":
        """The row in this language."""
        return cls(
            id=helpline.pk,
            name=helpline.name,
            number=helpline.number,
            purpose=in_language(helpline.purpose, lang),
            hours=in_language(helpline.hours, lang),
            source=helpline.source,
            owner=helpline.owner,
            review_on=helpline.review_on,
            is_confirmed=helpline.confirmed_on is not None,
            is_past_review=helpline.review_on < today,
            is_shown=helpline.is_shown,
        )


@dataclass(frozen=True)
class ComingSession:
    """A session that one can still go to, and where."""

    session: SessionCard
    venue: str


@dataclass(frozen=True)
class ComingUp:
    """What is on today, or else tomorrow."""

    is_today: bool
    sessions: tuple[ComingSession, ...]


MOST_ON_HOME = 4


def coming_up(viewer: Viewer, lang: str) -> ComingUp:
    """The next few open sessions of today; of tomorrow once today's are over; none where neither day has any."""
    found, today = find_sessions(viewer, lang=lang, within=timedelta(days=2)), clock.today()
    for day in (DayWish.TODAY, DayWish.TOMORROW):
        if cards := [card for card in found if card.suits(day, today=today)][:MOST_ON_HOME]:
            return ComingUp(day is DayWish.TODAY, _with_venues(viewer, cards, lang))
    return ComingUp(is_today=False, sessions=())


def _with_venues(viewer: Viewer, cards: list[SessionCard], lang: str) -> tuple[ComingSession, ...]:
    venues = venues_by_id(viewer, [card.venue_id for card in cards if card.venue_id], lang=lang)
    names = {venue_id: venue.name for venue_id, venue in venues.items()}
    return tuple(ComingSession(card, names.get(card.venue_id, "") if card.venue_id else "") for card in cards)


def helplines(_viewer: Viewer, lang: str) -> list[HelplineRow]:
    """The helplines the public sees, most asked for first; they are public whoever asks."""
    today = clock.today()
    return [HelplineRow.of(each, lang, today) for each in Helpline.objects.filter(is_shown=True)]


def all_helplines(_viewer: Viewer, lang: str) -> list[HelplineRow]:
    """Every helpline, hidden ones too, for those who look after the list; the page itself asks for the permission."""
    today = clock.today()
    return [HelplineRow.of(each, lang, today) for each in Helpline.objects.all()]


def helpline_to_change(_viewer: Viewer, helpline_id: int) -> dict[str, object] | None:
    """One helpline as its form shows it, or None."""
    row = Helpline.objects.filter(pk=helpline_id).values().first()
    return dict(row) if row else None
