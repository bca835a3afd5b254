"""Counting what keeps families away: five thousand answers in eight languages, read by as many statements as fifty."""

from __future__ import annotations

from dataclasses import dataclass

from bench.programs import told_by
from testing.place import RunningPlace

AIM_MS = 500.0


@dataclass(frozen=True)
class StudyTimes:
    """The medians of a few and of many answers, and how many statements each took."""

    few: int
    few_ms: float
    few_statements: int
    many: int
    many_ms: float
    many_statements: int
    times: int
    aim_ms: float = AIM_MS

    @property
    def is_met(self) -> bool:
        """Whether many are counted soon, by no more statements than few."""
        return self.many_ms <= self.aim_ms and self.many_statements == self.few_statements


def study_times(place: RunningPlace) -> StudyTimes:
    """Measure both in a program of its own, on this place."""
    return StudyTimes(**told_by("bench.study_times", environment=place.environment | {"KITH_PART": "web"}))


def show(found: StudyTimes) -> None:
    """Print the line."""
    mark = "✓" if found.is_met else "✗"
    few = f"{found.few:,} answers {found.few_ms:.1f} ms, {found.few_statements} statements"
    many = f"{found.many:,} answers {found.many_ms:.1f} ms, {found.many_statements} statements"
    print(f"\nreasons of {few}; of {many} (aim ≤ {found.aim_ms:.0f} ms, as many statements {mark})")
