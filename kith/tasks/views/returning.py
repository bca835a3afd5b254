"""The way back after an action."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from kith.kernel.ids import FamilyId
from kith.platform.access.viewer import Request
from kith.undoing.offering import with_offer


def back(request: Request, family_id: FamilyId, done: str, undo: str = "") -> HttpResponse:
    """To where she came from, which says what was done, or offers to undo it."""
    to = reverse("today") if comes_from_today(request) else reverse("family", args=[family_id])
    return HttpResponseRedirect(with_offer(to, done="" if undo else done, undo=undo))


def comes_from_today(request: Request) -> bool:
    """Whether she came from Today rather than from the family's page."""
    given = request.POST if request.method == "POST" else request.GET
    return given.get("from") == "today"
