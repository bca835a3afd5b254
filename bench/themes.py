"""Themes among 5,000 stories in eight languages, beside scikit-learn's TF-IDF with cosine neighbours on the same texts.

python -m bench.themes    this part alone
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from bench.peers import peer_folder
from bench.programs import told_by

STORIES, SEED, ROUNDS = 5000, 7, 3
AIM_RATIO, AIM_MEGABYTES = 2.0, 500
PEER = "scikit-learn==1.7.2"


@dataclass(frozen=True)
class ThemeSpeed:
    """The best of the rounds of each, each in a program of its own; and the most memory that ours had."""

    seconds: float
    peer_seconds: float | None
    megabytes: float
    groups: int
    stories: int = STORIES
    seed: int = SEED
    peer: str = PEER
    rounds: int = ROUNDS
    aim_ratio: float = AIM_RATIO
    aim_megabytes: int = AIM_MEGABYTES

    @property
    def ratio(self) -> float | None:
        """How many times as long as the other's."""
        return round(self.seconds / self.peer_seconds, 2) if self.peer_seconds else None

    @property
    def is_met(self) -> bool:
        """Whether both aims are met."""
        return self.ratio is not None and self.ratio <= self.aim_ratio and self.megabytes < self.aim_megabytes


def theme_speed() -> ThemeSpeed:
    """Measure both in turn."""
    folder = peer_folder(PEER)
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(_run("ours", {}))
        if folder:
            theirs.append(_run("theirs", {"PYTHONPATH": str(folder)}))
    best = min(ours, key=lambda each: each["seconds"])
    return ThemeSpeed(
        round(best["seconds"], 2),
        round(min(each["seconds"] for each in theirs), 2) if theirs else None,
        round(max(each["megabytes"] for each in ours), 1),
        int(best["groups"]),
    )


def show(speed: ThemeSpeed) -> None:
    """Print the lines."""
    beside = f"{speed.peer} {speed.peer_seconds:.2f} s" if speed.peer_seconds else f"{speed.peer} is not to be had"
    mark = "yes" if speed.is_met else "NO"
    print(f"\n{f'themes among {speed.stories:,} stories':46} {speed.seconds:6.2f} s   {beside}")
    print(
        f"{'ratio, and memory at most':46} {speed.ratio}   ≤ {speed.aim_ratio:.0f}; "
        f"{speed.megabytes:.0f} MB < {speed.aim_megabytes} MB {mark}",
        flush=True,
    )


def _run(who: str, environment: dict[str, str]) -> dict[str, float]:
    found: dict[str, float] = told_by("bench.theme_times", who, STORIES, SEED, environment=os.environ | environment)
    return found


if __name__ == "__main__":
    show(theme_speed())
