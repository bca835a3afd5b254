"""Pumps: a hundred hand-outs of one at once, the desk's list when it is long, and a recall over many loans."""

from __future__ import annotations

from dataclasses import dataclass

from bench.programs import told_by
from testing.place import RunningPlace

AIM_RUSH, AIM_LIST = 11.0, 1.2
AIM_FIND_S, AIM_QUEUE_S = 1.0, 5.0


@dataclass(frozen=True)
class PumpSpeed:
    """What each took, and how many statements the list asks with few pumps and with many."""

    writes_ms: float
    rush_ms: float
    lent: int
    refused: int
    few_ms: float
    many_ms: float
    few_statements: int
    many_statements: int
    find_s: float
    queue_s: float
    holders: int
    loans: int

    @property
    def rush_ratio(self) -> float:
        """How many times as long as bare writes the hand-outs take."""
        return round(self.rush_ms / self.writes_ms, 2)

    @property
    def list_ratio(self) -> float:
        """How many times as long the long list takes."""
        return round(self.many_ms / self.few_ms, 2)


def pump_speed(place: RunningPlace) -> PumpSpeed:
    """Measure in a program of its own, on this place."""
    return PumpSpeed(**told_by("bench.pump_times", place.port, environment=place.environment))


def show_pumps(speed: PumpSpeed) -> None:
    """Print the lines."""

    def mark(value: float, aim: float, *, is_right: bool = True) -> str:
        return f"aim ≤ {aim:g} {'✓' if is_right and value <= aim else '✗'}"

    rush = mark(speed.rush_ratio, AIM_RUSH, is_right=(speed.lent, speed.refused) == (1, 99))

    print(
        f"\n100 hand-outs of one pump over HTTP {speed.rush_ms:.0f} ms ({speed.lent} lent, {speed.refused} refused), "
        f"100 bare writes {speed.writes_ms:.0f} ms: {speed.rush_ratio:.2f} times ({rush})\n"
        f"list of 80 pumps {speed.few_ms:.1f} ms, {speed.few_statements} statements; of 2,000 pumps and 10,000 loans "
        f"{speed.many_ms:.1f} ms, {speed.many_statements}: {speed.list_ratio:.2f} times "
        f"({mark(speed.list_ratio, AIM_LIST)})\n"
        f"recall over {speed.loans:,} loans: finds {speed.holders:,} families in {speed.find_s:.2f} s "
        f"({mark(speed.find_s, AIM_FIND_S)}), queues their messages in {speed.queue_s:.2f} s "
        f"({mark(speed.queue_s, AIM_QUEUE_S)})"
    )
