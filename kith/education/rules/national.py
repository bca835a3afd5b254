"""Whether a training is still offered, as the national collection asks it (WT02). Pure."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum


class StillOffered(StrEnum):
    """The codes of the form; that a description changed (``yes_changed_description``) only a person knows."""

    SAME = "yes_same_description"
    NO = "no"
    NEW = "new"


def still_offered(held_on: Collection[date], *, first: date, is_planned: bool) -> StillOffered:
    """Whether a training held on these days is still offered in the quarter that begins on ``first``."""
    if min(held_on) >= first:
        return StillOffered.NEW
    return StillOffered.SAME if is_planned or max(held_on) >= first else StillOffered.NO
