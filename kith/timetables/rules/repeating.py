"""On which days a rule falls, and when it begins and ends by the clocks of the place. Pure."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from dateutil.rrule import MO, MONTHLY, WEEKLY, rrule, weekday

from kith.kernel.clock import LONDON
from kith.kernel.refusal import Refusal
from kith.timetables.rules.codes import NTHS, Pattern, Skip
from kith.timetables.rules.holidays import holiday_on

LONGEST = timedelta(days=731)
"""Two years: beyond that nobody knows the terms, and the list of bank holidays ends."""
_WEEKS = {Pattern.WEEKLY: 1, Pattern.FORTNIGHTLY: 2}


@dataclass(frozen=True)
class Repeat:
    """How a rule repeats: on these weekdays (Monday is 0), from its first day to its last; both count.

    ``nth`` says which one of the month, for a rule by months alone.
    """

    pattern: Pattern
    weekdays: tuple[int, ...]
    first_on: date
    last_on: date
    nth: int = 0


@dataclass(frozen=True)
class Span:
    """Days from one to another; both count."""

    first_on: date
    last_on: date

    def holds(self, day: date) -> bool:
        """Whether the day is one of them."""
        return self.first_on <= day <= self.last_on


@dataclass(frozen=True)
class Closed:
    """On which days a rule does not take place: terms it keeps to (None: none), bank holidays, and days left out."""

    terms: tuple[Span, ...] | None = None
    bank_holidays: bool = True
    left_out: Collection[date] = frozenset()

    def why(self, day: date) -> Skip | None:
        """Why nothing takes place on this day, or None if it does."""
        if day in self.left_out:
            return Skip.LEFT_OUT
        if self.bank_holidays and holiday_on(day):
            return Skip.BANK_HOLIDAY
        if self.terms is not None and not any(term.holds(day) for term in self.terms):
            return Skip.OUT_OF_TERM
        return None


@dataclass(frozen=True)
class Laid:
    """A day on which a rule falls, and why nothing takes place on it, if so."""

    on: date
    why: Skip | None = None


def may_repeat(repeat: Repeat) -> Refusal | None:
    """Say why a rule cannot repeat so, or None if it can."""
    if repeat.last_on < repeat.first_on:
        return Refusal("ends_before_it_starts")
    if repeat.last_on - repeat.first_on > LONGEST:
        return Refusal("rule_too_long")
    if not repeat.weekdays:
        return Refusal("rule_without_weekday")
    if (repeat.pattern is Pattern.MONTHLY) != (repeat.nth in NTHS):
        return Refusal("rule_without_nth")
    return None


def occurrences(repeat: Repeat) -> list[date]:
    """Every day on which the rule falls, whatever is closed then."""
    days = [weekday(each) for each in repeat.weekdays]
    last = datetime.combine(repeat.last_on, time())
    if repeat.pattern is Pattern.MONTHLY:
        first = datetime.combine(repeat.first_on, time())
        found = rrule(MONTHLY, dtstart=first, until=last, byweekday=[each(repeat.nth) for each in days])
    else:
        # Weeks are counted from the week of the first date, not from the week of the first day it could be.
        first = datetime.combine(_first(repeat), time())
        weeks = _WEEKS[repeat.pattern]
        found = rrule(WEEKLY, dtstart=first, until=last, byweekday=days, interval=weeks, wkst=MO)
    return [each.date() for each in found]


def lay_out(repeat: Repeat, closed: Closed) -> tuple[Laid, ...]:
    """Every day on which the rule falls, each with why nothing takes place then, if so."""
    return tuple(Laid(day, closed.why(day)) for day in occurrences(repeat))


def instants(on: date, starts: time, ends: time) -> tuple[datetime, datetime]:
    """When a date begins and ends: these times by the clocks of the place, whatever the clocks did that night.

    A time that the spring night leaves out is an hour later, and one that the autumn night has twice is the first of
    the two, as RFC 5545 has it.
    """
    starts_at, ends_at = (datetime.combine(on, each, LONDON).astimezone(UTC) for each in (starts, ends))
    if ends_at <= starts_at:
        ends_at = starts_at + length(starts, ends)
    return starts_at, ends_at


def length(starts: time, ends: time) -> timedelta:
    """How long a date lasts by a clock that is never changed."""
    return datetime.combine(date.min, ends) - datetime.combine(date.min, starts)


def to_come(laid: Sequence[Laid], starts: time, *, now: datetime) -> Iterator[Laid]:
    """Those that have not begun."""
    return (each for each in laid if datetime.combine(each.on, starts, LONDON) > now)


def _first(repeat: Repeat) -> date:
    week = (repeat.first_on + timedelta(days=each) for each in range(7))
    return next(day for day in week if day.weekday() in repeat.weekdays)
