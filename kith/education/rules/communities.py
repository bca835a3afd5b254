"""The groups in which people at work and births are set beside each other. Pure."""

from collections.abc import Mapping
from enum import StrEnum

from kith.kernel.refusal import Refusal

MOST_PEOPLE = 20_000


class Community(StrEnum):
    """The five groups in which counts are published, and what was not said."""

    WHITE = "white"
    MIXED = "mixed"
    ASIAN = "asian"
    BLACK = "black"
    OTHER = "other"
    UNKNOWN = "unknown"


def may_count(people: Mapping[Community, int]) -> Refusal | None:
    """Say why these counts cannot be noted, or None if they can: each community has one."""
    if set(people) != set(Community):
        return Refusal("workforce_incomplete")
    if any(not 0 <= count <= MOST_PEOPLE for count in people.values()):
        return Refusal("workforce_impossible")
    return None
