"""A held booking is proved: by a code, by the link, or by the word of a worker who speaks with the person.

Then, and only then, it is a booking, and the family is written down or joined.
"""

from kith.groups.actions.booking import BookingReceipt, book_proved
from kith.groups.actions.holding import contact_digest, settle_held, try_proof, wish_to_book
from kith.groups.actions.offering import move_up
from kith.groups.models.bookings import Booking
from kith.groups.models.held import HeldBooking
from kith.groups.rules.codes import CODE, HeldState
from kith.groups.rules.places import BookingContact
from kith.kernel.ids import SessionId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.whats_on.actions.places import LockedSession, locked_session


@action
def confirm_by_code(
    *, by: Actor, session_id: SessionId, token: str, code: str, may_wait: bool = False
) -> BookingReceipt | Refusal:
    """Book what was held, where the code is the one that was sent. A wrong code is counted, so it is not raised."""
    access.require(by, Permission.BOOK_PLACE)
    session = locked_session(session_id)
    row = _held(session, token=token)
    if refusal := try_proof(by, row, code, of=CODE, entry="groups.proof_refused"):
        return refusal
    return _book(by, session, row, may_wait=may_wait)


@action
def confirm_by_link(*, by: Actor, session_id: SessionId, link: str, may_wait: bool = False) -> BookingReceipt:
    """Book what was held, for who reads the link; tapped twice it is booked once."""
    access.require(by, Permission.BOOK_PLACE)
    session = locked_session(session_id)
    return _book(by, session, _held(session, link=link), may_wait=may_wait)


@action
def confirm_for_person(*, by: Actor, session_id: SessionId, contact: BookingContact) -> BookingReceipt:
    """Book what is held for this e-mail or phone, on the word of a worker who speaks with the person.

    Raises Refusal where nothing is held for it. Own organisation's sessions only.
    """
    access.require(by, Permission.SEE_REGISTER)
    session = locked_session(session_id)
    wanted = access.visible(by, HeldBooking.objects.waiting_for_proof()).filter(session_id=session.id)
    row = wanted.to_book().filter(contact_digest=contact_digest(contact)).order_by("-asked_at").first()
    if row is None:
        raise Refusal("nothing_held")
    return _book(by, session, row, may_wait=True)


def _held(session: LockedSession, **secret: str) -> HeldBooking:
    row: HeldBooking | None = HeldBooking.objects.to_book().filter(session_id=session.id, **secret).first()
    if row is None:
        raise NotFound("held booking")
    return row


def _book(by: Actor, session: LockedSession, row: HeldBooking, *, may_wait: bool) -> BookingReceipt:
    """Turn the wish into a booking behind the session's lock: on the places kept, or on others that are still free."""
    if row.became:
        return BookingReceipt.of(Booking.objects.get(pk=row.became))
    wish, kept = wish_to_book(row, may_wait=may_wait), row.places_kept
    # What was kept comes free in this moment, and is taken again before the lock is open.
    receipt, is_new = book_proved(by, session, wish, row.health_visiting, kept=kept)
    settle_held(row, HeldState.BOOKED, became=receipt.booking_id)
    audit.record(by, "groups.held_places_confirmed", row, booking_id=receipt.booking_id)
    if not is_new:
        move_up(by, session)
    return receipt
