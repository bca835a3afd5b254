"""A peer supporter's own page: what it asks of the database, and how it grows from 50 supporters to 5,000."""

from __future__ import annotations

from dataclasses import dataclass

from bench.programs import told_by
from testing.place import RunningPlace

MOST_STATEMENTS, AIM_RATIO = 25, 1.20


@dataclass(frozen=True)
class SupporterDay:
    """The medians among few and among many supporters, and what the page asks in each."""

    few: int
    many: int
    few_ms: float
    many_ms: float
    few_statements: int
    many_statements: int
    most_statements: int = MOST_STATEMENTS
    aim: float = AIM_RATIO

    @property
    def ratio(self) -> float:
        """How much longer the page takes among many."""
        return round(self.many_ms / self.few_ms, 2)

    @property
    def is_met(self) -> bool:
        """Whether it asks few things, and takes little longer among many."""
        return max(self.few_statements, self.many_statements) <= self.most_statements and self.ratio <= self.aim


def supporter_day(place: RunningPlace) -> SupporterDay:
    """Measure in a program of its own, on this place; what it adds is taken back."""
    return SupporterDay(**told_by("bench.supporter_day_times", environment=place.environment | {"KITH_PART": "owner"}))


def show(day: SupporterDay) -> None:
    """Print the line."""
    print(
        f"\na supporter's Today: {day.few} supporters {day.few_ms:.1f} ms, {day.few_statements} statements; "
        f"{day.many:,} supporters {day.many_ms:.1f} ms, {day.many_statements} statements, ratio {day.ratio:.2f} "
        f"(aim ≤ {day.most_statements} statements, ≤ {day.aim:.2f} {'✓' if day.is_met else '✗'})"
    )
