"""When words may be proposed, and when they stand."""

from collections.abc import Collection

from kith.kernel.ids import OrganisationId
from kith.kernel.refusal import Refusal

APPROVALS_NEEDED = 2


def may_propose(
    *, words: tuple[str, str], current: tuple[str, str], waiting: tuple[str, str], is_withdrawn: bool
) -> Refusal | None:
    """Say why these words and the same in easy words cannot be proposed, or None if they can."""
    if is_withdrawn:
        return Refusal("statement_withdrawn")
    if words in (current, waiting):
        return Refusal("same_words")
    return None


def may_approve(*, organisation_id: OrganisationId | None, is_waiting: bool, is_withdrawn: bool) -> Refusal | None:
    """Say why this organisation cannot approve the words, or None if it can; twice is the same as once."""
    if organisation_id is None:
        return Refusal("nobody_to_approve_for")
    if is_withdrawn:
        return Refusal("statement_withdrawn")
    if not is_waiting:
        return Refusal("words_not_waiting")
    return None


def stands(approved_by: Collection[OrganisationId]) -> bool:
    """Whether words approved by these organisations are what readers are told."""
    return len(set(approved_by)) >= APPROVALS_NEEDED
