"""Pages behind secret links: the interpreter's own, and the family's page of its booking. They leave no cookie."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse

from kith.interpreting import wording
from kith.interpreting.actions.answering import answer_offer, say_here, say_late
from kith.interpreting.actions.door import close_interpreter_page, open_interpreter_page, send_interpreter_code
from kith.interpreting.actions.happening import wish_as_family
from kith.interpreting.queries import doors
from kith.interpreting.queries.doors import family_booking
from kith.interpreting.rules.codes import COMING, State, Wish
from kith.kernel.ids import InterpreterBookingId
from kith.kernel.refusal import Refusal
from kith.platform.access import NotFound
from kith.platform.access.viewer import Actor, Request
from kith.platform.listing import ListAsked

Saying = Callable[[Actor, str, InterpreterBookingId, QueryDict], None]


def interpreter_door(request: Request, link: str) -> HttpResponse:
    """Send a code; a code opens the page."""
    sent, problem = False, ""
    if request.method == "POST":
        try:
            if request.POST.get("do") == "open":
                opened = open_interpreter_page(by=request.viewer, link=link, code=request.POST.get("code", ""))
                if isinstance(opened, Refusal):
                    raise opened
                return HttpResponseRedirect(reverse("interpreter-page", args=[opened]), status=303)
            send_interpreter_code(by=request.viewer, link=link)
            sent = True
        except Refusal as refusal:
            problem, sent = wording.refusal_words(refusal), refusal.code == "code_wrong"
    page = {"door": doors.interpreter_door(request.viewer, link), "link": link, "sent": sent, "problem": problem}
    return _unkept(render(request, "interpreting/door.jinja", page, status=422 if problem else 200))


def interpreter_page(request: Request, page_key: str) -> HttpResponse:
    """What she is asked, and where she is expected: yes, no, late, here."""
    key, problem = page_key, ""
    if request.method == "POST":
        if request.POST.get("do") == "close":
            close_interpreter_page(by=request.viewer, key=key)
            return _unkept(render(request, "interpreting/closed.jinja"))
        try:
            _say(request, key)
            return HttpResponseRedirect(reverse("interpreter-page", args=[key]), status=303)
        except Refusal as refusal:
            problem = wording.refusal_words(refusal)
    found = doors.interpreter_page(request.viewer, key, ListAsked.of(request.GET))
    page = {"page": found, "key": key, "problem": problem, "wording": wording}
    return _unkept(render(request, "interpreting/own_page.jinja", page, status=422 if problem else 200))


def interpreter_booked(request: Request, interpreter_token: str) -> HttpResponse:
    """The family's page: who comes and when; afterwards, the same interpreter again or another."""
    problem = ""
    if request.method == "POST":
        try:
            if request.POST.get("wish") not in list(Wish):
                raise NotFound("wish")
            wish_as_family(by=request.viewer, token=interpreter_token, wish=Wish(request.POST["wish"]))
            return HttpResponseRedirect(reverse("interpreter-booked", args=[interpreter_token]), status=303)
        except Refusal as refusal:
            problem = wording.refusal_words(refusal)
    found = family_booking(request.viewer, interpreter_token)
    if found is None:
        raise NotFound("interpreter booking")
    page = {
        "found": found,
        "row": found.booking,
        "problem": problem,
        "wording": wording,
        "is_coming": found.state in COMING,
        "is_over": found.state in (State.DONE, State.FAILED, State.CANCELLED),
    }
    return _unkept(render(request, "interpreting/booked.jinja", page, status=422 if problem else 200))


def _say(request: Request, key: str) -> None:
    try:
        booking_id = InterpreterBookingId(UUID(request.POST.get("booking", "")))
        say = _SAYINGS[request.POST.get("do", "")]
    except (ValueError, KeyError):
        raise NotFound("interpreter booking") from None
    say(request.viewer, key, booking_id, request.POST)


def _accept(by: Actor, key: str, booking_id: InterpreterBookingId, _given: QueryDict) -> None:
    answer_offer(by=by, key=key, booking_id=booking_id, accepts=True)


def _decline(by: Actor, key: str, booking_id: InterpreterBookingId, _given: QueryDict) -> None:
    answer_offer(by=by, key=key, booking_id=booking_id, accepts=False)


def _late(by: Actor, key: str, booking_id: InterpreterBookingId, given: QueryDict) -> None:
    typed = given.get("minutes", "").strip()
    if not (typed.isascii() and typed.isdigit()) or len(typed) > 4:
        raise Refusal("minutes_impossible")
    say_late(by=by, key=key, booking_id=booking_id, minutes=int(typed))


def _here(by: Actor, key: str, booking_id: InterpreterBookingId, _given: QueryDict) -> None:
    say_here(by=by, key=key, booking_id=booking_id)


def _unkept(response: HttpResponse) -> HttpResponse:
    """No browser or proxy keeps a page behind a secret link."""
    response["Cache-Control"] = "no-store"
    return response


_SAYINGS: dict[str, Saying] = {"accept": _accept, "decline": _decline, "late": _late, "here": _here}
