"""A visitor's wish waits, and her places are kept, until it is shown that the e-mail or phone is hers.

Any visitor can type any name, number and birthdays. So nothing typed goes further than one row of ``HeldBooking``: no
family, list, number, search, consent or audit entry knows of it. Nothing here looks up who is known either: all that is
done before the answer is the same for a family on record and a stranger, for one who is booked already and one who is
not. What is sent to the contact is sent by the worker, after the answer. How it is proved: kith.groups.actions.proving.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import TypeVar

from django.db import transaction
from django.db.models import Q

from kith.families.rules.checks import check_family
from kith.families.rules.entries import family_of_booking
from kith.groups import events
from kith.groups.actions.booking import decide, invalidate_if_shown
from kith.groups.actions.offering import move_up
from kith.groups.models.held import HeldBooking
from kith.groups.rules.codes import CODE, WAITS_FOR_PROOF, HeldState
from kith.groups.rules.places import (
    TRACE_LASTS,
    BookingContact,
    BookingWish,
    PlaceWish,
    kept_until,
    of_held,
    places_to_keep,
)
from kith.groups.wishes import Wish, WishQuerySet
from kith.kernel import clock
from kith.kernel.ids import BookingId, HeldBookingId, SessionId
from kith.kernel.refusal import Refusal
from kith.messages.actions.forgetting import forget_address
from kith.platform import access, audit, freshness, outbox, rows
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action, action_in_parts
from kith.platform.freshness import Topic
from kith.platform.private_links import code_from, digest, try_code
from kith.whats_on.actions.places import LockedSession, locked_session

LETTERS = ("booking_to_confirm", "held_place_freed")
"""Messages to a contact that is not proved yet."""


Row = TypeVar("Row", bound=Wish)


@dataclass(frozen=True)
class HeldReceipt:
    """Where the visitor is led: the page that waits for her proof."""

    session_id: SessionId
    token: str


@action
def hold_places(*, by: Actor, wish: BookingWish, keeps_places: bool = True) -> HeldReceipt:
    """Keep what the visitor asks for, and places where it can be, until her proof; sent twice it is kept once.

    Without ``keeps_places`` the wish waits all the same, and has the places that are free when she proves.
    """
    access.require(by, Permission.BOOK_PLACE)
    order, now = wish.order, clock.now()
    session = locked_session(order.session_id)
    if earlier := HeldBooking.objects.filter(request_key=order.request_key).first():
        if earlier.session_id != order.session_id:
            raise Refusal("request_key_used")
        return HeldReceipt(order.session_id, earlier.token)
    family = family_of_booking(wish.parent, due_on=wish.due_on, born_on=wish.born_on)
    if refusal := check_family(family, today=clock.today()) or decide(session, PlaceWish(order.places), order):
        raise refusal
    facts = session.facts
    held_until, words_until = kept_until(facts, now=now)
    row = HeldBooking(
        session_id=session.id,
        places=order.places,
        places_kept=places_to_keep(facts, order.places) if keeps_places else 0,
        language=order.language,
        said=wish.as_said(),
        contact_digest=contact_digest(order.contact),
        request_key=order.request_key,
        asked_at=now,
        held_until=held_until,
        words_until=words_until,
    )
    rows.add(row)
    audit.record(by, "groups.places_held", row, places=row.places_kept)
    outbox.append(events.PlacesHeld(HeldBookingId(row.pk)))
    invalidate_if_shown(facts.places_open, facts.places_open - row.places_kept)
    return HeldReceipt(order.session_id, row.token)


@action
def give_up_held(*, by: Actor, session_id: SessionId, secret: str) -> None:
    """Let the places go, for who asked for them or who reads the link; what was booked meanwhile stays booked."""
    access.require(by, Permission.CANCEL_BOOKING)
    session = locked_session(session_id)
    row = HeldBooking.objects.filter(Q(token=secret) | Q(link=secret), session_id=session.id).first()
    if row is None:
        raise NotFound("held booking")
    if row.state in WAITS_FOR_PROOF:
        settle_held(row, HeldState.OVER)
        audit.record(by, "groups.held_places_given_up", row)
        _give_back(by, session)


@action_in_parts
def free_held_places(*, by: Actor) -> int:
    """Open places to others whose time is over without a proof, and say how many wishes that were; safe to run twice.

    Her words stay a while longer: with her link she can still have the places while they are there.
    """
    access.require(by, Permission.MANAGE_SESSIONS)
    late = HeldBooking.objects.filter(state=HeldState.HELD, held_until__lte=clock.now())
    session_ids = late.order_by("session_id").values_list("session_id", flat=True).distinct()
    return sum(_free(by, SessionId(session_id)) for session_id in session_ids)


@action
def forget_held_words(*, by: Actor) -> int:
    """Erase what visitors typed and did not prove in time, and at last the bare rows; says of how many."""
    access.require(by, Permission.MANAGE_SESSIONS)
    rows_let_go = HeldBooking.objects.filter(places_kept=0)
    return forget_wishes(by, rows_let_go, letters=LETTERS, settle=settle_held, entry="groups.held_words_erased")


def end_held_of(session_id: SessionId) -> None:
    """End all that waits for proof on a session that is called off; its page says so behind the links."""
    for row in HeldBooking.objects.waiting_for_proof().filter(session_id=session_id):
        settle_held(row, HeldState.OVER)


def settle_held(row: HeldBooking, state: HeldState, *, became: BookingId | None = None) -> None:
    """Take the row where it stands from now on; its places come free, and its words go with the last step."""
    row.state, row.places_kept, row.became = state, 0, became
    if state not in WAITS_FOR_PROOF:
        row.said = {}
    row.save(update_fields=["state", "places_kept", "said", "became"])


def code_of(row: HeldBooking) -> str:
    """The digits that are sent beside the link."""
    return code_from(row.link, CODE)


def contact_digest(contact: BookingContact) -> str:
    """By what wishes of one e-mail or phone are known to be so, without its being kept in the open."""
    return digest(contact.email or contact.phone, "groups.held_booking")


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


@transaction.atomic
def _free(by: Actor, session_id: SessionId) -> int:
    session = locked_session(session_id)
    held = HeldBooking.objects.filter(session_id=session_id, state=HeldState.HELD)
    late = list(held.filter(held_until__lte=clock.now()))
    for row in late:
        was_kept = row.places_kept > 0
        settle_held(row, HeldState.FREED)
        audit.record(by, "groups.held_places_freed", row)
        if was_kept:
            outbox.append(events.PlacesFreed(HeldBookingId(row.pk)))
    _give_back(by, session)
    return len(late)


def _give_back(by: Actor, session: LockedSession) -> None:
    move_up(by, session)
    freshness.invalidate(Topic.LISTINGS)
