"""The one clock: all code asks it, tests and demonstrations set it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Protocol
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


class Clock(Protocol):
    """Anything that can say what instant it is."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True)
class FixedClock:
    """A clock that always says the same instant."""

    instant: datetime

    def __post_init__(self) -> None:
        if self.instant.tzinfo is None:
            raise ValueError("FixedClock: instant must be aware (give it a time zone)")

    def now(self) -> datetime:
        """The fixed instant, in UTC."""
        return self.instant.astimezone(UTC)


_default: Clock = SystemClock()
_current: ContextVar[Clock | None] = ContextVar("kith_clock", default=None)


def now() -> datetime:
    """The present instant, aware, in UTC."""
    return (_current.get() or _default).now()


def today() -> date:
    """Today's date where the families live."""
    return now().astimezone(LONDON).date()


def midnight(day: date) -> datetime:
    """The instant at which the day begins in the place."""
    return datetime.combine(day, time(), LONDON).astimezone(UTC)


def local(instant: datetime) -> datetime:
    """The instant as clocks in the place show it."""
    return instant.astimezone(LONDON)


@contextmanager
def use(clock: Clock) -> Iterator[Clock]:
    """Let everything inside the block ask this clock."""
    token = _current.set(clock)
    try:
        yield clock
    finally:
        _current.reset(token)


def set_default(clock: Clock) -> Clock:
    """Let every thread ask this clock; returns the one it replaces."""
    global _default
    previous, _default = _default, clock
    return previous
