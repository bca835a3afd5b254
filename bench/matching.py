"""Plans of pairs: 500 mothers and 60 supporters beside networkx's network simplex, and ten times as many alone.

python -m bench matching    this part alone
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from bench.peers import peer_folder
from bench.programs import told_by

FEW, MANY, SEED, ROUNDS = (500, 60), (5000, 600), 3, 3
AIM_RATIO, AIM_SECONDS, AIM_MEGABYTES = 1 / 15, 15.0, 500
PEER = "networkx==3.5"


@dataclass(frozen=True)
class MatchingSpeed:
    """The best of the rounds of each with few people, each in a program of its own; and one plan for many."""

    seconds: float
    peer_seconds: float | None
    is_same: bool
    many_seconds: float
    many_megabytes: float
    few: tuple[int, int] = FEW
    many: tuple[int, int] = MANY
    seed: int = SEED
    peer: str = PEER
    rounds: int = ROUNDS
    aim_ratio: float = AIM_RATIO
    aim_seconds: float = AIM_SECONDS
    aim_megabytes: int = AIM_MEGABYTES

    @property
    def ratio(self) -> float | None:
        """How many times as long as the other's."""
        return round(self.seconds / self.peer_seconds, 4) if self.peer_seconds else None

    @property
    def is_met(self) -> bool:
        """Whether every aim is met, and both plans are as good."""
        is_soon = self.many_seconds <= self.aim_seconds and self.many_megabytes <= self.aim_megabytes
        return is_soon and self.is_same and self.ratio is not None and self.ratio <= self.aim_ratio


def matching_speed() -> MatchingSpeed:
    """Measure both in turn."""
    folder = peer_folder(PEER)
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(_run("ours", FEW, {}))
        if folder:
            theirs.append(_run("theirs", FEW, {"PYTHONPATH": str(folder)}))
    many = _run("ours", MANY, {})
    return MatchingSpeed(
        round(min(each["seconds"] for each in ours), 4),
        round(min(each["seconds"] for each in theirs), 4) if theirs else None,
        len({(each["paired"], each["fit"]) for each in (*ours, *theirs)}) == 1,
        round(many["seconds"], 2),
        round(many["megabytes"], 1),
    )


def show(speed: MatchingSpeed) -> None:
    """Print the lines."""
    beside = f"{speed.peer} {speed.peer_seconds:.3f} s" if speed.peer_seconds else f"{speed.peer} is not to be had"
    same = "the same worth" if speed.is_same else "NOT the same worth"
    mark = "yes" if speed.is_met else "NO"
    print(f"\n{f'{speed.few[0]} × {speed.few[1]} planned and proved':46} {speed.seconds:6.3f} s   {beside}, {same}")
    print(f"{'ratio':46} {speed.ratio}   ≤ {speed.aim_ratio:.4f}")
    print(
        f"{f'{speed.many[0]:,} × {speed.many[1]} planned and proved':46} {speed.many_seconds:6.2f} s   "
        f"≤ {speed.aim_seconds:.0f} s; {speed.many_megabytes:.0f} MB ≤ {speed.aim_megabytes} MB {mark}",
        flush=True,
    )


def _run(who: str, size: tuple[int, int], environment: dict[str, str]) -> dict[str, float]:
    found: dict[str, float] = told_by("bench.match_times", who, *size, SEED, environment=os.environ | environment)
    return found
