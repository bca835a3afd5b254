"""A course of six dates beside a single date: booked as one it may cost twice as much, not six times."""

from __future__ import annotations

from dataclasses import dataclass

from bench.programs import told_by
from testing.place import RunningPlace

AIM_RATIO = 2.0


@dataclass(frozen=True)
class CourseSpeed:
    """The medians of each, and how many times the course costs."""

    one_ms: float
    course_ms: float
    dates: int
    times: int
    aim_ratio: float = AIM_RATIO

    @property
    def ratio(self) -> float:
        """How many times a single date the course costs."""
        return round(self.course_ms / self.one_ms, 2)


def course_speed(place: RunningPlace) -> CourseSpeed:
    """Measure both in a program of its own, on this place."""
    return CourseSpeed(**told_by("bench.course_times", environment=place.environment | {"KITH_PART": "web"}))


def show(speed: CourseSpeed) -> None:
    """Print the line."""
    mark = "yes" if speed.ratio <= speed.aim_ratio else "NO"
    print(
        f"\na single date {speed.one_ms:.2f} ms, a course of {speed.dates} dates {speed.course_ms:.2f} ms: "
        f"{speed.ratio:.2f} times (aim ≤ {speed.aim_ratio:.0f} {mark}; medians of n = {speed.times} in turn)"
    )
