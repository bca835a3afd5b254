"""Which dates a changed rule leaves as they are, which move, which end and which are new. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kith.timetables.rules.codes import Pattern
from kith.timetables.rules.repeating import Laid


@dataclass(frozen=True)
class DateThere:
    """A date that stands already: its key, the day on which the rule has it, and whether it was changed alone."""

    key: int
    on: date
    is_own: bool = False


@dataclass(frozen=True)
class Pairs:
    """What becomes of each date: kept on this day (the same one or another), ended, or new."""

    kept: tuple[tuple[DateThere, date], ...]
    ended: tuple[DateThere, ...]
    new: tuple[date, ...]


def pair(there: Sequence[DateThere], laid: Sequence[Laid], pattern: Pattern) -> Pairs:
    """Pair the dates that stand with the days of the changed rule.

    A date on one of these days stays there; one whose day is gone moves to a day of the same week (of the same month
    for a rule by months) that has none yet, so that who has booked keeps her place; any other ends. One that was
    changed alone stays while the rule falls on its day, whatever is closed then.
    """
    days, all_days = {each.on for each in laid if each.why is None}, {each.on for each in laid}
    kept = [(each, each.on) for each in there if each.on in (all_days if each.is_own else days)]
    stays = {each.key for each, _ in kept}
    left, free = [each for each in there if each.key not in stays], sorted(days - {day for _, day in kept})
    by_period = defaultdict(list)
    for day in reversed(free):
        by_period[_period(day, pattern)].append(day)
    ended = []
    for each in sorted(left, key=lambda one: (one.on, one.key)):
        if near := by_period[_period(each.on, pattern)]:
            kept.append((each, near.pop()))
        else:
            ended.append(each)
    new = sorted(day for days_left in by_period.values() for day in days_left)
    return Pairs(_in_order(kept), tuple(ended), tuple(new))


def _period(day: date, pattern: Pattern) -> tuple[int, int]:
    return (day.year, day.month) if pattern is Pattern.MONTHLY else day.isocalendar()[:2]


def _in_order(kept: Iterable[tuple[DateThere, date]]) -> tuple[tuple[DateThere, date], ...]:
    return tuple(sorted(kept, key=lambda one: (one[1], one[0].key)))
