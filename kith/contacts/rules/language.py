"""What may be said of how often families that need an interpreter had one. Pure."""

from dataclasses import dataclass

from kith.methods import Estimate, proportion


@dataclass(frozen=True)
class Met:
    """The share of contacts in which the need was met, with Wilson's interval, out of how many."""

    share: Estimate[float]
    contacts: int


def share_met(contacts: int, met: int, *, smallest_shown: int) -> Met | None:
    """The share, or None where few contacts stand on either side and could tell of one family."""
    rest = contacts - met
    if contacts < smallest_shown or any(0 < count < smallest_shown for count in (met, rest)):
        return None
    return Met(proportion(met, contacts), contacts)
