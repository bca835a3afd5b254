"""A death in a family: what can be written down, and who can take it back."""

import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from kith.kernel.ids import MembershipId
from kith.kernel.refusal import Refusal

BEREAVEMENT_LINE = "08088026868"
"""The Lullaby Trust's bereavement support line, free of charge (lullabytrust.org.uk)."""
LATEST_CALL = timedelta(days=7)
"""A family that has lost somebody hears from a person within a week at the very latest."""


class Loss(StrEnum):
    """Who has died."""

    BABY = "baby"
    PREGNANCY = "pregnancy"
    PARENT = "parent"


@dataclass(frozen=True)
class NewBereavement:
    """A death as it is handed in; the day stays empty where it was not given. A named person calls, by a day."""

    loss: Loss
    subject_id: UUID
    caller: MembershipId
    call_by: date
    died_on: date | None = None


def check_bereavement(new: NewBereavement, *, began_on: date, today: date) -> Refusal | None:
    """Say what cannot be as handed in; ``began_on`` is the earliest day on which this life can have ended."""
    if new.died_on and new.died_on > today:
        return Refusal("died_in_future")
    if new.died_on and new.died_on < began_on:
        return Refusal("died_before_it_began")
    if new.call_by < today:
        return Refusal("call_in_past")
    if new.call_by > today + LATEST_CALL:
        return Refusal("call_too_late", latest=today + LATEST_CALL)
    return None


def may_undo(*, recorded_by: MembershipId | None, undone_by: MembershipId | None, why: str) -> Refusal | None:
    """Say why a record of a death stays: two people have to agree that it was a mistake, and to say why."""
    if recorded_by is not None and recorded_by == undone_by:
        return Refusal("undo_needs_somebody_else")
    if not why.strip():
        return Refusal("undo_needs_a_reason")
    return None


def is_the_name(typed: str, name: str) -> bool:
    """Whether the text typed is this name, whatever its capitals, spaces and accents."""
    return bool(_plain(typed)) and _plain(typed) == _plain(name)


def _plain(name: str) -> str:
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    return " ".join(bare.split()).casefold()
