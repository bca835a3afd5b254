"""What may be said of a translation."""

from collections.abc import Iterable
from enum import StrEnum


class TranslationState(StrEnum):
    """How far a text is in one language; the reader is told of every state but the first."""

    CHECKED = "checked"
    DRAFTED = "drafted"
    OLDER = "older"
    MISSING = "missing"


def translation_state(*, exists: bool, is_of_current: bool, is_checked: bool) -> TranslationState:
    """The state in which a translation is: its age counts for more than who has checked it."""
    if not exists:
        return TranslationState.MISSING
    if not is_of_current:
        return TranslationState.OLDER
    return TranslationState.CHECKED if is_checked else TranslationState.DRAFTED


def least_of(states: Iterable[TranslationState]) -> TranslationState:
    """Of several texts on one page the state of that least to be relied upon."""
    return max(states, key=list(TranslationState).index)
