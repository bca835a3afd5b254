"""A caseload of 300 rows, filtered and sorted: how many questions its page asks, and how long it takes."""

from __future__ import annotations

from dataclasses import dataclass

from bench.programs import told_by
from testing.place import RunningPlace

AIM_STATEMENTS = 25
SEED = 1


@dataclass(frozen=True)
class CaseloadTime:
    """The most statements of any way to filter and sort it, and the times of all."""

    rows: int
    ways: int
    statements: int
    p50_ms: float
    p95_ms: float
    requests: int
    seed: int = SEED
    aim_statements: int = AIM_STATEMENTS

    @property
    def is_met(self) -> bool:
        """Whether a long caseload asks few questions."""
        return self.rows >= 300 and self.statements <= self.aim_statements


def caseload_times(place: RunningPlace) -> CaseloadTime:
    """Let the health visitor of the demonstration lead so many families, and open her caseload in every way."""
    return CaseloadTime(**told_by("bench.caseload_times", SEED, environment=place.environment | {"KITH_PART": "web"}))


def show(row: CaseloadTime) -> None:
    """Print it."""
    mark = "yes" if row.is_met else "NO"
    name = f"a caseload of {row.rows} rows, {row.ways} ways"
    print(f"\n{name:46} {row.statements:6} statements at most   ≤ {row.aim_statements} {mark}")
    print(
        f"{'':46} {row.p50_ms:6.2f} / {row.p95_ms:.2f} ms  (n = {row.requests} requests, seed {row.seed})", flush=True
    )
