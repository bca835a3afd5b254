"""What those who run a session write to all families that they expect. Pure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kith.kernel.languages import ENGLISH
from kith.kernel.refusal import Refusal

MOST_WORDS = 300


class Sentence(StrEnum):
    """What is said in her language, because it was translated beforehand."""

    LOOKING_FORWARD = "looking_forward"
    A_LITTLE_LATER = "a_little_later"
    OTHER_ENTRANCE = "other_entrance"
    OTHER_ROOM = "other_room"
    SOMEBODY_ELSE = "somebody_else"
    CALL_FIRST = "call_first"
    OWN_WORDS = "own_words"


@dataclass(frozen=True)
class SessionNote:
    """A sentence, and words of one's own, which stay in the language they were written in and say so."""

    sentence: Sentence
    words: str = ""
    language: str = ENGLISH.code


def may_write(ends_at: datetime, *, expected: int, is_cancelled: bool, now: datetime) -> Refusal | None:
    """Say why no family can be written to, or None."""
    if is_cancelled or ends_at <= now:
        return Refusal("nobody_is_coming")
    return None if expected else Refusal("nobody_to_write_to")
