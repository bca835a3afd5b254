"""The page behind the link of a missed date, and the counts for the alliance."""

from datetime import timedelta

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from kith.kernel import clock
from kith.kernel.ids import SessionId
from kith.kernel.refusal import Refusal
from kith.missed import wording
from kith.missed.actions.answering import say_why, take_offer
from kith.missed.queries.barriers import barriers as counted
from kith.missed.queries.links import missed_page
from kith.missed.rules.asking import Reason
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.private_links import unkept
from kith.platform.ui.refusals import refusal_words
from kith.studies.wording import BARRIERS, GROUPS

A_YEAR = timedelta(days=365)


@unkept
def missed(request: Request, missed_token: str) -> HttpResponse:
    """Why she could not come, in one tap; what fits better, at once."""
    problem = ""
    if request.method == "POST":
        try:
            return _said(request, missed_token)
        except Refusal as refusal:
            problem = refusal_words(refusal)
    found = missed_page(request.viewer, missed_token, lang=get_language() or "en")
    page = {"page": found, "problem": problem, "wording": wording, "reasons": list(Reason)}
    return render(request, "missed/missed.jinja", page, status=422 if problem else 200)


def barriers(request: Request) -> HttpResponse:
    """Why families could not come in the last twelve months, without a count that could point at one."""
    today = clock.today()
    found = counted(request.viewer, today - A_YEAR, today, lang=get_language() or "en")
    return render(request, "missed/barriers.jinja", {"page": found, "words": BARRIERS, "groups": GROUPS})


def _said(request: Request, token: str) -> HttpResponse:
    if request.POST.get("do") == "take":
        session = request.POST.get("session", "")
        if not (session.isascii() and session.isdigit() and len(session) < 10):
            raise NotFound("session")
        receipt = take_offer(by=request.viewer, token=token, session_id=SessionId(int(session)))
        to = reverse("booking", args=[receipt.token]) if receipt else reverse("missed", args=[token])
        return HttpResponseRedirect(to, status=303)
    reason = request.POST.get("reason", "")
    if reason not in list(Reason):
        raise NotFound("reason")
    say_why(by=request.viewer, token=token, reason=Reason(reason))
    return HttpResponseRedirect(reverse("missed", args=[token]), status=303)
