"""Counting who comes, a tap at a time, on a phone; it works without a script."""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from kith.cafes.actions.footfall import count_again, count_arrivals, describe_arrivals, take_back_arrivals
from kith.cafes.forms.counting import CountForm, TapForm, ToldForm
from kith.cafes.queries.footfall import footfall_of
from kith.cafes.queries.one_to_one import list_of
from kith.cafes.wording import QUICK_TAPS, newcomers_wait, people_words
from kith.kernel.ids import SessionId
from kith.places.wording import ETHNICITIES
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import is_done, question

_ON_A_TAP: Mapping[str, Callable[..., int]] = {"take-back": take_back_arrivals, "count-again": count_again}


def cafe(request: Request, session_id: int) -> HttpResponse:
    """Who has come, with a button for each who comes; every tap can be taken back, and counted again."""
    act = _ON_A_TAP.get(request.POST.get("do", ""))
    if act:
        act(by=request.viewer, request_key=_tap(request))
        return _to(session_id)
    form = CountForm(request.POST if request.method == "POST" else None)
    wanted = SessionId(session_id)
    if is_done(form, lambda: count_arrivals(by=request.viewer, session_id=wanted, **form.answer)):
        return _to(session_id)
    lang = get_language() or "en"
    page = {
        "form": form,
        "footfall": footfall_of(request.viewer, wanted, lang=lang),
        "list": list_of(request.viewer, wanted, lang=lang),
        # Each button has a key of its own, so that a stray second touch of it counts nothing.
        "quick": [(words, people, CountForm()["request_key"].initial) for words, people in QUICK_TAPS],
        "people_words": people_words,
        "newcomers_wait": newcomers_wait,
        "communities": ETHNICITIES,
    }
    return render(request, "cafes/cafe.jinja", page, status=422 if form.errors else 200)


def told(request: Request, session_id: int, request_key: UUID) -> HttpResponse:
    """What she chose to tell of her language and community; she is not asked where she does not offer it."""
    footfall = footfall_of(request.viewer, SessionId(session_id), lang=get_language() or "en")
    tap = next((each for each in footfall.taps if each.request_key == request_key), None)
    if tap is None:
        raise NotFound("arrival")
    initial = {"language": tap.language, "community": tap.community}
    form = ToldForm(request.POST if request.method == "POST" else None, initial=initial)

    def note() -> HttpResponse:
        describe_arrivals(by=request.viewer, request_key=request_key, **form.answer)
        return _to(session_id)

    page = {"footfall": footfall, "tap": tap, "people_words": people_words}
    return question(request, "cafes/told.jinja", form, note, page)


def _tap(request: Request) -> UUID:
    form = TapForm(request.POST)
    if not form.is_valid():
        raise NotFound("arrival")
    request_key: UUID = form.cleaned_data["request_key"]
    return request_key


def _to(session_id: int) -> HttpResponse:
    return HttpResponseRedirect(reverse("cafe", args=[session_id]), status=303)
