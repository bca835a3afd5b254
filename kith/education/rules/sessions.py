"""Whether a training session may be planned, called off, and its register be kept. Pure."""

from datetime import date, timedelta

from kith.education.rules.codes import PRESENCE, Presence
from kith.kernel.refusal import Refusal

LONGEST_AHEAD = timedelta(days=730)
EARLIEST = date(1990, 1, 1)


def may_note_past(on: date, *, today: date, provider: str) -> Refusal | None:
    """Say why training that was had elsewhere cannot be noted, or None if it can."""
    if on > today:
        return Refusal("training_in_the_future")
    if on < EARLIEST:
        return Refusal("training_too_long_ago")
    return None if provider.strip() else Refusal("training_without_provider")


def may_plan(on: date, *, today: date) -> Refusal | None:
    """Say why a session cannot be planned for this day, or None if it can."""
    if on < today:
        return Refusal("training_session_past")
    return Refusal("training_session_too_far") if on > today + LONGEST_AHEAD else None


def may_call_off(*, is_off: bool, attended: int) -> Refusal | None:
    """Say why a session cannot be called off, or None if it can."""
    return Refusal("training_session_held") if attended and not is_off else None


def may_note(presence: Presence, *, before: Presence, held_on: date, today: date, is_off: bool) -> Refusal | None:
    """Say why this cannot be noted of a person, or None if it can: who came is known from the day on."""
    if is_off:
        return Refusal("training_session_off")
    if presence in (Presence.ATTENDED, Presence.DID_NOT_COME) and held_on > today:
        return Refusal("training_session_not_yet")
    if presence is not before and not PRESENCE.allows(presence, after=before):
        return Refusal("changed_since")
    return None
