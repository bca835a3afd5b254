"""The place's public rule of need: who is lent a pump, in which order, and why. Pure.

A baby in a neonatal unit comes first, on the same day. Everyone else with one of the other needs waits in one line, in
the order in which they asked: nothing that is said of a family moves it past another that asked before.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Protocol, TypeVar

from kith.equipment.rules.codes import Need


class Lane(IntEnum):
    """The line in which a family waits; the smaller number is served first."""

    SAME_DAY = 0
    IN_TURN = 1


@dataclass(frozen=True)
class Decision:
    """What the rule says: the lane, or none, and the needs it goes by."""

    lane: Lane | None
    why: tuple[Need, ...]

    @property
    def is_met(self) -> bool:
        """Whether the family is lent a pump."""
        return self.lane is not None


class InLine(Protocol):
    """A request that waits."""

    @property
    def lane(self) -> Lane:
        """Its line."""

    @property
    def asked_at(self) -> datetime:
        """Since when it waits: a hold that was lost does not change it."""

    @property
    def pk(self) -> int:
        """Its number, which decides between two of one moment."""


Asking = TypeVar("Asking", bound=InLine)


def decide(needs: Collection[Need], accepted: Collection[Need]) -> Decision:
    """Apply the rule to what the family says; ``accepted`` are the needs that the place's rule names."""
    counted = tuple(each for each in Need if each in needs and each in accepted)
    if not counted:
        return Decision(None, ())
    if Need.NEONATAL in counted:
        return Decision(Lane.SAME_DAY, counted)
    return Decision(Lane.IN_TURN, counted)


def in_order(waiting: Iterable[Asking]) -> list[Asking]:
    """Those who wait, first who is served first."""
    return sorted(waiting, key=lambda each: (each.lane, each.asked_at, each.pk))
