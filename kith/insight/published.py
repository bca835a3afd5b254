"""Figures others have published, with the intervals their counts allow and a word no stronger than those."""

from dataclasses import dataclass
from enum import StrEnum

from kith.methods import Estimate, compare, rate
from kith.places.facts.shape import PublishedFigure, Source


class Comparison(StrEnum):
    """How a figure stands beside a reference, judged by its interval."""

    LOWER = "lower"
    SIMILAR = "similar"
    HIGHER = "higher"
    NOT_COMPARED = "not compared"


@dataclass(frozen=True)
class Reading:
    """One published figure, with what can honestly be said of it."""

    period: str
    value: float
    per: int
    deaths: int | None
    denominator: int | None
    interval: Estimate[float] | None
    england: float | None
    beside_england: Comparison
    source: Source


@dataclass(frozen=True)
class Series:
    """The readings of one measure, oldest first, and how the last stands beside the first."""

    measure: str
    readings: tuple[Reading, ...]
    since_first: Comparison

    @property
    def last(self) -> Reading:
        """The newest reading."""
        return self.readings[-1]

    @property
    def has_counts(self) -> bool:
        """Whether any reading has a count, and so an interval."""
        return any(reading.deaths is not None for reading in self.readings)


def series_of(figures: tuple[PublishedFigure, ...], measure: str) -> Series | None:
    """All that was published of one measure; None where nothing was."""
    readings = tuple(_reading(figure) for figure in figures if figure.measure == measure)
    if not readings:
        return None
    last, first = readings[-1], readings[0]
    since = _beside(last.interval, first.value) if len(readings) > 1 else Comparison.NOT_COMPARED
    return Series(measure, readings, since)


def implied_denominator(deaths: int, value: float, per: int) -> int:
    """The births or person-years that a published count and rate imply."""
    return round(deaths / value * per)


def _reading(figure: PublishedFigure) -> Reading:
    denominator, interval = None, None
    if figure.deaths is not None:
        denominator = implied_denominator(figure.deaths, figure.value, figure.per)
        interval = rate(figure.deaths, denominator, multiplier=figure.per)
    return Reading(
        period=figure.period,
        value=figure.value,
        per=figure.per,
        deaths=figure.deaths,
        denominator=denominator,
        interval=interval,
        england=figure.england,
        beside_england=_beside(interval, figure.england),
        source=figure.source,
    )


def _beside(interval: Estimate[float] | None, reference: float | None) -> Comparison:
    if interval is None or reference is None:
        return Comparison.NOT_COMPARED
    return Comparison(compare(interval, reference))
