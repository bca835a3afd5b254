"""What is asked for, and who gets a place."""

from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from kith.families.rules.codes import InterpreterNeed, Purpose
from kith.families.rules.entries import NewConsent, NewParent
from kith.groups.rules.codes import HAS_PLACES, MOST_PLACES, Attendance, BookingState
from kith.groups.rules.reminders import Reminders
from kith.kernel.ids import OrganisationId, SessionId
from kith.kernel.refusal import Refusal
from kith.whats_on.rules.codes import Joining
from kith.whats_on.rules.places import SessionFacts

HELD_FOR = timedelta(hours=2)
"""How long places are kept for a visitor who has not shown yet that the e-mail or phone is hers."""
WORDS_LAST = timedelta(hours=24)
"""How long what she typed is kept, and her link and code work: a message read the next morning still books."""
TRACE_LASTS = timedelta(days=7)
"""How long the bare row stays after that, without a word of hers: as long as an old form can be sent once more."""
MOST_LETTERS = 6
"""The most messages a day to one e-mail address or phone that is not proved yet."""


@dataclass(frozen=True)
class Needs:
    """What is asked once, and remembered for the next booking of a family that signs in."""

    places: int = 1
    co_parent: bool = False
    babies: int = 1
    older_children: int = 0
    wants_creche: bool = False
    interpreter_need: InterpreterNeed = InterpreterNeed.NOT_ASKED
    interpreter_language: str = ""
    access_needs: str = ""
    reminders: Reminders = Reminders.DAY_BEFORE

    @property
    def children_in_creche(self) -> int:
        """How many children the crèche is to have: all the older ones, or the baby where there are none."""
        return max(1, self.older_children) if self.wants_creche else 0


@dataclass(frozen=True)
class BookingContact:
    """Who booked, and where the confirmation goes."""

    name: str
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class PlaceOrder:
    """What a family asks for. The same ``request_key`` never takes places twice."""

    session_id: SessionId
    request_key: str
    contact: BookingContact
    language: str
    places: int = 1
    interpreter_need: InterpreterNeed = InterpreterNeed.NOT_ASKED
    interpreter_language: str = ""
    access_needs: str = ""
    may_wait: bool = False
    babies: int = 1
    older_children: int = 0
    wants_creche: bool = False
    co_parent: bool = False
    reminders: Reminders = Reminders.DAY_BEFORE
    may_wait_for_creche: bool = False
    """Whether the family comes all the same where the crèche is full, and is told when a place in it comes free."""

    @property
    def needs(self) -> Needs:
        """Who comes along, and what would make it easy."""
        return Needs(**{each.name: getattr(self, each.name) for each in fields(Needs)})


@dataclass(frozen=True)
class BookingWish:
    """What a person without an account asks for, and what they say of their family."""

    order: PlaceOrder
    due_on: date | None = None
    born_on: date | None = None
    agrees: bool = False
    """Whether health visiting may see the record and get in touch."""

    @property
    def parent(self) -> NewParent:
        """Who books, as the record has it."""
        order = self.order
        *given, family = order.contact.name.split(" ") if " " in order.contact.name else (order.contact.name, "")
        return NewParent(
            given_name=" ".join(given),
            family_name=family,
            phone=order.contact.phone,
            email=order.contact.email,
            speaks=order.interpreter_language or order.language,
            reads=order.language,
            interpreter_need=order.interpreter_need,
        )

    def consents(self, health_visiting: OrganisationId | None) -> tuple[NewConsent, ...]:
        """The consent, where it was given and there is an organisation to have it."""
        if not self.agrees or health_visiting is None:
            return ()
        return (NewConsent(organisation_id=health_visiting, purpose=Purpose.CARE, language=self.order.language),)

    def as_said(self) -> dict[str, Any]:
        """The same as plain words, for the row in which it waits."""
        said: dict[str, Any] = _adapter().dump_python(self, mode="json")
        return said

    @classmethod
    def of_said(cls, said: dict[str, Any]) -> "BookingWish":
        """Read the wish back from the stored values."""
        wish: BookingWish = _adapter().validate_python(said)
        return wish


@cache
def _adapter() -> TypeAdapter[Any]:
    # Made once: making one costs two milliseconds.
    return TypeAdapter(BookingWish)


