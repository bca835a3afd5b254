"""How long a family waits for a pump, and the range that eight of ten such waits fall into. Pure.

Pumps come back one by one, as if at random: the time until the k-th one is ready is gamma distributed. Its quantiles
are approximated by Wilson and Hilferty (PNAS 17 (1931) 684-688). Families of the same-day lane take some on the way.
How fast they come is itself known only from so many that came or are promised; the fewer, the wider the range.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor, sqrt

TENTH = 1.2815515594
"""The standard normal quantile that leaves a tenth beyond it."""
SLOWEST = 1 / 60
"""At least one pump in two months comes back to those who wait: without it nothing could be forecast."""
MOST_DAYS = 365
PROMISED_DAYS = 91
"""What the loans that are out promise counts as much as having watched for a quarter.

A desk that opened lately has lent much and seen little come back: by what came back alone, it told families of waits
twice as long as they became (simulated years of proof.pump_years: 241 of 325 waits in their range, 260 since).
"""


@dataclass(frozen=True)
class Forecast:
    """A wait in whole days, and its range; a wait of none means that a pump is ready."""

    days: int
    low: int
    high: int

    @property
    def is_ready(self) -> bool:
        """Whether no wait is expected."""
        return self.high == 0


def ready_a_day(*, came_ready: int, days: int, out: int, usual_loan: int) -> float:
    """How many pumps get ready a day: as in these days, pulled towards what loans promise, ``out / usual_loan``."""
    promised = out / usual_loan if usual_loan else 0.0
    return (came_ready + PROMISED_DAYS * promised) / (days + PROMISED_DAYS)


def forecast(
    *, ahead: int, ready: int, ready_each_day: float, known_from: int = 0, same_day_each_day: float = 0.0
) -> Forecast:
    """The wait of a family with so many ahead of it, while so many pumps stand ready.

    ``known_from``: from how many pumps the pace is known, that came or are promised; 0 where it is known for certain.
    """
    nth = ahead + 1 - ready
    if nth <= 0:
        return Forecast(0, 0, 0)
    days = nth / max(ready_each_day - same_day_each_day, SLOWEST)
    shape = 1 / (1 / nth + 1 / known_from) if known_from else nth
    low, high = (_quantile(shape, normal) / shape * days for normal in (-TENTH, TENTH))
    return Forecast(_days(days), _days(min(low, days), floor), _days(max(high, days)))


def _quantile(shape: float, normal: float) -> float:
    root = 1 - 1 / (9 * shape) + normal / (3 * sqrt(shape))
    return float(shape * max(root, 0.0) ** 3)


def _days(days: float, whole: Callable[[float], int] = ceil) -> int:
    return min(whole(days), MOST_DAYS)
