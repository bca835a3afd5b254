"""The actions of interpreting, each done once."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any
from uuid import uuid4

from kith.families.events import ConsentWithdrawn, FamiliesMerged, FamilyBereaved, MergeUndone
from kith.families.rules.codes import InterpreterNeed, Purpose
from kith.families.rules.entries import NewFamily
from kith.groups.actions.interpreters import ask_for_interpreter, no_interpreter_needed
from kith.groups.events import BookingCancelled, PlaceBooked
from kith.groups.tests import world as small
from kith.interpreting import events
from kith.interpreting.actions.answering import answer_offer, say_here, say_late
from kith.interpreting.actions.arranging import confirm_interpreter, decline_interpreter, offer_interpreter
from kith.interpreting.actions.closing import cancel_without_consent, close_for_bereavement
from kith.interpreting.actions.happening import (
    interpreter_arrived,
    interpreter_done,
    interpreter_failed,
    interpreter_late,
    wish_as_family,
    wish_next_time,
)
from kith.interpreting.actions.links import close_interpreter_page, open_interpreter_page, send_interpreter_code
from kith.interpreting.actions.listing import change_interpreter, end_interpreter, set_interpreter_line
from kith.interpreting.actions.merging import ask_again_after_undo, close_after_merge
from kith.interpreting.actions.reminding import remind_of_unconfirmed
from kith.interpreting.actions.requesting import cancel_interpreter, cancel_need, request_interpreter
from kith.interpreting.actions.telling import (
    ask_interpreter,
    release_interpreter,
    tell_interpreter_booked,
    warn_of_declined_interpreter,
    warn_of_late_interpreter,
    warn_of_unconfirmed_interpreter,
)
from kith.interpreting.models.bookings import InterpreterBooking
from kith.interpreting.models.interpreters import Interpreter
from kith.interpreting.rules.codes import Mode, Why, Wish
from kith.interpreting.tests.world import KITH, a_listed, an_interpreter
from kith.kernel import clock
from kith.kernel.ids import BereavementId, InterpreterBookingId, InterpreterId, MembershipId, OrganisationId
from kith.platform.access.viewer import ANONYMOUS
from kith.platform.sign_in import sending
from tests.access.consent import take_all_back

Act = Callable[[], object]


def _ask(world: Any, *, hours: float = 72, need: str = "") -> InterpreterBookingId:
    return request_interpreter(
        by=KITH,
        family_id=world.families["own"].id,
        organisation_id=_payer(world),
        starts_at=clock.now() + timedelta(hours=hours),
        minutes=30,
        language="ro",
        mode=Mode.PHONE,
        need=need,
    )


def _payer(world: Any) -> OrganisationId:
    return OrganisationId(world.families["own"].consents[0].organisation_id)


def _offered(world: Any, **changes: Any) -> tuple[InterpreterBookingId, InterpreterId]:
    booking_id, interpreter_id = _ask(world, **changes), an_interpreter()
    offer_interpreter(by=KITH, booking_id=booking_id, interpreter_id=interpreter_id)
    return booking_id, interpreter_id


def _confirmed(world: Any, *, hours: float = 0.5) -> InterpreterBookingId:
    booking_id, _ = _offered(world, hours=hours)
    confirm_interpreter(by=KITH, booking_id=booking_id)
    return booking_id


def _near(act: Callable[..., object], **said: Any) -> Callable[[Any], Act]:
    def prepare(world: Any) -> Act:
        booking_id = _confirmed(world)
        return lambda: act(by=KITH, booking_id=booking_id, **said)

    return prepare


def _done(world: Any) -> Act:
    booking_id = _confirmed(world)
    later = clock.FixedClock(clock.now() + timedelta(hours=1))

    def act() -> None:
        with clock.use(later):
            interpreter_done(by=KITH, booking_id=booking_id)

    return act


def _failed(world: Any) -> InterpreterBookingId:
    booking_id = _confirmed(world)
    interpreter_failed(by=KITH, booking_id=booking_id, why=Why.WRONG_DIALECT)
    return booking_id


def _wish(world: Any) -> Act:
    booking_id = _failed(world)
    return lambda: wish_next_time(by=KITH, booking_id=booking_id, wish=Wish.OTHER)


def _wish_of_family(world: Any) -> Act:
    token = InterpreterBooking.objects.get(pk=_failed(world)).token
    return lambda: wish_as_family(by=ANONYMOUS, token=token, wish=Wish.SAME)


def open_page(interpreter_id: InterpreterId) -> str:
    """The key of an interpreter's opened page, with the code that was sent to her."""
    link = Interpreter.objects.get(pk=interpreter_id).link
    sent: list[sending.Letter] = []
    before = list(sending._senders)
    sending.register_sender(sent.append)
    send_interpreter_code(by=ANONYMOUS, link=link)
    sending._senders[:] = before
    key = open_interpreter_page(by=ANONYMOUS, link=link, code=sent[0].code)
    assert isinstance(key, str)
    return key


