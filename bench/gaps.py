"""Who is missing what training, of 5,000 people: the first page of the list, made from every person and requirement."""

from __future__ import annotations

from dataclasses import dataclass

from bench.programs import told_by
from testing.place import RunningPlace

AIM_MS = 1000.0


@dataclass(frozen=True)
class GapSpeed:
    """The medians of a list of few and of many people, what each asks of the database, and how many it finds."""

    few: int
    many: int
    few_ms: float
    many_ms: float
    few_statements: int
    many_statements: int
    gaps: int
    aim_ms: float = AIM_MS

    @property
    def is_met(self) -> bool:
        """Whether it is quick enough, and asks no more for many than for few."""
        return self.many_ms <= self.aim_ms and self.many_statements <= self.few_statements


def gap_speed(place: RunningPlace) -> GapSpeed:
    """Measure both in a program of its own, on this place; what it adds is taken back."""
    return GapSpeed(**told_by("bench.gap_times", environment=place.environment | {"KITH_PART": "owner"}))


def show(speed: GapSpeed) -> None:
    """Print the line."""
    mark = "✓" if speed.is_met else "✗"
    print(
        f"\ngaps in training: {speed.few} people {speed.few_ms:.0f} ms, {speed.few_statements} statements; "
        f"{speed.many:,} people {speed.many_ms:.0f} ms, {speed.many_statements} statements "
        f"(aim ≤ {speed.aim_ms:.0f} ms, no more statements {mark})"
    )
