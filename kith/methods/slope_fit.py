"""The weighted line behind the slope index of inequality, and the limits of its slope and of its ends' ratio."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import scipy

from kith.methods.estimate import FloatArray
from kith.methods.random_r import NormalsOfR

ValueType = Literal["other", "rate", "proportion"]
Curve = Callable[[FloatArray], FloatArray]
Pair = tuple[FloatArray, FloatArray]


def _same(values: FloatArray) -> FloatArray:
    return values


def _exp(values: FloatArray) -> FloatArray:
    return np.asarray(np.exp(values), np.float64)


def _log(values: FloatArray) -> FloatArray:
    return np.asarray(np.log(values), np.float64)


def _logit(values: FloatArray) -> FloatArray:
    return np.asarray(scipy.special.logit(values), np.float64)


def _expit(values: FloatArray) -> FloatArray:
    return np.asarray(scipy.special.expit(values), np.float64)


# How each kind of value is made normal, and how it comes back.
SCALES: dict[ValueType, tuple[Curve, Curve]] = {
    "other": (_same, _same),
    "rate": (_log, _exp),
    "proportion": (_logit, _expit),
}


@dataclass(frozen=True, slots=True)
class Line:
    """Lines through areas by quantiles: `ends` are a line's heights at the most and the least deprived end."""

    value: FloatArray
    share: FloatArray
    pull: FloatArray  # slope = sum of pull x height
    value_type: ValueType
    transform: bool

    @classmethod
    def through(cls, value: FloatArray, population: FloatArray, value_type: ValueType, transform: bool) -> "Line":
        """The least-squares line weighted by population share, against the midpoint of cumulative share."""
        share = population / population.sum(axis=-1, keepdims=True)
        rank = np.cumsum(share, axis=-1) - share / 2
        centred = rank - (share * rank).sum(axis=-1, keepdims=True)
        pull = share * centred / (share * centred**2).sum(axis=-1, keepdims=True)
        return cls(value, share, pull, value_type, transform)

    @property
    def back(self) -> Curve:
        """From the scale of the line to the scale of the answer."""
        return SCALES[self.value_type][1] if self.transform else _same

    @property
    def height(self) -> FloatArray:
        """What the line is fitted to."""
        return SCALES[self.value_type][0](self.value) if self.transform else self.value

    @property
    def slope(self) -> FloatArray:
        """The slope on the scale of the line."""
        return np.asarray((self.pull * self.height).sum(axis=-1))

    @property
    def middle(self) -> FloatArray:
        """The height of the line at rank one half, which is the weighted mean."""
        return np.asarray((self.share * self.height).sum(axis=-1))

    def ends(self, slope: FloatArray) -> Pair:
        """The heights at rank 0 and 1, on the scale of the answer, of a line with this slope through the middle."""
        return self.back(self.middle - slope / 2), self.back(self.middle + slope / 2)

    def row(self, i: int) -> "Line":
        """One area's line."""
        return Line(self.value[i], self.share[i], self.pull[i], self.value_type, self.transform)


def closed_form(line: Line, error: FloatArray, z: float) -> tuple[Pair, Pair]:
    """Limits of slope and ratio without simulation; they exist where the heights themselves are normal."""
    spread = z * np.sqrt((line.pull**2 * error**2).sum(axis=-1))
    low, high = line.ends(line.slope - spread), line.ends(line.slope + spread)
    if line.transform:  # the reference package lets the slope vary and keeps the middle of the line
        return (low[1] - low[0], high[1] - high[0]), (low[1] / low[0], high[1] / high[0])
    return (line.slope - spread, line.slope + spread), _fieller(line, error, z)


def _fieller(line: Line, error: FloatArray, z: float) -> Pair:
    # The quantiles of a ratio of normal ends are the roots r of (end - r start)² = z² var(end - r start):
    # Fieller, JRSS B 16 (1954) 175-185. There are no limits where the start itself may be 0.
    to_start, to_end = line.share - line.pull / 2, line.share + line.pull / 2
    start, end = line.ends(line.slope)
    var_start, var_end = ((to**2 * error**2).sum(axis=-1) * z**2 for to in (to_start, to_end))
    both = (to_start * to_end * error**2).sum(axis=-1) * z**2
    a, b, c = start**2 - var_start, start * end - both, end**2 - var_end
    with np.errstate(invalid="ignore", divide="ignore"):
        root = np.sqrt(b**2 - a * c)
        return np.where(a > 0, (b - root) / a, np.nan), np.where(a > 0, (b + root) / a, np.nan)


def simulated(line: Line, error: FloatArray, tail: float, repetitions: int, seed: int) -> tuple[Pair, Pair]:
    """Limits as order statistics of simulated lines: area after area, quantile fastest, in R's stream."""
    stream = NormalsOfR(seed)
    answer = np.empty((4, line.value.shape[0]))
    places = [round(repetitions * share) - 1 for share in (tail, 1 - tail)]  # half to even, as in R
    for i in range(line.value.shape[0]):
        start, end = _simulated_ends(line.row(i), error[i], stream.draw(repetitions * error.shape[1]))
        with np.errstate(divide="ignore", invalid="ignore"):
            answer[:, i] = [*np.partition(end - start, places)[places], *np.partition(end / start, places)[places]]
    return (answer[0], answer[1]), (answer[2], answer[3])


def _simulated_ends(line: Line, error: FloatArray, normals: FloatArray) -> Pair:
    to_normal, from_normal = SCALES[line.value_type]
    heights = to_normal(line.value) + normals.reshape(-1, error.size) * error
    if line.transform:
        return line.ends(heights @ line.pull)
    heights = from_normal(heights)
    middle, slope = heights @ line.share, heights @ line.pull
    return middle - slope / 2, middle + slope / 2