def _on_her_page(act: Callable[..., object], **said: Any) -> Callable[[Any], Act]:
    def prepare(world: Any) -> Act:
        booking_id, interpreter_id = _offered(world, hours=0.5)
        if act is not answer_offer:
            confirm_interpreter(by=KITH, booking_id=booking_id)
        key = open_page(interpreter_id)
        return lambda: act(by=ANONYMOUS, key=key, booking_id=booking_id, **said)

    return prepare


def _code(_world: Any) -> Act:
    link = Interpreter.objects.get(pk=an_interpreter()).link
    return lambda: send_interpreter_code(by=ANONYMOUS, link=link)


def _opened(_world: Any) -> Act:
    interpreter_id = an_interpreter()
    return lambda: open_page(interpreter_id)


def _closed(_world: Any) -> Act:
    key = open_page(an_interpreter())
    return lambda: close_interpreter_page(by=ANONYMOUS, key=key)


def _offer(world: Any) -> Act:
    booking_id, interpreter_id = _ask(world), an_interpreter()
    return lambda: offer_interpreter(by=KITH, booking_id=booking_id, interpreter_id=interpreter_id)


def _answered(act: Callable[..., object]) -> Callable[[Any], Act]:
    def prepare(world: Any) -> Act:
        booking_id, _ = _offered(world)
        return lambda: act(by=KITH, booking_id=booking_id)

    return prepare


def _need(world: Any) -> Act:
    _ask(world, need="session:1")
    return lambda: cancel_need(by=KITH, need="session:1")


def _reminded(world: Any) -> Act:
    _ask(world, hours=20)
    return lambda: remind_of_unconfirmed(by=KITH)


def _bereaved(world: Any) -> Act:
    _ask(world)
    event = FamilyBereaved(world.families["own"].id, BereavementId(1), MembershipId(1), clock.today())
    return lambda: close_for_bereavement(event)


def _without_consent(world: Any) -> Act:
    _ask(world)
    family, organisation_id = world.families["own"], _payer(world)
    take_all_back(family)
    event = ConsentWithdrawn(family.id, organisation_id, Purpose.CARE)
    return lambda: cancel_without_consent(event)


def _changed(_world: Any) -> Act:
    interpreter_id = an_interpreter()
    return lambda: change_interpreter(by=KITH, interpreter_id=interpreter_id, listed=a_listed())


def _ended(_world: Any) -> Act:
    interpreter_id = an_interpreter()
    return lambda: end_interpreter(by=KITH, interpreter_id=interpreter_id)


def _heard(listener: Callable[[Any], None], name: str) -> Callable[[Any], Act]:
    """A listener of care's, with the event that the booking has come to."""

    def prepare(world: Any) -> Act:
        booking_id, interpreter_id = _offered(world, hours=0.5)
        if name in ("InterpreterConfirmed", "InterpreterLate"):
            confirm_interpreter(by=KITH, booking_id=booking_id)
        if name in ("InterpreterReleased", "InterpreterDeclined"):
            decline_interpreter(by=KITH, booking_id=booking_id)
        if name == "InterpreterLate":
            interpreter_late(by=KITH, booking_id=booking_id, minutes=10)
        family_id = world.families["own"].id
        said: dict[str, Any] = {"booking_id": booking_id, "family_id": family_id, "revision": 2}
        if name in ("InterpreterOffered", "InterpreterReleased"):
            said["interpreter_id"] = interpreter_id
        if name == "InterpreterLate":
            said["minutes"] = 10
        return lambda: listener(getattr(events, name)(**said))

    return prepare


def _place_with_interpreter(world: Any) -> PlaceBooked:
    order = small.an_order(world.session_ids["own"], interpreter_need=InterpreterNeed.YES, interpreter_language="ro")
    return PlaceBooked(small.book(order).booking_id, 1)


def _asked_with_place(world: Any) -> Act:
    event = _place_with_interpreter(world)
    return lambda: ask_for_interpreter(event)


