"""Stories that are spoken: what is written down of them, and how long a recording waits. Pure."""

from datetime import timedelta

from kith.kernel.refusal import Refusal
from kith.listening.rules.codes import LONGEST_STORY

SOUND_KEPT = timedelta(days=30)
"""How long the recording of a story that was set aside is kept: no person will write it down."""


def may_write_down(words: str) -> Refusal | None:
    """Say why these words cannot stand for a recording, or None if they can."""
    if not words.strip():
        return Refusal("transcript_missing")
    return Refusal("transcript_too_long") if len(words) > LONGEST_STORY else None


def written_behind(typed: str, said: str) -> str:
    """What was typed and, behind it, what was said aloud."""
    return f"{typed}\n\n{said.strip()}" if typed else said.strip()


def may_clear_spoken(*, waits: bool) -> Refusal | None:
    """Say why a story is not whole yet, or None if it is: its recording waits to be written down."""
    return Refusal("recording_waits") if waits else None
