"""My caseload, families without a lead, and planned absences."""

from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.caseloads.actions import cover
from kith.caseloads.actions.cover import plan_absence
from kith.caseloads.forms.leading import AbsenceForm
from kith.caseloads.queries import caseload as caseload_queries
from kith.caseloads.queries.caseload import absences, covering, who_may_cover
from kith.caseloads.queries.handover import handovers_waiting
from kith.caseloads.queries.unled import all_unled_families
from kith.caseloads.wording.leading import CASE_KINDS
from kith.families.wording.records import INTERPRETER_NEEDS
from kith.kernel import clock
from kith.kernel.ids import AbsenceId
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import question


def caseload(request: Request) -> HttpResponse:
    """The families I lead and cover, by where they stand, beside what is usual."""
    load = caseload_queries.caseload(request.viewer, ListAsked.of(request.GET))
    shown = {
        "load": load,
        "kind_names": [CASE_KINDS[kind] for kind in load.size.by_kind],
        "covering": covering(request.viewer),
        "waiting": handovers_waiting(request.viewer),
        "kinds": CASE_KINDS,
        "interpreter_needs": INTERPRETER_NEEDS,
        "day": clock.today(),
    }
    return render(request, "caseloads/caseload.jinja", shown)


def unled_families(request: Request) -> HttpResponse:
    """Every family without a lead."""
    found = all_unled_families(request.viewer, ListAsked.of(request.GET))
    return render(request, "caseloads/unled_families.jinja", {"found": found, "today": clock.today()})


def absence(request: Request) -> HttpResponse:
    """Who is away and who covers, and a form for more days."""
    form = AbsenceForm(
        request.POST if request.method == "POST" else None,
        people=who_may_cover(request.viewer),
        me=request.viewer.membership_id,
        for_all=Permission.MANAGE_CASELOADS in request.viewer.permissions,
    )

    def plan() -> HttpResponse:
        plan_absence(by=request.viewer, **form.answer)
        return _back("planned")

    done = {"planned": _("Written down."), "called_off": _("Called off.")}.get(request.GET.get("done", ""), "")
    page = {"absences": absences(request.viewer), "done": done}
    return question(request, "caseloads/absence.jinja", form, plan, page)


def call_off_absence(request: Request, absence_id: int) -> HttpResponse:
    """Note that a worker will be here after all."""
    cover.call_off_absence(by=request.viewer, absence_id=AbsenceId(absence_id))
    return _back("called_off")


def _back(done: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('absence')}?{urlencode({'done': done})}")
