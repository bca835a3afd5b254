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
from kith.caseloads.wording.leading import CASE_KINDS, HEADINGS, SORTS
from kith.families.wording.records import INTERPRETER_NEEDS
from kith.kernel import clock
from kith.kernel.tables import csv_text
from kith.methods.names import sorting_key
from kith.places.queries import ward_names
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui import formats
from kith.platform.ui.questions import question
from kith.undoing.confirming import Sure, asks_first, confirmed
from kith.walls.snapshots import one_snapshot

MOST_EXPORTED = 2000
KEPT = ("language", "ward", "part", "is_overdue", "sort")


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
        "sorts": SORTS,
        "ward_choices": _wards(load.wards),
        "language_choices": _languages(load.languages),
        "asked": {"kind": load.sifting.kind or "", **{each: getattr(load.sifting, each) for each in KEPT}},
    }
    return render(request, "caseloads/caseload.jinja", shown)


def _wards(codes: tuple[str, ...]) -> list[tuple[str, str]]:
    names = ward_names()
    return sorted(((code, names.get(code, code)) for code in codes), key=lambda ward: sorting_key(ward[1]))


def _languages(codes: tuple[str, ...]) -> list[tuple[str, str]]:
    return sorted(((code, formats.language(code)) for code in codes), key=lambda named: sorting_key(named[1]))


def export_caseload(request: Request) -> HttpResponse:
    """The same rows, all of them, as a file: names and days alone, as they stood at one moment."""
    access.require(request.viewer, Permission.MANAGE_CASELOADS)
    with one_snapshot():
        load = caseload_queries.caseload(request.viewer, ListAsked.of(request.POST), most=MOST_EXPORTED)
        audit.read(
            request.viewer, "caseloads.caseload_exported", "organisations.Membership", request.viewer.membership_id
        )
    names = ward_names()
    rows = [
        (
            row.family.name,
            CASE_KINDS[row.kind],
            formats.language(row.family.speaks),
            names.get(row.case.ward, row.case.ward),
            row.case.due_on,
            row.case.youngest_born_on,
            row.case.last_contact_on,
            row.case.next_due_on,
        )
        for row in load.families.rows
    ]
    answer = HttpResponse(csv_text([str(each) for each in HEADINGS], rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="caseload.csv"'
    return answer


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
