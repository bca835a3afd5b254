"""A form by which every visitor may complain about data, and the page of what became of it, behind its private link."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from kith.platform.access.viewer import Request
from kith.platform.private_links import unkept
from kith.platform.ui.questions import question
from kith.rights.actions.requests import complain_about_data
from kith.rights.forms import ComplaintForm
from kith.rights.queries.requests import controllers, data_request_by_link
from kith.rights.wording.requests import KINDS, STATES


@unkept
def complain(request: Request) -> HttpResponse:
    """Ask what has gone wrong and which organisation it concerns; lead to the page where the answer will stand."""
    form = ComplaintForm(request.POST if request.method == "POST" else None, controllers=controllers(request.viewer))

    def send() -> HttpResponse:
        complaint, key = form.complaint(get_language() or "en"), form.cleaned_data["request_key"]
        token = complain_about_data(by=request.viewer, complaint=complaint, request_key=key)
        return HttpResponseRedirect(reverse("data-request-status", args=[token]), status=303)

    return question(request, "rights/complain.jinja", form, send)


@unkept
def status(request: Request, request_token: str) -> HttpResponse:
    """How the request stands, by when there is an answer, and what it was."""
    found = data_request_by_link(request.viewer, request_token)
    return render(request, "rights/status.jinja", {"found": found, "kinds": KINDS, "states": STATES})
