"""Points with their interval bars and a line between them, as the geometry of an SVG drawing. Pure.

Time runs the way the reader's language runs; the axis begins at nought, so that no change looks larger than it is.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

WIDTH, HEIGHT = 360, 236
LEFT, RIGHT, TOP, BOTTOM = 36, 12, 12, 42


@dataclass(frozen=True)
class Spot:
    """One value to draw: its label in one or two lines, its interval if there is one; value None leaves a gap."""

    label: tuple[str, ...]
    value: float | None
    lower: float | None = None
    upper: float | None = None
    is_provisional: bool = False


@dataclass(frozen=True)
class Mark:
    """A value where it stands in the drawing."""

    x: float
    y: float
    top: float | None
    bottom: float | None
    is_provisional: bool


@dataclass(frozen=True)
class Stroke:
    """A straight piece of the line between two marks."""

    x1: float
    y1: float
    x2: float
    y2: float
    is_provisional: bool


@dataclass(frozen=True)
class Label:
    """Words under the axis, or a number beside it."""

    x: float
    y: float
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Chart:
    """A drawing ready for the template."""

    width: int
    height: int
    start: float
    end: float
    marks: tuple[Mark, ...]
    strokes: tuple[Stroke, ...]
    ticks: tuple[tuple[float, float], ...]
    tick_x: float
    tick_anchor: str
    labels: tuple[Label, ...]
    reference_y: float | None


def draw(
    spots: Sequence[Spot],
    *,
    highest: float | None = None,
    reference: float | None = None,
    is_joined: bool = True,
    is_mirrored: bool = False,
) -> Chart:
    """The drawing of these values from nought to ``highest`` (or a round number above all of them).

    Periods that do not follow each other are not joined: a line would stand for years that were not counted.
    """
    top = highest or _round_above(max(_extremes(spots, reference), default=1))
    step = (WIDTH - LEFT - RIGHT) / max(len(spots), 1)

    def across(x: float) -> float:
        return round(WIDTH - x if is_mirrored else x, 1)

    def up(value: float) -> float:
        return round(HEIGHT - BOTTOM - value / top * (HEIGHT - TOP - BOTTOM), 1)

    places = [across(LEFT + step * (at + 0.5)) for at in range(len(spots))]
    marks = [
        None if spot.value is None else _mark(spot, spot.value, x, up) for spot, x in zip(spots, places, strict=True)
    ]
    return Chart(
        width=WIDTH,
        height=HEIGHT,
        start=across(LEFT),
        end=across(WIDTH - RIGHT),
        marks=tuple(mark for mark in marks if mark),
        strokes=tuple(_stroke(one, two) for one, two in pairwise(marks) if is_joined and one and two),
        ticks=tuple((value, up(value)) for value in _ticks(top)),
        tick_x=across(LEFT - 6),
        tick_anchor="start" if is_mirrored else "end",
        labels=tuple(Label(x, HEIGHT - BOTTOM + 16, spot.label) for spot, x in zip(spots, places, strict=True)),
        reference_y=None if reference is None else up(reference),
    )


def _mark(spot: Spot, value: float, x: float, up: Callable[[float], float]) -> Mark:
    top = None if spot.upper is None else up(spot.upper)
    bottom = None if spot.lower is None else up(spot.lower)
    return Mark(x, up(value), top, bottom, spot.is_provisional)


def _stroke(one: Mark, two: Mark) -> Stroke:
    return Stroke(one.x, one.y, two.x, two.y, one.is_provisional or two.is_provisional)


def _extremes(spots: Sequence[Spot], reference: float | None) -> list[float]:
    seen = [reference, *(spot.upper for spot in spots), *(spot.value for spot in spots)]
    return [value for value in seen if value]


def _round_above(value: float) -> float:
    magnitude = 10.0 ** math.floor(math.log10(value))
    return next(step * magnitude for step in (1, 2, 3, 4, 5, 6, 8, 10, 12) if step * magnitude >= value)


def _ticks(top: float) -> list[float]:
    parts = next(count for count in (4, 5, 3, 2, 1) if _is_round(top / count, top))
    return [top * at / parts for at in range(parts + 1)]


def _is_round(step: float, top: float) -> bool:
    """Whether the step has at most one digit more than the top's leading one, and that a 5: 25 of 100, 1.5 of 6."""
    fives = step / 10.0 ** math.floor(math.log10(top)) * 20
    return math.isclose(fives, round(fives))
