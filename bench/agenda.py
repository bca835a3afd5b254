"""The agenda of a meeting over 2,000 actions and 5,000 stories, beside the same over 20 and 50.

python -m bench.agenda    this part alone
"""

from __future__ import annotations

from dataclasses import dataclass

from bench.programs import told_by
from testing.place import RunningPlace, places_of

AIM_RATIO = 1.2


@dataclass(frozen=True)
class AgendaTime:
    """The medians of both, asked in turn, and how many statements each takes."""

    small_ms: float
    large_ms: float
    small_statements: int
    large_statements: int
    points: int
    actions: int
    stories: int
    times: int
    aim_ratio: float = AIM_RATIO

    @property
    def ratio(self) -> float:
        """How many times as long the large one takes."""
        return round(self.large_ms / self.small_ms, 2)

    @property
    def is_met(self) -> bool:
        """Whether it takes little longer, and asks no more."""
        return self.ratio <= self.aim_ratio and self.small_statements == self.large_statements


def agenda_time(place: RunningPlace) -> AgendaTime:
    """Measure both in a program of its own, on this place; all is put back."""
    return AgendaTime(**told_by("bench.agenda_times", environment=place.environment | {"KITH_PART": "web"}))


def show(row: AgendaTime) -> None:
    """Print the line."""
    mark = "yes" if row.is_met else "NO"
    print(
        f"\n{f'agenda over {row.actions:,} actions, {row.stories:,} stories':46} {row.large_ms:6.2f} ms   "
        f"small {row.small_ms:.2f} ms, {row.ratio} times ≤ {row.aim_ratio} {mark}; "
        f"statements {row.small_statements} / {row.large_statements}, {row.points} points",
        flush=True,
    )


if __name__ == "__main__":
    with places_of(100) as (alone,):
        show(agenda_time(alone))
