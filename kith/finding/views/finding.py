"""The search: what is typed goes by POST, so that it stands in no address, history or log."""

from django.http import HttpResponse
from django.shortcuts import render

from kith.families.actions import searching
from kith.families.actions.searching import ask_for_access
from kith.finding.forms.finding import FindForm
from kith.finding.queries.finding import fits
from kith.finding.rules.typed import sought_by
from kith.kernel import clock
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question


def find_family(request: Request) -> HttpResponse:
    """Show the records that fit what was typed; ask for access to those that are there and closed."""
    template, form = "finding/find_family.jinja", FindForm(request.POST if request.method == "POST" else None)
    page = {"is_finding": True, "found": None, "today": clock.today(), "is_asked": False}

    def act() -> HttpResponse:
        sought = sought_by(form.cleaned_data["what"], today=clock.today())
        searched = searching.search_records(by=request.viewer, sought=sought)
        found = fits(request.viewer, sought, searched.found, is_cut=searched.is_cut)
        is_asked = request.POST.get("do") == "ask" and bool(found.beyond)
        if is_asked:
            ask_for_access(by=request.viewer, family_ids=found.beyond)
        return render(request, template, {**page, "form": form, "found": found, "is_asked": is_asked})

    return question(request, template, form, act, page)
