"""Reads of the front door."""

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from kith.directory.queries.venues import venues_by_id
from kith.front import rules
from kith.front.models import Helpline, Way
from kith.kernel import clock
from kith.library.queries.signs import signs_mark
from kith.platform.access.viewer import Viewer
from kith.platform.i18n.texts import LocalText, in_language
from kith.platform.web.lasting import LastingCopy
from kith.whats_on.queries.sessions import SessionCard, find_sessions
from kith.whats_on.rules.codes import DayWish

Facts = dict[str, Any]


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
    is_shown: bool
    is_text: bool
    is_automatic: bool
    source_url: str
    checked_on: date | None
    """The day the place confirmed it, or else the day its source last said so."""

    @property
    def is_past_review(self) -> bool:
        """Whether an editor should have looked at it again by now."""
        return self.review_on < clock.today()

    @classmethod
    def of(cls, facts: Facts, lang: str) -> "HelplineRow":
        """The row in this language."""
        checked_on = facts["confirmed_on"] or facts["stated_on"]
        return cls(
            id=facts["id"],
            name=facts["name"],
            number=facts["number"],
            purpose=in_language(facts["purpose"], lang),
            hours=in_language(facts["hours"], lang),
            source=facts["source"],
            owner=facts["owner"],
            review_on=date.fromisoformat(facts["review_on"]),
            is_confirmed=facts["confirmed_on"] is not None,
            is_shown=facts["is_shown"],
            is_text=facts["way"] == Way.TEXT,
            is_automatic=facts["is_automatic"],
            source_url=facts["source_url"],
            checked_on=date.fromisoformat(checked_on) if checked_on else None,
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
    """The helplines the public sees, most urgent first; they are public to every viewer, and outlast the database."""
    return [HelplineRow.of(facts, lang) for facts in _helplines.current() if facts["is_shown"]]


def all_helplines(_viewer: Viewer, lang: str) -> list[HelplineRow]:
    """Every helpline, hidden ones too, for those who look after the list; the page itself asks for the permission."""
    return [HelplineRow.of(facts, lang) for facts in _build_helplines()]


def help_now_mark() -> str:
    """A text that is another one whenever Help now is; asks no database."""
    return f"{signs_mark()} {_helplines.mark()}"


def _build_helplines() -> list[Facts]:
    return [
        {
            **{name: value for name, value in row.items() if not isinstance(value, date)},
            **{name: value.isoformat() for name, value in row.items() if isinstance(value, date)},
        }
        for row in Helpline.objects.values()
    ]


def _shipped_helplines() -> list[Facts]:
    return [
        {
            **asdict(line),
            "id": place,
            "stated_on": line.stated_on.isoformat(),
            "review_on": rules.REVIEW_ON.isoformat(),
            "confirmed_on": None,
            "owner": rules.OWNER,
            "is_shown": True,
        }
        for place, line in enumerate(rules.shipped_helplines(), start=1)
    ]


_helplines: LastingCopy[list[Facts]] = LastingCopy(
    "helplines", build=_build_helplines, shipped=_shipped_helplines, read=list
)


def helpline_to_change(_viewer: Viewer, helpline_id: int) -> dict[str, object] | None:
    """One helpline as its form shows it, or None."""
    row = Helpline.objects.filter(pk=helpline_id).values().first()
    return dict(row) if row else None
