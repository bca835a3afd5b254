"""The one-to-one list of a session on a phone: who is next, who is seen, and the times."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kith.cafes.actions.offering import offer_one_to_one, withdraw_one_to_one
from kith.cafes.actions.turns import book_turn, join_list, move_turn
from kith.cafes.forms.one_to_one import BookTurnForm, MoveForm, TimesForm, WalkInForm
from kith.cafes.queries.footfall import session_of
from kith.cafes.queries.one_to_one import OneToOneList, list_of, one_to_one_card
from kith.cafes.rules.codes import TurnId
from kith.cafes.wording import TURN_WORDS, newcomers_wait, wait_words
from kith.kernel.ids import SessionId
from kith.organisations.queries.people import people_who
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.ui import formats
from kith.platform.ui.questions import is_done, question
from kith.undoing.confirming import Sure, asks_first, confirmed


def one_to_one(request: Request, session_id: int) -> HttpResponse:
    """The list: a person joins it as she comes, is called, seen, or leaves; each step is taken back by a tap."""
    wanted = SessionId(session_id)
    if "turn" in request.POST:
        return _move(request, session_id)
    form = WalkInForm(request.POST if request.method == "POST" else None)
    if is_done(form, lambda: join_list(by=request.viewer, session_id=wanted, **form.answer)):
        return _to("one-to-one", session_id)
    found = list_of(request.viewer, wanted, lang=get_language() or "en")
    if found is None:
        return _to("one-to-one-times", session_id)
    page = {
        "form": form,
        "list": found,
        "words": TURN_WORDS,
        "wait_words": wait_words,
        "newcomers_wait": newcomers_wait,
    }
    return render(request, "cafes/one_to_one.jinja", page, status=422 if form.errors else 200)


def book(request: Request, session_id: int) -> HttpResponse:
    """Keep a time for a person who asks or rings."""
    found = _list(request, session_id)
    form = BookTurnForm(request.POST if request.method == "POST" else None, found.card)

    def keep() -> HttpResponse:
        book_turn(by=request.viewer, session_id=found.session.id, **form.answer)
        return _to("one-to-one", session_id)

    return question(request, "cafes/book_turn.jinja", form, keep, {"list": found})


def times(request: Request, session_id: int) -> HttpResponse:
    """When a specialist is there, how long each talk is, and which times can be booked."""
    session = session_of(request.viewer, SessionId(session_id), lang=get_language() or "en")
    card = one_to_one_card(session)
    people = people_who(Permission.RECORD_FEEDING)
    form = TimesForm(request.POST if request.method == "POST" else None, session, card, people)

    def offer() -> HttpResponse:
        offer_one_to_one(by=request.viewer, session_id=session.id, times=form.times)
        return _to("one-to-one", session_id)

    return question(request, "cafes/times.jinja", form, offer, {"session": session, "card": card})


@asks_first()
def withdraw(request: Request, session_id: int) -> HttpResponse:
    """Take the one-to-one time away, once it is clear that no family counts on it."""
    found = _list(request, session_id)

    def act(_said: object) -> HttpResponse:
        withdraw_one_to_one(by=request.viewer, session_id=found.session.id)
        return _to("cafe", session_id)

    happens = (
        _("The page of this session no longer says that there is one-to-one time."),
        _("While a family has a time or waits, it cannot be taken away: speak with them first."),
    )
    about = f"{found.session.title.text}: {formats.date(found.session.starts_at)}"
    away, back = _("Take the one-to-one time away"), reverse("one-to-one", args=[session_id])
    return confirmed(request, Sure(f"{away}?", about, happens, away, back), act)


def _move(request: Request, session_id: int) -> HttpResponse:
    form = MoveForm(request.POST)
    if not form.is_valid():
        raise NotFound("turn")
    said = form.cleaned_data
    move_turn(by=request.viewer, turn_id=TurnId(said["turn"]), after=said["after"], to=said["do"])
    return _to("one-to-one", session_id)


def _list(request: Request, session_id: int) -> OneToOneList:
    found = list_of(request.viewer, SessionId(session_id), lang=get_language() or "en")
    if found is None:
        raise NotFound("one-to-one time")
    return found


def _to(name: str, session_id: int) -> HttpResponse:
    return HttpResponseRedirect(reverse(name, args=[session_id]), status=303)
