"""How the place does: health, storage, backup, failed jobs, imports; and the search of the audit."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.kernel import clock
from kith.kernel.refusal import Refusal
from kith.organisations.actions.machinery import retry_job
from kith.organisations.forms.people import AuditForm
from kith.organisations.queries import machinery
from kith.organisations.queries.audit import LONGEST, AuditAsked, audit_checked, audit_entries
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.refusals import refusal_words

USUAL = timedelta(days=6)


def condition(request: Request) -> HttpResponse:
    """Health, storage and the last proven backup."""
    return render(request, "organisations/condition.jinja", {"found": machinery.condition(request.viewer)})


def failed_jobs(request: Request) -> HttpResponse:
    """Jobs that failed for good; one is tried again from here."""
    problem = ""
    if request.method == "POST":
        given = request.POST.get("job", "")
        if not given.isdecimal() or len(given) > 18:
            raise NotFound("failed job")
        try:
            retry_job(by=request.viewer, job_id=int(given))
        except Refusal as refusal:
            problem = refusal_words(refusal)
        else:
            return HttpResponseRedirect(f"{reverse('failed-jobs')}?done=retried", status=303)
    found = machinery.failed_jobs(request.viewer, ListAsked.of(request.GET))
    page = {"found": found, "problem": problem, "is_done": request.GET.get("done") == "retried"}
    return render(request, "organisations/failed_jobs.jinja", page, status=422 if problem else 200)


def imports(request: Request) -> HttpResponse:
    """Files that were read, and what came of each."""
    found = machinery.imports(request.viewer, ListAsked.of(request.GET))
    return render(request, "organisations/imports.jinja", {"found": found})


def audit(request: Request) -> HttpResponse:
    """Whether the audit is whole, and who did what in it."""
    form = AuditForm(request.GET if _is_search(request) else None)
    wanted = _wanted(form) if form.is_valid() else _wanted(None)
    found = None if form.errors else audit_entries(request.viewer, wanted, ListAsked.of(request.GET))
    page = {"checked": audit_checked(request.viewer), "form": form, "found": found, "wanted": wanted}
    return render(request, "organisations/audit.jinja", page, status=422 if form.errors else 200)


def _is_search(request: HttpRequest) -> bool:
    return any(name in request.GET for name in ("from_on_day", "person", "reference", "kind"))


def _wanted(form: AuditForm | None) -> AuditAsked:
    """What is looked for: at most so many days, which end today unless the form says otherwise."""
    given = form.cleaned_data if form else {}
    until_on = given.get("until_on") or clock.today()
    from_on = max(given.get("from_on") or until_on - USUAL, until_on - LONGEST)
    return AuditAsked(
        from_on, until_on, given.get("kind", ""), given.get("person", ""), given.get("reference", "").lower()
    )
