"""The register of requests about data, and one of them to be answered."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import is_done, question
from kith.rights.actions.requests import answer_data_request, send_to_controller
from kith.rights.forms import AnswerForm, SendOnForm
from kith.rights.queries import requests as queries
from kith.rights.rules.codes import DataRequestId
from kith.rights.wording.requests import KINDS, STATES


def register(request: Request) -> HttpResponse:
    """What waits for an answer by its day, and what has been answered."""
    asked = ListAsked.of(request.GET)
    page = {
        "waiting": queries.data_requests(request.viewer, asked.of_part("waiting"), is_open=True),
        "answered": queries.data_requests(request.viewer, asked.of_part("answered"), is_open=False),
        "kinds": KINDS,
        "states": STATES,
    }
    return render(request, "rights/register.jinja", page)


def one(request: Request, data_request_id: int) -> HttpResponse:
    """Read a request, answer it, or send it to the organisation that answers for it."""
    found = queries.data_request(request.viewer, DataRequestId(data_request_id))
    is_sent_on, is_sent = request.POST.get("do") == "send-on", request.method == "POST"
    controllers = queries.controllers(request.viewer)
    on = SendOnForm(request.POST if is_sent and is_sent_on else None, controllers=controllers)
    to_register = HttpResponseRedirect(reverse("data-requests"), status=303)
    if is_done(
        on, lambda: send_to_controller(by=request.viewer, request_id=found.id, organisation_id=on.organisation_id)
    ):
        return to_register
    form = AnswerForm(request.POST if is_sent and not is_sent_on else None, kind=found.kind)

    def answer() -> HttpResponse:
        answer_data_request(by=request.viewer, request_id=found.id, **form.answer)  # type: ignore[arg-type]
        return to_register

    page = {"found": found, "on": on, "kinds": KINDS, "states": STATES}
    response = question(request, "rights/one.jinja", form, answer, page)
    if on.errors:
        response.status_code = 422
    return response
