"""What is done with every wish that waits for a proof, whichever room holds it."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TypeVar

from kith.groups.rules.codes import WAITS_FOR_PROOF, HeldState
from kith.groups.rules.places import TRACE_LASTS, BookingWish, of_held
from kith.groups.wishes import Wish, WishQuerySet
from kith.kernel import clock
from kith.kernel.refusal import Refusal
from kith.messages.actions.forgetting import forget_address
from kith.platform import audit
from kith.platform.access.viewer import Actor
from kith.platform.private_links import try_code

Row = TypeVar("Row", bound=Wish)


def try_proof(by: Actor, row: Wish, code: str, *, of: str, entry: str) -> Refusal | None:
    """Say why this code proves nothing, or None if it does; a wrong one is counted, and noted in the audit."""
    refusal = try_code(row, code, of=of)
    if refusal is None:
        return None
    if refusal.code == "code_wrong":
        audit.record(by, entry, row, count=row.wrong_count)
    return of_held(refusal)


def wish_to_book(row: Wish, *, may_wait: bool) -> BookingWish:
    """What is booked now that it is proved; raises Refusal where the time for it is over.

    Where the crèche has filled up meanwhile she comes all the same, and reads that she waits for a place in it.
    """
    if row.state is HeldState.OVER or clock.now() >= row.words_until:
        raise Refusal("held_over", offer="other_sessions")
    wish = row.wish
    order = replace(wish.order, may_wait=may_wait or wish.order.may_wait, may_wait_for_creche=True)
    return replace(wish, order=order)


def forget_wishes(
    by: Actor,
    rows: WishQuerySet,
    *,
    letters: Collection[str],
    settle: Callable[[Row, HeldState], None],
    entry: str,
) -> int:
    """Erase what visitors typed and did not prove in time, and at last the bare rows; says of how many."""
    now = clock.now()
    due = rows.filter(words_until__lte=now)
    found = list(due.select_for_update(skip_locked=True).exclude(contact_digest=""))
    for row in found:
        if row.state in WAITS_FOR_PROOF:
            settle(row, HeldState.OVER)
        if row.state is HeldState.OVER:
            forget_address(by=by, dedupe_keys=[f"{kind}:{row.pk}" for kind in letters])
        audit.record(by, entry, row)
    rows.filter(pk__in=[row.pk for row in found]).update(contact_digest="")
    rows.filter(contact_digest="", words_until__lte=now - TRACE_LASTS).delete()
    return len(found)
