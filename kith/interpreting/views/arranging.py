"""Asking for an interpreter, finding one, and saying what became of it."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.families.queries.cards import family_to_change
from kith.interpreting import wording
from kith.interpreting.actions.arranging import confirm_interpreter, decline_interpreter, offer_interpreter
from kith.interpreting.actions.happening import (
    interpreter_arrived,
    interpreter_done,
    interpreter_failed,
    interpreter_late,
    wish_next_time,
)
from kith.interpreting.actions.requesting import cancel_interpreter, request_interpreter
from kith.interpreting.forms.asking import AskingForm
from kith.interpreting.queries import one
from kith.interpreting.queries.families import bookings_of_family
from kith.interpreting.queries.one import InterpreterBookingPage
from kith.interpreting.rules.codes import SIGN_LANGUAGES, State, Why, Wish
from kith.interpreting.settings import LATE_HOURS
from kith.kernel import clock
from kith.kernel.ids import FamilyId, InterpreterBookingId, InterpreterId
from kith.kernel.refusal import Refusal
from kith.platform.access import NotFound
from kith.platform.access.viewer import Actor, Request
from kith.platform.ui import formats
from kith.platform.ui.questions import question
from kith.platform.ui.refusals import refusal_words
from kith.undoing.confirming import Sure, asks_first, confirmed

Act = Callable[[Actor, InterpreterBookingId, QueryDict], None]


def book_interpreter(request: Request, family_id: UUID) -> HttpResponse:
    """First step: what is needed. The second is the booking's own page, where an interpreter is asked."""
    card = family_to_change(request.viewer, FamilyId(family_id))
    before = bookings_of_family(request.viewer, card.id)
    form = AskingForm(request.POST if request.method == "POST" else None, speaks=card.speaks)

    def ask() -> HttpResponse:
        return _see(request_interpreter(by=request.viewer, family_id=card.id, **form.answer))

    page = {
        "family": card,
        "live": [row for row in before if row.is_unconfirmed or row.state in (State.CONFIRMED, State.LATE)],
        "wording": wording,
    }
    return question(request, "interpreting/book.jinja", form, ask, page)


@asks_first("cancel")
def interpreter_booking(request: Request, interpreter_booking_id: UUID) -> HttpResponse:
    """One booking: who can be asked, what comes next, every step so far."""
    key, problem = InterpreterBookingId(interpreter_booking_id), ""
    if request.method == "POST":
        try:
            if request.POST.get("do") == "cancel":
                return confirmed(
                    request, _sure(one.interpreter_booking(request.viewer, key)), lambda _said: _call_off(request, key)
                )
            _act(request.POST)(request.viewer, key, request.POST)
            return _see(key)
        except Refusal as refusal:
            problem = refusal_words(refusal)
    page = one.interpreter_booking(request.viewer, key)
    shown = {
        "page": page,
        "row": page.row,
        "problem": problem,
        "wording": wording,
        "acts": _next_acts(page),
        "whys": _whys(page.row.state),
        "needs_eyes": page.row.language in SIGN_LANGUAGES,
    }
    return render(request, "interpreting/booking.jinja", shown, status=422 if problem else 200)


def _call_off(request: Request, key: InterpreterBookingId) -> HttpResponse:
    cancel_interpreter(by=request.viewer, booking_id=key)
    return _see(key)


def _sure(page: InterpreterBookingPage) -> Sure:
    """The interpreter who was asked is told; called off late, their time is paid all the same."""
    row = page.row
    late = timedelta(hours=LATE_HOURS.now)
    told = [_("%(name)s is told at once, without a reason.") % {"name": row.interpreter}] if row.interpreter else []
    paid = [_("It is late: the time that was kept is paid for.")] if told and row.starts_at - clock.now() < late else []
    return Sure(
        _("Call the interpreter off?"),
        f"{row.first_name}: {formats.date(row.starts_at, 'medium')}, {formats.time(row.starts_at)}",
        (*told, *paid, _("Tell the family yourself if they expect an interpreter.")),
        _("Call the interpreter off"),
        reverse("interpreter-booking", args=[row.id]),
    )


def _see(booking_id: InterpreterBookingId) -> HttpResponse:
    return HttpResponseRedirect(reverse("interpreter-booking", args=[booking_id]), status=303)


def _next_acts(page: InterpreterBookingPage) -> frozenset[str]:
    """Which buttons make sense now; the rules decide again when one is pressed."""
    row = page.row
    if not page.may_change:
        return frozenset()
    by_state: dict[State, set[str]] = {
        State.REQUESTED: {"fail" if row.has_begun else "cancel"},
        State.DECLINED: {"fail" if row.has_begun else "cancel"},
        State.OFFERED: {"confirm", *(["fail"] if row.has_begun else ["decline", "cancel"])},
        State.CONFIRMED: {"arrive", "late", "fail", *(["done"] if row.has_begun else ["decline", "cancel"])},
        State.LATE: {"arrive", "late", "fail", *(["done"] if row.has_begun else ["cancel"])},
        State.ARRIVED: {"fail", *(["done"] if row.has_begun else [])},
        State.DONE: {"wish"},
        State.FAILED: {"wish"} if row.interpreter_id else set(),
    }
    return frozenset(by_state.get(row.state, set()))


def _whys(state: State) -> list[tuple[str, object]]:
    found = state in (State.CONFIRMED, State.LATE, State.ARRIVED)
    return [
        (why.value, words)
        for why, words in wording.WHYS.items()
        if (why is not Why.NOBODY_FOUND) == found and why is not Why.CANCELLED_LATE_BY_US
    ]


def _act(given: QueryDict) -> Act:
    try:
        return _ACTS[given.get("do", "")]
    except KeyError:
        raise NotFound("action") from None


def _offer(by: Actor, booking_id: InterpreterBookingId, given: QueryDict) -> None:
    offer_interpreter(by=by, booking_id=booking_id, interpreter_id=InterpreterId(number(given, "interpreter")))


def _done(by: Actor, booking_id: InterpreterBookingId, given: QueryDict) -> None:
    minutes = number(given, "minutes") if given.get("minutes", "").strip() else None
    interpreter_done(by=by, booking_id=booking_id, minutes=minutes)


def _fail(by: Actor, booking_id: InterpreterBookingId, given: QueryDict) -> None:
    why = given.get("why", "")
    if why not in list(Why):
        raise Refusal("say_why_it_failed")
    interpreter_failed(by=by, booking_id=booking_id, why=Why(why))


def _wish(by: Actor, booking_id: InterpreterBookingId, given: QueryDict) -> None:
    wish = given.get("wish", "")
    if wish not in list(Wish):
        raise NotFound("wish")
    wish_next_time(by=by, booking_id=booking_id, wish=Wish(wish))


def number(given: QueryDict, name: str) -> int:
    """The whole number typed under this name; refuses every other text."""
    typed = given.get(name, "").strip()
    if not (typed.isascii() and typed.isdigit()) or len(typed) > 9:
        raise Refusal("late_minutes_impossible" if name == "minutes" else "does_not_fit")
    return int(typed)


_ACTS: dict[str, Act] = {
    "offer": _offer,
    "confirm": lambda by, key, _given: confirm_interpreter(by=by, booking_id=key),
    "decline": lambda by, key, _given: decline_interpreter(by=by, booking_id=key),
    "arrive": lambda by, key, _given: interpreter_arrived(by=by, booking_id=key),
    "late": lambda by, key, given: interpreter_late(by=by, booking_id=key, minutes=number(given, "minutes")),
    "done": _done,
    "fail": _fail,
    "wish": _wish,
}
