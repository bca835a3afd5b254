"""The code that opens what a private link leads to: until when it can be tried, and how often. Pure."""

from dataclasses import dataclass
from datetime import datetime

from kith.kernel.refusal import Refusal

CODE_DIGITS = 6
MOST_WRONG = 5
"""A reader who guesses has tried five of a million codes."""


@dataclass(frozen=True)
class CodeFacts:
    """A code that was given out: until when it counts, how often a wrong one was tried, and whether it ended early."""

    ends_at: datetime
    wrong_count: int
    is_ended: bool = False


def may_try_code(code: CodeFacts | None, *, now: datetime) -> Refusal | None:
    """Say why no code can be tried now, or None if one can."""
    if code is None or code.is_ended or now >= code.ends_at:
        return Refusal("code_over", offer="new_code")
    if code.wrong_count >= MOST_WRONG:
        return Refusal("code_spent", offer="new_code")
    return None
