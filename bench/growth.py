"""Today and the family page in a small place and in one ten times as large, measured in turn."""

from __future__ import annotations

import statistics
from dataclasses import dataclass

from bench.programs import told_by
from testing.place import RunningPlace, places_of

SIZES = (10_000, 100_000)
REQUESTS, ROUNDS = 200, 5
AIM_RATIO = 1.20
Times = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Growth:
    """One page: its times in both places (of different families each, the median of the rounds), and what it asks."""

    page: str
    small_p50_ms: float
    small_p95_ms: float
    large_p50_ms: float
    large_p95_ms: float
    ratio_p95: float
    small_statements: int
    large_statements: int
    small_families: int = SIZES[0]
    large_families: int = SIZES[1]
    requests: int = REQUESTS
    rounds: int = ROUNDS
    aim: float = AIM_RATIO

    @property
    def is_met(self) -> bool:
        """Whether the page asks no more of a large place, and takes little longer."""
        return self.ratio_p95 <= self.aim and self.small_statements == self.large_statements


def growth() -> list[Growth]:
    """Build both places, then ask them in turn, so that a machine that grows busier is so for both."""
    with places_of(*SIZES) as (small, large):
        rounds = [(_run(small, number), _run(large, number)) for number in range(ROUNDS)]
    return [_of(page, rounds) for page in rounds[0][0]]


def _of(page: str, rounds: list[tuple[Times, Times]]) -> Growth:
    def middle(place: int, what: str) -> float:
        return round(statistics.median(each[place][page][what] for each in rounds), 2)

    def most(place: int) -> int:
        return int(max(each[place][page]["statements"] for each in rounds))

    return Growth(
        page,
        small_p50_ms=middle(0, "median_ms"),
        small_p95_ms=middle(0, "p95_ms"),
        large_p50_ms=middle(1, "median_ms"),
        large_p95_ms=middle(1, "p95_ms"),
        ratio_p95=round(statistics.median(each[1][page]["p95_ms"] / each[0][page]["p95_ms"] for each in rounds), 2),
        small_statements=most(0),
        large_statements=most(1),
    )


def _run(place: RunningPlace, seed: int) -> Times:
    found: Times = told_by("bench.desk_times", seed, REQUESTS, environment=place.environment | {"KITH_PART": "web"})
    return found
