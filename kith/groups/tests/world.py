"""Parents who book, in the small place of kith.whats_on.tests.world."""

from itertools import count

from kith.groups.actions.booking import BookingReceipt, book_for_person
from kith.groups.actions.holding import HeldReceipt, code_of, hold_places
from kith.groups.models.held import HeldBooking
from kith.groups.rules.places import BookingContact, BookingWish, PlaceOrder
from kith.kernel import clock
from kith.kernel.ids import SessionId
from kith.platform.access.viewer import ANONYMOUS
from kith.whats_on.tests.world import BUILDER

_numbers = count(1)


def an_order(session_id: SessionId, *, key: str | None = None, **changes: object) -> PlaceOrder:
    number = next(_numbers)
    said: dict[str, object] = {
        "contact": BookingContact(f"Parent {number}", phone=f"+447700{900000 + number}"),
        "language": "ro",
    }
    return PlaceOrder(session_id=session_id, request_key=key or f"key-{number}", **(said | changes))


def book(order: PlaceOrder) -> BookingReceipt:
    """Book for a person whose contact is proved, and whose family is written down where it is not known."""
    return book_for_person(by=BUILDER, wish=BookingWish(order))


def hold(order: PlaceOrder, **about: object) -> HeldReceipt:
    """Ask for places as a visitor does who has not shown who she is."""
    return hold_places(by=ANONYMOUS, wish=BookingWish(order, **about))


def held_row(receipt: HeldReceipt) -> HeldBooking:
    """What waits for her proof."""
    return HeldBooking.objects.get(token=receipt.token)


def code_behind(address: str) -> str:
    """The code of the wish whose page this is, once the worker has sent it."""
    row = HeldBooking.objects.get(token=address.rstrip("/").split("/")[-1])
    return code_sent(row)


def code_sent(row: HeldBooking) -> str:
    """The code of this wish, as if the worker had just sent it."""
    HeldBooking.objects.filter(pk=row.pk).update(sent_at=clock.now())
    return code_of(row)