@dataclass(frozen=True)
class BookingFacts:
    """What decides whether a booking can be changed or given back."""

    state: BookingState
    places: int = 1
    attendance: Attendance = Attendance.EXPECTED

    @property
    def has_come(self) -> bool:
        """Whether the family was seen there: what was is not taken back by a link."""
        return self.attendance in (Attendance.ARRIVED, Attendance.LEFT_EARLY)


@dataclass(frozen=True)
class PlaceWish:
    """What a family asks for, and what it has on this session already."""

    places: int
    has_live_booking: bool = False


def may_book(session: SessionFacts, wish: PlaceWish, *, now: datetime) -> Refusal | None:
    """Say why this family cannot have its places, or None if it can."""
    if refusal := may_wait(session, wish, now=now):
        return refusal
    if session.places_open < wish.places:
        return Refusal("session_full", offer="waiting_list", places_left=session.places_open)
    return None


def may_wait(session: SessionFacts, wish: PlaceWish, *, now: datetime) -> Refusal | None:
    """Say why this family cannot even wait for places, or None if it can."""
    if refusal := _is_closed(session, now):
        return refusal
    if not 1 <= wish.places <= MOST_PLACES:
        return Refusal("too_many_places", offer="phone", most=MOST_PLACES)
    if wish.places > session.capacity:
        return Refusal("session_too_small", offer="other_sessions", capacity=session.capacity)
    if wish.has_live_booking:
        return Refusal("already_booked", offer="own_booking")
    return None


def may_have_creche(session: SessionFacts, children: int, *, may_wait: bool) -> Refusal | None:
    """Say why a family that has its places cannot have these in the crèche too, or None if it can or comes without."""
    if may_wait or session.creche_fits(children):
        return None
    return Refusal("creche_full", offer="without_creche", left=max(0, session.creche_places - session.creche_taken))


def _is_closed(session: SessionFacts, now: datetime) -> Refusal | None:
    if session.is_cancelled:
        return Refusal("session_cancelled", offer="other_sessions")
    if session.starts_at <= now:
        return Refusal("session_over", offer="other_sessions")
    if session.joining is Joining.WALK_IN:
        return Refusal("just_come")
    return None


def may_change_places(session: SessionFacts, booking: BookingFacts, *, wanted: int, now: datetime) -> Refusal | None:
    """Say why a booking cannot have this many places instead, or None if it can; what it has it keeps until then."""
    if booking.state is BookingState.CANCELLED:
        return Refusal("booking_is_cancelled")
    if booking.has_come:
        return Refusal("already_came")
    if refusal := may_wait(session, PlaceWish(wanted), now=now):
        return refusal
    more = wanted - booking.places
    if booking.state in HAS_PLACES and more > session.places_open:
        return Refusal("no_more_places", places_left=session.places_open)
    return None


def may_cancel(booking: BookingFacts, session: SessionFacts, *, now: datetime) -> Refusal | None:
    """Say why the booking cannot be cancelled, or None if it can (also when it has been already)."""
    if booking.state is BookingState.CANCELLED:
        return None
    if booking.has_come:
        return Refusal("already_came")
    return Refusal("session_over") if session.starts_at <= now else None


def may_accept(booking: BookingFacts, session: SessionFacts, *, now: datetime) -> Refusal | None:
    """Say why an offer cannot be taken, or None if it can: also late, as long as no other family has been asked."""
    if booking.state is BookingState.OFFERED:
        return _is_closed(session, now)
    return None if booking.state is BookingState.BOOKED else Refusal("offer_over", offer="waiting_list")


def places_to_keep(session: SessionFacts, places: int) -> int:
    """How many places are kept for a visitor until her proof: all that she asks for, or none."""
    return places if places <= min(session.places_open, session.may_be_held) else 0


def kept_until(session: SessionFacts, *, now: datetime) -> tuple[datetime, datetime]:
    """Until when the places are kept, and until when what was typed is; neither beyond the beginning."""
    return min(now + HELD_FOR, session.starts_at), min(now + WORDS_LAST, session.starts_at)


def of_held(refusal: Refusal) -> Refusal:
    """Why a code does not open what is held by it: it is wrong, was wrong too often, or its time is over."""
    if refusal.code == "code_wrong":
        return refusal
    return Refusal("held_code_spent" if refusal.code == "code_spent" else "held_over")
