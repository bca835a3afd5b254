"""Pages behind private links: the interpreter's own, and the family's page of its booking. They leave no cookie."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.interpreting import wording
from kith.interpreting.actions.answering import answer_offer, say_here, say_late
from kith.interpreting.actions.happening import wish_as_family
from kith.interpreting.actions.links import close_interpreter_page, open_interpreter_page, send_interpreter_code
from kith.interpreting.queries import links
from kith.interpreting.queries.links import family_booking, where_code_goes
from kith.interpreting.rules.codes import COMING, Wish
from kith.interpreting.rules.states import BOOKING
from kith.interpreting.views.arranging import number
from kith.kernel.ids import InterpreterBookingId
from kith.kernel.refusal import Refusal
from kith.platform.access import NotFound
from kith.platform.access.viewer import Actor, Request
from kith.platform.listing import ListAsked
from kith.platform.private_links import unkept
from kith.platform.ui import formats
from kith.platform.ui.refusals import refusal_words
from kith.undoing.confirming import Sure, asks_first, confirmed

Saying = Callable[[Actor, str, InterpreterBookingId, QueryDict], None]


@unkept
def interpreter_link(request: Request, link: str) -> HttpResponse:
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
            problem, sent = refusal_words(refusal), refusal.code == "code_wrong"
    page = {"sends_to": where_code_goes(request.viewer, link), "sent": sent, "problem": problem}
    return render(request, "interpreting/link.jinja", page, status=422 if problem else 200)


@unkept
@asks_first("decline")
def interpreter_page(request: Request, page_key: str) -> HttpResponse:
    """What she is asked, and where she is expected: yes, no, late, here."""
    problem = ""
    if request.method == "POST":
        if request.POST.get("do") == "close":
            close_interpreter_page(by=request.viewer, key=page_key)
            return render(request, "interpreting/closed.jinja")
        try:
            if request.POST.get("do") == "decline" and (sure := _sure(request, page_key)):
                return confirmed(request, sure, lambda _said: _said_so(request, page_key))
            return _said_so(request, page_key)
        except Refusal as refusal:
            problem = refusal_words(refusal)
    found = links.interpreter_page(request.viewer, page_key, ListAsked.of(request.GET))
    page = {"page": found, "problem": problem, "wording": wording}
    return render(request, "interpreting/own_page.jinja", page, status=422 if problem else 200)


@unkept
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
            problem = refusal_words(refusal)
    found = family_booking(request.viewer, interpreter_token)
    if found is None:
        raise NotFound("interpreter booking")
    page = {
        "found": found,
        "row": found.booking,
        "problem": problem,
        "wording": wording,
        "is_coming": found.state in COMING,
        "is_over": found.state in BOOKING.settled,
    }
    return render(request, "interpreting/booked.jinja", page, status=422 if problem else 200)


def _said_so(request: Request, key: str) -> HttpResponse:
    _say(request, key)
    return HttpResponseRedirect(reverse("interpreter-page", args=[key]), status=303)


def _sure(request: Request, key: str) -> Sure | None:
    """A yes that is taken back is asked about first; a no to an offer is an answer."""
    coming = links.interpreter_page(request.viewer, key, ListAsked()).coming.rows
    row = next((own.booking for own in coming if str(own.booking.id) == request.POST.get("booking")), None)
    if row is None:
        return None
    about = f"{formats.date(row.starts_at, 'medium')}, {formats.time(row.starts_at)}"
    happens = (_("The worker is told at once, and another interpreter is looked for."),)
    back = reverse("interpreter-page", args=[key])
    return Sure(
        _("You cannot come after all?"), about, happens, _("I cannot come after all"), back, "layouts/public.jinja"
    )


def _say(request: Request, key: str) -> None:
    try:
        booking_id = InterpreterBookingId(UUID(request.POST.get("booking", "")))
        say = _SAYINGS[request.POST.get("do", "")]
    except (ValueError, KeyError):
        raise NotFound("interpreter booking") from None
    say(request.viewer, key, booking_id, request.POST)


_SAYINGS: dict[str, Saying] = {
    "accept": lambda by, key, at, _given: answer_offer(by=by, key=key, booking_id=at, accepts=True),
    "decline": lambda by, key, at, _given: answer_offer(by=by, key=key, booking_id=at, accepts=False),
    "late": lambda by, key, at, given: say_late(by=by, key=key, booking_id=at, minutes=number(given, "minutes")),
    "here": lambda by, key, at, _given: say_here(by=by, key=key, booking_id=at),
}
