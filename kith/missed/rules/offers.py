"""Which dates are offered at once, by the reason why she could not come. Pure.

Each offer answers the reason: another time for time, nearer for transport, her language or an interpreter for language.
Where nothing answers it nothing is offered: a date with the same obstacle would be no answer.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from kith.kernel.ids import ServiceId, SessionId, VenueId
from kith.missed.rules.asking import Reason
from kith.whats_on.rules.codes import Audience, PartOfDay
from kith.whats_on.rules.times import HOURS

MOST_OFFERED = 3
FURTHEST = timedelta(weeks=6)
LATER = timedelta(days=10)
"""Who is not ready yet is not asked to come next Tuesday."""
CLEARLY_NEARER_KM = 0.5


@dataclass(frozen=True)
class Date:
    """A date that could be offered, or the one that was missed; by the clocks of the place."""

    session_id: SessionId
    series: str
    service_id: ServiceId
    venue_id: VenueId | None
    starts_at: datetime
    audience: Audience
    language: str
    interpreter_possible: bool
    is_evening: bool
    is_weekend: bool
    kilometres: float | None = None
    """From her home, where both are known; None online."""

    @property
    def is_online(self) -> bool:
        """Whether one need not go anywhere."""
        return self.venue_id is None

    @property
    def part(self) -> PartOfDay | None:
        """The time of day."""
        hour = self.starts_at.hour
        return next((part for part, (begins, under) in HOURS.items() if begins <= hour < under), None)


@dataclass(frozen=True)
class Missed:
    """The date that was missed, and what the family needs."""

    date: Date
    language: str
    places: int


Order = tuple[Any, ...]


def matching(reason: Reason, missed: Missed, dates: Iterable[Date], *, now: datetime) -> list[SessionId]:
    """The dates to offer, the best first: at most three, each of which answers the reason.

    One of each series comes before a second of any: three weeks of one group are no choice.
    """
    answers, order = _BY_REASON[reason]
    fitting = (each for each in dates if _is_for_her(missed, each) and answers(missed, each, now))
    best = sorted(fitting, key=lambda each: (*order(missed, each), each.starts_at, each.session_id))
    first = {each.series: each for each in reversed(best)}
    varied = sorted(best, key=lambda each: first[each.series] is not each)
    return [each.session_id for each in varied[:MOST_OFFERED]]


def _is_for_her(missed: Missed, date: Date) -> bool:
    wanted = missed.date.audience
    return date.session_id != missed.date.session_id and (
        date.audience in (wanted, Audience.EVERYONE) or wanted is Audience.EVERYONE
    )


def _at_another_time(missed: Missed, date: Date, _now: datetime) -> bool:
    was = missed.date
    return (date.starts_at.weekday(), date.part) != (was.starts_at.weekday(), was.part)


def _nearer(missed: Missed, date: Date, _now: datetime) -> bool:
    if date.is_online:
        return True
    was = missed.date.kilometres
    return was is not None and date.kilometres is not None and date.kilometres < was - CLEARLY_NEARER_KM


def _in_her_language(missed: Missed, date: Date, _now: datetime) -> bool:
    return date.language == missed.language or date.interpreter_possible


def _with_partner(_missed: Missed, date: Date, _now: datetime) -> bool:
    return date.is_evening or date.is_weekend or date.is_online


def _later(_missed: Missed, date: Date, now: datetime) -> bool:
    return date.starts_at >= now + LATER


def _elsewhere(missed: Missed, date: Date, _now: datetime) -> bool:
    return date.series != missed.date.series and (date.is_online or date.venue_id != missed.date.venue_id)


def _any(_missed: Missed, _date: Date, _now: datetime) -> bool:
    return True


def _same_first(missed: Missed, date: Date) -> Order:
    return (date.series != missed.date.series, date.service_id != missed.date.service_id)


def _nearest_first(missed: Missed, date: Date) -> Order:
    far = date.kilometres if date.kilometres is not None else 0.0
    return (date.is_online, date.service_id != missed.date.service_id, round(far))


def _hers_first(missed: Missed, date: Date) -> Order:
    return (date.language != missed.language, *_same_first(missed, date))


Answers = Callable[[Missed, Date, datetime], bool]
_BY_REASON: dict[Reason, tuple[Answers, Callable[[Missed, Date], Order]]] = {
    Reason.TIME: (_at_another_time, _same_first),
    Reason.TRANSPORT: (_nearer, _nearest_first),
    Reason.LANGUAGE: (_in_her_language, _hers_first),
    Reason.PARTNER: (_with_partner, _same_first),
    Reason.NOT_READY: (_later, _same_first),
    Reason.BABY_UNWELL: (_any, _same_first),
    Reason.UNWELCOME: (_elsewhere, _same_first),
    Reason.OTHER: (_any, _same_first),
}


def wants_interpreter(reason: Reason | None, missed: Missed, date: Date, *, had_one: bool) -> bool:
    """Whether an interpreter is booked with the place: she had one, or language was the reason, and one is needed."""
    if not date.interpreter_possible or date.language == missed.language:
        return False
    return had_one or reason is Reason.LANGUAGE
