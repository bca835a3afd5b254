"""How an interpreter gets to her page: her own link, a code sent to her, and a key that ends by itself."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kith.kernel.refusal import Refusal

CODE_LASTS = timedelta(minutes=10)
KEY_LASTS = timedelta(hours=8)
MOST_WRONG = 5
MOST_CODES = 3
"""Within the time one code lasts."""


@dataclass(frozen=True)
class CodeFacts:
    """A code that was sent."""

    sent_at: datetime
    wrong_count: int
    is_used: bool


def may_send_code(sent: list[datetime], *, now: datetime) -> Refusal | None:
    """Say why no further code is sent now, or None if one is."""
    recent = [at for at in sent if at > now - CODE_LASTS]
    return Refusal("too_many_codes") if len(recent) >= MOST_CODES else None


def may_try_code(code: CodeFacts | None, *, now: datetime) -> Refusal | None:
    """Say why no code can be tried now, or None if one can."""
    if code is None or code.is_used or now >= code.sent_at + CODE_LASTS:
        return Refusal("code_over", offer="new_code")
    if code.wrong_count >= MOST_WRONG:
        return Refusal("code_spent", offer="new_code")
    return None


def key_holds(opened_at: datetime, *, now: datetime) -> bool:
    """Whether the page that was opened then is still open."""
    return now < opened_at + KEY_LASTS
