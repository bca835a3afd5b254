"""The one button of the undo bar."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from kith.platform.access.viewer import Request
from kith.undoing import actions
from kith.undoing.offering import UNDONE, with_offer


def undo(request: Request) -> HttpResponse:
    """Undo it, and go back to the page on which it was offered, which says so."""
    actions.undo(by=request.viewer, token=request.POST.get("undo", ""))
    back = request.POST.get("back", "")
    is_ours = back.startswith("/") and url_has_allowed_host_and_scheme(back, None)
    return HttpResponseRedirect(with_offer(back if is_ours else reverse("desk"), undo=UNDONE))
