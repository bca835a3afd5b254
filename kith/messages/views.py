"""The log of messages at the desk."""

from django.http import HttpResponse
from django.shortcuts import render

from kith.messages.queries import message_log as log_of
from kith.messages.rules import SendingState
from kith.messages.wording import STATES
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked


def message_log(request: Request) -> HttpResponse:
    """What went out and what became of it: never what it says, and no address in full."""
    given = request.GET.get("state", "")
    state = SendingState(given) if given in set(SendingState) else None
    page = {"found": log_of(request.viewer, ListAsked.of(request.GET), state), "states": STATES, "state": state}
    return render(request, "messages/log.jinja", page)
