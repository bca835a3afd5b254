"""One session that is full: some wait, and a place that came free is offered to the first of them."""

from collections.abc import Sequence

from kith.demonstration.sessions import MOST_SESSIONS_BOOKED, Bookable, order_of
from kith.families.rules.entries import NewFamily
from kith.groups.actions.booking import BookingReceipt, book_place
from kith.groups.actions.cancelling import cancel_booking
from kith.groups.rules.codes import BookingState
from kith.platform.access.viewer import Actor
from kith.whats_on.rules.codes import Audience

MOST_PLACES, WAITING = 12, 2


def let_some_wait(bookable: Sequence[Bookable], families: Sequence[NewFamily], *, by: Actor) -> int:
    """Fill a session that is some weeks off, and say how many wait for it or are offered a place."""
    small = [each for each in bookable[MOST_SESSIONS_BOOKED:] if each.capacity <= MOST_PLACES]
    session = next((each for each in small if each.audience is not Audience.EXPECTING), None)
    if session is None:
        return 0
    receipts = list[BookingReceipt]()
    for number, family in enumerate(families):
        if sum(each.state is BookingState.WAITING for each in receipts) == WAITING:
            break
        order = order_of(session.session_id, family, f"demonstration-waits-{number}", places=2, may_wait=True)
        receipts.append(book_place(by=by, family_id=family.id, order=order))
    waiting = [each for each in receipts if each.state is BookingState.WAITING]
    if waiting:
        cancel_booking(by=by, token=receipts[0].token)
    return len(waiting)
