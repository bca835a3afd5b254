"""Days with children at the desk: of all, and one's own."""

from collections.abc import Callable

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.kernel.ids import MembershipId
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request, Viewer
from kith.platform.ui.questions import question
from kith.rotas import actions
from kith.rotas.forms import BackForm, DayForm
from kith.rotas.queries import my_rota, people_of_rotas, rota
from kith.undoing.editing import sent


def all_days(request: Request) -> HttpResponse:
    """Each person near or past the third day within thirty, and all their days."""
    return _listed(request, "rotas/rota.jinja", "rota", rota)


def own_days(request: Request) -> HttpResponse:
    """One's own days."""
    return _listed(request, "rotas/my_rota.jinja", "my-rota", my_rota)


def note(request: Request) -> HttpResponse:
    """A day for a person."""
    form = DayForm(sent(request), people=people_of_rotas(request.viewer))
    return _noted(request, form, "rota", lambda: form.chosen)


def note_own(request: Request) -> HttpResponse:
    """A day of one's own."""
    form = DayForm(sent(request))
    return _noted(request, form, "my-rota", lambda: MembershipId(request.viewer.membership_id or 0))


def _listed(request: Request, template: str, back: str, read: Callable[[Viewer], object]) -> HttpResponse:
    if request.method == "POST":
        form = BackForm(request.POST)
        if not form.is_valid():
            raise NotFound("rota day")
        actions.take_rota_day_back(by=request.viewer, day_id=form.day_id)
        return _to(back)
    return render(request, template, {"it": read(request.viewer)})


def _noted(request: Request, form: DayForm, back: str, person: Callable[[], MembershipId]) -> HttpResponse:
    def act() -> HttpResponse:
        actions.note_rota_day(by=request.viewer, membership_id=person(), new=form.new)
        return _to(back)

    return question(request, "rotas/note_day.jinja", form, act, {"back": reverse(back)})


def _to(name: str) -> HttpResponse:
    return HttpResponseRedirect(reverse(name), status=303)
