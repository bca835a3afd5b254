"""A worker begins a record, once they have looked whether it is there."""

from django.http import HttpResponse
from django.shortcuts import render

from kith.families.actions import registering, searching
from kith.families.actions.searching import ask_for_access
from kith.families.views.returning import to_family
from kith.families.wording import record as words
from kith.finding.forms.registration import RegistrationForm
from kith.finding.queries.finding import Alike, alike
from kith.kernel import clock
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question


def register_family(request: Request) -> HttpResponse:
    """Begin a family's record, with its consent, unless it may be one of those that are there."""
    template = "finding/register_family.jinja"
    form = RegistrationForm(request.POST if request.method == "POST" else None)
    page = {"words": words, "today": clock.today(), "is_asked": False}

    def act() -> HttpResponse:
        (own,) = request.viewer.organisation_ids
        family = form.family(agreed_with=own)
        if form.is_new_for_sure:
            return to_family(request, registering.register_family(by=request.viewer, family=family), "registered")
        found = alike(request.viewer, searching.compare_records(by=request.viewer, family=family))
        if not found:
            return to_family(request, registering.register_family(by=request.viewer, family=family), "registered")
        is_asked = request.POST.get("do") == "ask" and bool(found.beyond)
        if is_asked:
            ask_for_access(by=request.viewer, family_ids=found.beyond)
        shown = {**page, "form": form, "alike": found, "is_asked": is_asked}
        return render(request, template, shown, status=422)

    return question(request, template, form, act, {**page, "alike": Alike()})
