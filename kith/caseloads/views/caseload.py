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
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui import formats
from kith.platform.ui.questions import question
from kith.undoing.confirming import Sure, asks_first, confirmed


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


@asks_first()
def call_off_absence(request: Request, absence_id: int) -> HttpResponse:
    """Note that a worker will be here after all, once it is clear who stands in no longer."""
    row = next((each for each in absences(request.viewer) if each.id == absence_id), None)
    if row is None:
        raise NotFound("absence")

    def act(_said: object) -> HttpResponse:
        cover.call_off_absence(by=request.viewer, absence_id=row.id)
        return _back("called_off")

    days = {"name": row.person.name, "from": formats.date(row.from_on), "until": formats.date(row.until_on)}
    happens = [_("The families are with %(name)s again on these days.") % days]
    if row.cover:
        happens.append(_("%(name)s need not stand in, and is told.") % {"name": row.cover.name})
    about = _("%(name)s: %(from)s to %(until)s") % days
    sure = Sure(_("Call this absence off?"), about, tuple(happens), _("Call off"), reverse("absence"))
    return confirmed(request, sure, act)


def _back(done: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('absence')}?{urlencode({'done': done})}")
