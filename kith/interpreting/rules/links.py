"""How an interpreter gets to her page: her own link, a code sent to her, and a key that ends by itself."""

from datetime import datetime, timedelta

from kith.kernel.refusal import Refusal

CODE_LASTS = timedelta(minutes=10)
KEY_LASTS = timedelta(hours=8)
MOST_CODES = 3
"""Within the time one code lasts."""


def may_send_code(sent: list[datetime], *, now: datetime) -> Refusal | None:
    """Say why no further code is sent now, or None if one is."""
    recent = [at for at in sent if at > now - CODE_LASTS]
    return Refusal("too_many_codes") if len(recent) >= MOST_CODES else None


def key_holds(opened_at: datetime, *, now: datetime) -> bool:
    """Whether the page that was opened then is still open."""
    return now < opened_at + KEY_LASTS
