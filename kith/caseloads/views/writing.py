"""A parent writes to the people beside the family."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.caseloads.actions.writing import write_to_people
from kith.caseloads.forms.writing import WriteForm
from kith.caseloads.queries.leading import people_beside
from kith.kernel.ids import FamilyId
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question


def write(request: Request, family_id: UUID) -> HttpResponse:
    """Say when it is read and what number to call instead; then take her words."""
    people = people_beside(request.viewer, FamilyId(family_id))
    form = WriteForm(request.POST if request.method == "POST" else None)

    def send() -> HttpResponse:
        write_to_people(by=request.viewer, family_id=FamilyId(family_id), **form.cleaned_data)
        return HttpResponseRedirect(f"{reverse('my-page')}?done=written", status=303)

    if people.lead is None and people.deputy is None:
        status = 422 if request.method == "POST" else 200
        return render(request, "caseloads/write.jinja", {"people": people}, status=status)
    return question(request, "caseloads/write.jinja", form, send, {"people": people})
