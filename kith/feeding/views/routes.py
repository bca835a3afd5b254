"""The people and teams that signs and weights lead to in this place."""

from decimal import Decimal, InvalidOperation

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.feeding.actions.routes import change_route, remove_step
from kith.feeding.forms.weights import form_for
from kith.feeding.queries import routes as routes_queries
from kith.feeding.queries.routes import RouteRow, Routes
from kith.feeding.rules.weights import Reason
from kith.feeding.wording.weights import REASONS, above_words
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question


def feeding_routes(request: Request) -> HttpResponse:
    """The ladder, the day of the birth weight, marked answers; a POST takes a step off the ladder."""
    routes = routes_queries.feeding_routes(request.viewer)
    if request.method == "POST":
        above = _percent(request.POST.get("above", ""))
        if above is not None:
            remove_step(by=request.viewer, above_percent=above)
        return _to_list("removed")
    page = {
        "rows": [(row, _name(row), _whom(row, routes)) for row in routes.rows],
        "done": _done_words(request.GET.get("done", "")),
    }
    return render(request, "feeding/feeding_routes.jinja", page)


def feeding_route(request: Request, reason: str) -> HttpResponse:
    """Change the person or team that one sign leads to, or add a step of weight loss."""
    if reason not in list(Reason):
        raise NotFound("reason")
    routes = routes_queries.feeding_routes(request.viewer)
    above = _percent(request.GET.get("above", ""))
    row = next((each for each in routes.rows if (each.reason, each.above_percent) == (reason, above)), None)
    sent = request.POST if request.method == "POST" else None
    form = form_for(Reason(reason), row)(sent, row, routes)

    def change() -> HttpResponse:
        change_route(by=request.viewer, reason=Reason(reason), **{"above_percent": above, **form.answer})
        return _to_list("changed")

    page = {"name": _name(row) if row else _("Add a step")}
    return question(request, "feeding/feeding_route.jinja", form, change, page)


def _name(row: RouteRow) -> str:
    if row.reason is Reason.LOSS and row.above_percent is not None:
        return above_words(row.above_percent)
    if row.reason is Reason.REGAIN:
        return _("Not back at the birth weight on day %(day)s of age") % {"day": row.by_day}
    return str(REASONS[row.reason])


def _done_words(code: str) -> str:
    return {"removed": _("Taken off."), "changed": _("Saved.")}.get(code, "")


def _whom(row: RouteRow, routes: Routes) -> str:
    if row.membership_id:
        return next((card.name for card in routes.people if card.id == row.membership_id), _("Somebody who has left"))
    if row.team_id:
        return routes.teams.get(row.team_id, "")
    return _("The family’s lead, then her deputy, then a manager")


def _percent(text: str) -> Decimal | None:
    try:
        given = Decimal(text)
    except InvalidOperation:
        return None
    return given if given.is_finite() else None


def _to_list(done: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('feeding-routes')}?done={done}")