def _given_back_with_place(world: Any) -> Act:
    event = _place_with_interpreter(world)
    ask_for_interpreter(event)
    return lambda: no_interpreter_needed(BookingCancelled(event.booking_id, 1))


def _merged(world: Any) -> Act:
    """A booking that a merge has cancelled without a step."""
    booking_id, family_id = _ask(world), world.families["own"].id
    InterpreterBooking.objects.filter(pk=booking_id).update(state="cancelled")
    return lambda: close_after_merge(FamiliesMerged(family_id, world.families["shared"].id, uuid4()))


def _merge_undone(world: Any) -> Act:
    booking_id, family_id = _ask(world), world.families["own"].id
    cancel_interpreter(by=KITH, booking_id=booking_id)
    InterpreterBooking.objects.filter(pk=booking_id).update(state="requested")
    return lambda: ask_again_after_undo(MergeUndone(world.families["shared"].id, family_id, uuid4()))


ACTS: dict[str, Callable[[Any], Act]] = {
    "interpreting.request_interpreter": lambda world: lambda: _ask(world),
    "interpreting.offer_interpreter": _offer,
    "interpreting.confirm_interpreter": _answered(confirm_interpreter),
    "interpreting.decline_interpreter": _answered(decline_interpreter),
    "interpreting.cancel_interpreter": _answered(cancel_interpreter),
    "interpreting.cancel_need": _need,
    "interpreting.interpreter_arrived": _near(interpreter_arrived),
    "interpreting.interpreter_late": _near(interpreter_late, minutes=10),
    "interpreting.interpreter_done": _done,
    "interpreting.interpreter_failed": _near(interpreter_failed, why=Why.NO_SHOW),
    "interpreting.wish_next_time": _wish,
    "interpreting.wish_as_family": _wish_of_family,
    "interpreting.answer_offer": _on_her_page(answer_offer, accepts=True),
    "interpreting.say_late": _on_her_page(say_late, minutes=10),
    "interpreting.say_here": _on_her_page(say_here),
    "interpreting.send_interpreter_code": _code,
    "interpreting.open_interpreter_page": _opened,
    "interpreting.close_interpreter_page": _closed,
    "interpreting.remind_of_unconfirmed": _reminded,
    "interpreting.close_after_merge": _merged,
    "interpreting.ask_again_after_undo": _merge_undone,
    "interpreting.close_for_bereavement": _bereaved,
    "interpreting.cancel_without_consent": _without_consent,
    "interpreting.add_interpreter": lambda _: an_interpreter,
    "interpreting.change_interpreter": _changed,
    "interpreting.end_interpreter": _ended,
    "groups.ask_for_interpreter": _asked_with_place,
    "groups.no_interpreter_needed": _given_back_with_place,
    "interpreting.ask_interpreter": _heard(ask_interpreter, "InterpreterOffered"),
    "interpreting.tell_interpreter_booked": _heard(tell_interpreter_booked, "InterpreterConfirmed"),
    "interpreting.release_interpreter": _heard(release_interpreter, "InterpreterReleased"),
    "interpreting.warn_of_unconfirmed_interpreter": _heard(warn_of_unconfirmed_interpreter, "InterpreterUnconfirmed"),
    "interpreting.warn_of_declined_interpreter": _heard(warn_of_declined_interpreter, "InterpreterDeclined"),
    "interpreting.warn_of_late_interpreter": _heard(warn_of_late_interpreter, "InterpreterLate"),
    "interpreting.set_interpreter_line": lambda world: (
        lambda: set_interpreter_line(by=KITH, organisation_id=_payer(world), phone="0800 000 000", access_code="1234")
    ),
}


def addresses(families: Mapping[str, NewFamily]) -> dict[str, dict[str, Any]]:
    """What interpreting's addresses ask for, by the relation of the family; no interpreter holds the page's key."""
    interpreter_id = an_interpreter(at=OrganisationId(families["own"].consents[0].organisation_id))
    link = Interpreter.objects.get(pk=interpreter_id).link
    known = {}
    for relation, family in families.items():
        booking_id = request_interpreter(
            by=KITH,
            family_id=family.id,
            organisation_id=family.consents[0].organisation_id,
            starts_at=clock.now() + timedelta(days=5),
            minutes=30,
            language="ro",
            mode=Mode.PHONE,
        )
        known[relation] = {
            "interpreter_booking_id": booking_id,
            "interpreter_token": InterpreterBooking.objects.get(pk=booking_id).token,
            "interpreter_id": interpreter_id,
            "link": link,
            "page_key": "nobody-holds-this",
        }
    return known
