"""The answers to the question: why she could not come, and the date she takes instead."""

from kith.families.actions.locking import lock_family
from kith.families.queries.bereavement import is_bereaved
from kith.groups.actions.booking import BookingReceipt, book_place
from kith.groups.queries.missed import missed_booking
from kith.kernel import clock
from kith.kernel.ids import BookingId, FamilyId, SessionId
from kith.kernel.refusal import Refusal
from kith.missed.matching import Found, found_for
from kith.missed.models import MissedDate
from kith.missed.rules.asking import Reason, is_open
from kith.missed.rules.offers import wants_interpreter
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action

# Who holds the link has shown that the family is hers: the places are taken in its name.
TAKER = system_actor("missed")


@action
def say_why(*, by: Actor, token: str, reason: Reason) -> None:
    """Take down why she could not come; another answer replaces the one before. Refusal where the link is over."""
    access.require(by, Permission.ANSWER_BY_LINK)
    row = _opened(token)
    if row.reason == reason:
        return
    row.reason, row.answered_at = reason, clock.now()
    row.save(update_fields=["reason", "answered_at"])
    audit.record(by, "missed.reason_said", row, family_id=FamilyId(row.family_id), reason=reason)


@action
def take_offer(*, by: Actor, token: str, session_id: SessionId) -> BookingReceipt | None:
    """Take the same places on a date that was offered; None for one to which one just comes. Twice is once.

    Refusal where it is full or over by now, or was not offered.
    """
    access.require(by, Permission.ANSWER_BY_LINK)
    row = _opened(token)
    booking = missed_booking(TAKER, BookingId(row.booking_id), lang=row.language)
    if booking is None:
        raise NotFound("missed date")
    key = f"missed-{row.pk}-{session_id}"
    found = found_for(TAKER, booking, lang=row.language, but_of_family=row.taken_session_id != session_id)
    chosen = found.by_id(session_id)
    if chosen is None:
        raise Refusal("offer_gone")
    receipt = _booked(row, found, session_id, key) if chosen.card.is_bookable else None
    row.taken_session_id, row.taken_at = session_id, clock.now()
    row.taken_booking = receipt.booking_id if receipt else None
    row.save(update_fields=["taken_session", "taken_booking", "taken_at"])
    audit.record(by, "missed.offer_taken", row, family_id=booking.family_id, session_id=session_id)
    return receipt


def _booked(row: MissedDate, found: Found, session_id: SessionId, key: str) -> BookingReceipt:
    date, reason = found.dates[session_id], Reason(row.reason) if row.reason else None
    booking = found.booking
    language = booking.needs.interpreter_language or booking.language
    had_one = bool(booking.needs.interpreter_language)
    with_one = wants_interpreter(reason, found.missed, date, had_one=had_one)
    order = booking.order(session_id, key, interpreter_language=language if with_one else "")
    return book_place(by=TAKER, family_id=booking.family_id, order=order)


def _opened(token: str) -> MissedDate:
    """The missed date behind its link, its family locked; NotFound for no link of ours, Refusal where it is over."""
    family_id = MissedDate.objects.filter(token=token).values_list("family_id", flat=True).first()
    if family_id is None:
        raise NotFound("missed date")
    lock_family(FamilyId(family_id))
    row = MissedDate.objects.select_for_update(of=("self",)).get(token=token)
    is_closed = row.closed_at is not None or is_bereaved(FamilyId(row.family_id))
    if not is_open(row.told_at, is_closed=is_closed, now=clock.now()):
        raise Refusal("missed_link_over")
    return row
