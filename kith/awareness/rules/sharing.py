"""What an event must say, and who can still be asked to share it. Pure."""

from collections.abc import Mapping
from datetime import date

from kith.awareness.rules.codes import LONGEST_SHORT
from kith.kernel.refusal import Refusal


def may_plan(short: Mapping[str, str], *, from_on: date, until_on: date, today: date) -> Refusal | None:
    """Say why this event cannot be planned, or None if it can: in words that fit, on days to come."""
    if not short.get("en", "").strip():
        return Refusal("event_without_words")
    if any(len(text) > LONGEST_SHORT for text in short.values()):
        return Refusal("short_words_too_long", most=LONGEST_SHORT)
    if until_on < from_on:
        return Refusal("event_ends_before_it_begins")
    return Refusal("event_is_over") if until_on < today else None


def may_share(*, is_called_off: bool, is_member: bool) -> Refusal | None:
    """Say why nothing can be noted of an event, or None if it can; also after its days one notes what was shared."""
    if is_called_off:
        return Refusal("event_called_off")
    return None if is_member else Refusal("no_member_any_more")
