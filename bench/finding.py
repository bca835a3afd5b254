"""Finding a family among 10,000 and 100,000, beside a bare view with one look-up by an index; a caseload of hundreds.

python -m bench finding    this part alone
"""

from __future__ import annotations

import statistics
from dataclasses import dataclass

from bench.programs import told_by
from testing.machine import commit, machine
from testing.place import RunningPlace, places_of

SIZES = (10_000, 100_000)
REQUESTS, ROUNDS = 150, 3
AIM_DATABASE_MS, AIM_RATIO, AIM_GROWTH, AIM_STATEMENTS = 25.0, 6.0, 1.20, 25
Times = dict[str, dict[str, float]]


@dataclass(frozen=True)
class FindingTime:
    """One way to find: its times in one place (the median of the rounds) beside the bare view, and its growth."""

    way: str
    families: int
    page_p95_ms: float
    database_p95_ms: float
    bare_p95_ms: float
    ratio: float
    growth: float
    statements: int
    uses_index: bool
    requests: int = REQUESTS
    rounds: int = ROUNDS

    @property
    def is_met(self) -> bool:
        """Whether every aim is reached."""
        is_quick = self.database_p95_ms <= AIM_DATABASE_MS and self.ratio <= AIM_RATIO
        is_small = self.growth <= AIM_GROWTH and self.statements <= AIM_STATEMENTS
        return is_quick and is_small and self.uses_index


def finding_times(sizes: tuple[int, int] = SIZES) -> list[FindingTime]:
    """Build both places, then ask in turn them and the bare view, so that a machine that grows busier is so for all."""
    with places_of(*sizes) as places:
        rounds = [
            [(_run(place, number, "floor"), _run(place, number, "kith")) for place in places]
            for number in range(ROUNDS)
        ]
    ways = rounds[0][0][1]
    return [_of(way, size, at, rounds) for way in ways for at, size in enumerate(sizes)]


def _of(way: str, families: int, at: int, rounds: list[list[tuple[Times, Times]]]) -> FindingTime:
    def middle(values: list[float]) -> float:
        return round(statistics.median(values), 2)

    own = [each[at][1][way] for each in rounds]
    bare = [each[at][0]["bare"]["p95_ms"] for each in rounds]
    return FindingTime(
        way,
        families,
        middle([each["p95_ms"] for each in own]),
        middle([each["database_p95_ms"] for each in own]),
        middle(bare),
        middle([mine["p95_ms"] / its for mine, its in zip(own, bare, strict=True)]),
        middle([each[at][1][way]["p95_ms"] / each[0][1][way]["p95_ms"] for each in rounds]),
        int(max(each["statements"] for each in own)),
        all(each["uses_index"] for each in own),
    )


def _run(place: RunningPlace, seed: int, what: str) -> Times:
    settings = {"DJANGO_SETTINGS_MODULE": "bench.floor.settings"} if what == "floor" else {}
    found: Times = told_by(
        "bench.finding_times", seed, REQUESTS, what, environment=place.environment | {"KITH_PART": "web"} | settings
    )
    return found


def show(rows: list[FindingTime]) -> None:
    """Print the rows."""
    print(
        f"\n{'finding a family, 95th percentiles':38} {'page':>9} {'database':>12} {'bare':>9}"
        "  ratio growth statements index"
    )
    for row in rows:
        times = f"{row.page_p95_ms:6.2f} ms {row.database_p95_ms:9.2f} ms {row.bare_p95_ms:6.2f} ms"
        counts = f"{row.ratio:5.2f} {row.growth:6.2f} {row.statements:10} {'yes' if row.uses_index else 'no':5}"
        print(f"{row.way + f', {row.families:,}':38} {times} {counts} {'' if row.is_met else 'NO'}")
    print(
        f"(aims: database ≤ {AIM_DATABASE_MS:.0f} ms, page ≤ {AIM_RATIO:.0f} × bare, growth ≤ {AIM_GROWTH},"
        f" statements ≤ {AIM_STATEMENTS}; n = {REQUESTS} requests in {ROUNDS} rounds, seeds 0 to {ROUNDS - 1})\n",
        flush=True,
    )


if __name__ == "__main__":
    print(f"Machine: {machine()}\nCommit:  {commit()}")
    show(finding_times())
