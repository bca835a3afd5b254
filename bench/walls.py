"""Today, the family page and a search by name with the second wall and without it, measured in turn in one place."""

from __future__ import annotations

import statistics
import sys
from dataclasses import dataclass

from bench.programs import told_by
from testing.machine import commit, machine
from testing.place import RunningPlace, places_of

FAMILIES, REQUESTS, ROUNDS = 100_000, 200, 5
AIM_RATIO = 1.15
# The owner of the database is behind no wall: the same code, the same place, and nothing is said or asked.
WITH, WITHOUT = "web", "owner"
Times = dict[str, dict[str, float]]


@dataclass(frozen=True)
class WallTime:
    """One page: its times on both sides of the wall (the median of the rounds), and what the wall costs."""

    page: str
    without_p50_ms: float
    without_p95_ms: float
    with_p50_ms: float
    with_p95_ms: float
    ratio_p50: float
    ratio_p95: float
    without_statements: int
    with_statements: int
    read_whole: int = 0
    """How many large tables a search read from end to end, and not by an index."""

    families: int = FAMILIES
    requests: int = REQUESTS
    rounds: int = ROUNDS
    aim: float = AIM_RATIO

    @property
    def is_met(self) -> bool:
        """Whether the wall costs little, and no statement."""
        is_cheap = max(self.ratio_p50, self.ratio_p95) <= self.aim
        return is_cheap and self.with_statements == self.without_statements and not self.read_whole


def wall_times(families: int = FAMILIES) -> list[WallTime]:
    """Build the place, then ask it in turn, so that a machine that grows busier is so for both."""
    with places_of(families) as (place,):
        rounds = [{part: _run(place, part, number) for part in (WITHOUT, WITH)} for number in range(ROUNDS)]
    return [_of(page, rounds, families) for page in rounds[0][WITH]]


def _of(page: str, rounds: list[dict[str, Times]], families: int) -> WallTime:
    def middle(part: str, what: str) -> float:
        return round(statistics.median(each[part][page][what] for each in rounds), 2)

    def ratio(what: str) -> float:
        return round(statistics.median(each[WITH][page][what] / each[WITHOUT][page][what] for each in rounds), 3)

    return WallTime(
        page,
        middle(WITHOUT, "median_ms"),
        middle(WITHOUT, "p95_ms"),
        middle(WITH, "median_ms"),
        middle(WITH, "p95_ms"),
        ratio("median_ms"),
        ratio("p95_ms"),
        int(max(each[WITHOUT][page]["statements"] for each in rounds)),
        int(max(each[WITH][page]["statements"] for each in rounds)),
        int(max(each[WITH][page].get("read_whole", 0) for each in rounds)),
        families,
    )


def _run(place: RunningPlace, part: str, seed: int) -> Times:
    found: Times = told_by(
        "bench.desk_times", seed, REQUESTS, "search", environment=place.environment | {"KITH_PART": part}
    )
    return found


def show(rows: list[WallTime]) -> None:
    """Print the rows."""
    families = f"{rows[0].families:,} families"
    print(f"\n{'the second wall: ' + families:34} {'without':>20} {'with':>20}   ratio 50th / 95th  statements")
    for row in rows:
        without = f"{row.without_p50_ms:8.2f} /{row.without_p95_ms:8.2f} ms"
        within = f"{row.with_p50_ms:8.2f} /{row.with_p95_ms:8.2f} ms"
        told = f"{row.ratio_p50:6.3f} / {row.ratio_p95:.3f}  ≤ {row.aim:.2f} {'yes' if row.is_met else 'NO':4}"
        print(f"{row.page:34} {without:>20} {within:>20}   {told} {row.without_statements} / {row.with_statements}")
    whole = sum(row.read_whole for row in rows)
    print(f"{'large tables that the search reads whole':34} {whole}   ≤ 0 {'NO' if whole else 'yes'}")
    n = f"{rows[0].requests} requests in {rows[0].rounds} rounds, in turn, seeds 0 to {rows[0].rounds - 1}"
    print(f"(median / 95th of n = {n})", flush=True)


if __name__ == "__main__":
    print(f"Machine: {machine()}\nCommit:  {commit()}")
    show(wall_times(*map(int, sys.argv[1:2])))
