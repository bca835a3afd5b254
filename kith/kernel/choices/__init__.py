"""What a place chooses for itself: each room declares its settings here, and reads what holds now. Pure.

A setting has a default with its source, and a range. What a place has chosen instead is kept by ``kith.places``, which
says here how it is read (``read_with``); until it has, every default holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar, cast

V = TypeVar("V")
KIND = "setting of a place"


class Kind(StrEnum):
    """How a value is written and checked."""

    WHOLE = "whole"
    SHARE = "share"
    TIMES = "times"
    TEXT = "text"
    PHONE = "phone"
    PAGE = "page"
    COLOUR = "colour"
    YES_NO = "yes_no"
    ONE_OF = "one_of"
    SOME_OF = "some_of"


class Unit(StrEnum):
    """What a number counts."""

    HOURS = "hours"
    DAYS = "days"
    MINUTES = "minutes"
    WEEKS = "weeks"
    FAMILIES = "families"
    PEOPLE = "people"
    SEARCHES = "searches"
    NOTHING = ""


@dataclass(frozen=True)
class PlaceSetting(Generic[V]):
    """One thing that a place may choose; ``label`` and ``source`` are English, translated where they are shown."""

    key: str
    label: str
    default: V
    source: str
    kind: Kind
    unit: Unit = Unit.NOTHING
    least: float = 0
    most: float = 0
    options: tuple[str, ...] = ()

    @property
    def now(self) -> V:
        """What holds now: the place's own choice, or the default."""
        return cast("V", _chosen().get(self.key, self.default))


DECLARED: dict[str, PlaceSetting[object]] = {}
"""Every setting of the rooms that are loaded, by its key: room, full stop, name."""


def marked(words: str) -> str:
    """The words as they are: imported as ``_`` it marks a label, so that it is translated where it is shown."""
    return words


def _declare(setting: PlaceSetting[V]) -> PlaceSetting[V]:
    if DECLARED.setdefault(setting.key, cast("PlaceSetting[object]", setting)) != setting:
        raise ValueError(f"{setting.key}: a {KIND} is declared once")
    return setting


def whole(key: str, label: str, default: int, *, of: tuple[int, int], unit: Unit, source: str) -> PlaceSetting[int]:
    """A whole number between two others, both included."""
    return _declare(PlaceSetting(key, label, default, source, Kind.WHOLE, unit, *of))


def share(key: str, label: str, default: float, *, source: str) -> PlaceSetting[float]:
    """A part of a whole, from 0 to 1."""
    return _declare(PlaceSetting(key, label, default, source, Kind.SHARE, least=0, most=1))


def times(key: str, label: str, default: float, *, of: tuple[float, float], source: str) -> PlaceSetting[float]:
    """A factor."""
    return _declare(PlaceSetting(key, label, default, source, Kind.TIMES, Unit.NOTHING, *of))


def text(key: str, label: str, default: str, *, source: str, kind: Kind = Kind.TEXT) -> PlaceSetting[str]:
    """Words, a telephone number, the address of a page or a colour."""
    return _declare(PlaceSetting(key, label, default, source, kind))


def yes_no(key: str, label: str, *, default: bool, source: str) -> PlaceSetting[bool]:
    """Yes or no."""
    return _declare(PlaceSetting(key, label, default, source, Kind.YES_NO))


def one_of(key: str, label: str, default: str, *, options: tuple[str, ...], source: str) -> PlaceSetting[str]:
    """One of several codes."""
    return _declare(PlaceSetting(key, label, default, source, Kind.ONE_OF, options=options))


def some_of(
    key: str, label: str, default: tuple[str, ...], *, options: tuple[str, ...], source: str
) -> PlaceSetting[tuple[str, ...]]:
    """Some of several codes."""
    return _declare(PlaceSetting(key, label, default, source, Kind.SOME_OF, options=options))


def _nothing_chosen() -> Mapping[str, object]:
    return {}


_chosen: Callable[[], Mapping[str, object]] = _nothing_chosen


def read_with(chosen: Callable[[], Mapping[str, object]]) -> None:
    """Say where what the place has chosen is read, by key; asked each time, so it must cost next to nothing."""
    global _chosen
    _chosen = chosen


@contextmanager
def chosen(values: Mapping[str, object]) -> Iterator[None]:
    """Inside the block these values hold, whatever else the place has chosen: for tests."""
    before = _chosen
    read_with(lambda: {**before(), **values})
    try:
        yield
    finally:
        read_with(before)
