"""How full a session is, and what the public is told of that."""

from dataclasses import dataclass, replace
from datetime import datetime

from kith.whats_on.rules.codes import Joining

FEW_PLACES = 6


@dataclass(frozen=True)
class SessionFacts:
    """What decides whether a place can be had."""

    joining: Joining
    starts_at: datetime
    capacity: int
    places_taken: int
    places_held: int = 0
    families_waiting: int = 0
    is_cancelled: bool = False
    creche_places: int = 0
    creche_taken: int = 0

    @property
    def places_left(self) -> int:
        """How many places are still free."""
        return max(0, self.capacity - self.places_taken)

    @property
    def places_open(self) -> int:
        """How many of them a newcomer can have: none while others wait, for those come first."""
        return 0 if self.families_waiting else self.places_left

    def creche_fits(self, children: int) -> bool:
        """Whether the crèche has room for so many children more; always, where its places are not counted."""
        return not children or not self.creche_places or self.creche_taken + children <= self.creche_places

    def given_back(self, kept: int) -> "SessionFacts":
        """As it stands for who has kept so many places until now: they are hers, and she came before those who wait."""
        if not kept:
            return self
        taken, held = self.places_taken - kept, self.places_held - kept
        return replace(self, places_taken=taken, places_held=held, families_waiting=0)

    @property
    def may_be_held(self) -> int:
        """How many more places can be kept unproven: half of all at most, so that no stranger can keep a session."""
        return self.capacity // 2 - self.places_held


def places_shown(left: int) -> str:
    """How many places are left, as the public sees it: exactly while they are few, else that there are enough.

    So a booking changes what the pages say, and has them made anew, only where a visitor would choose differently.
    """
    return str(left) if left < FEW_PLACES else f"{FEW_PLACES}+"
