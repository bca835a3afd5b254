"""Noting on a family's record that it came, where it wishes that."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from kith.cafes.actions.joining import join_family, part_family
from kith.cafes.forms.counting import WishForm
from kith.cafes.queries.families import noted_at
from kith.cafes.queries.footfall import session_of
from kith.families.actions import searching
from kith.finding.forms.finding import FindForm
from kith.finding.queries.finding import Fits, fits
from kith.finding.rules.typed import sought_by
from kith.kernel import clock
from kith.kernel.ids import SessionId
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import is_done


def families(request: Request, session_id: int) -> HttpResponse:
    """Find the family that is here and wishes it noted; note it, or take it off again."""
    session = session_of(request.viewer, SessionId(session_id), lang=get_language() or "en")
    do = request.POST.get("do", "")
    wish = WishForm(request.POST if do in ("note", "take-off") else None)
    if do == "take-off":
        return _take_off(request, session.id, wish)
    if is_done(wish, lambda: join_family(by=request.viewer, session_id=session.id, **wish.answer)):
        to = "one-to-one" if wish.answer["turn_id"] else "cafe-families"
        return HttpResponseRedirect(reverse(to, args=[session_id]), status=303)
    turn = request.POST.get("turn") or request.GET.get("turn", "")
    form = FindForm(request.POST if request.method == "POST" else None)
    found: list[Fits] = []
    is_found = is_done(form, lambda: found.append(_fits(request, form.cleaned_data["what"])))
    page = {
        "session": session,
        "form": form,
        "wish": wish,
        "turn": turn if turn.isdecimal() else "",
        "found": found[0] if is_found else None,
        "noted": noted_at(request.viewer, session.id),
        "today": clock.today(),
    }
    return render(request, "cafes/families.jinja", page, status=422 if form.errors or wish.errors else 200)


def _fits(request: Request, what: str) -> Fits:
    sought = sought_by(what, today=clock.today())
    searched = searching.search_records(by=request.viewer, sought=sought)
    return fits(request.viewer, sought, searched.found, is_cut=searched.is_cut)


def _take_off(request: Request, session_id: SessionId, wish: WishForm) -> HttpResponse:
    wish.fields["wished"].required = False
    if not wish.is_valid():
        raise NotFound("family")
    part_family(by=request.viewer, session_id=session_id, family_id=wish.answer["family_id"])
    return HttpResponseRedirect(reverse("cafe-families", args=[session_id]), status=303)
