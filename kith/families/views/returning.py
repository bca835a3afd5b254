"""The way back after an action."""

from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from kith.families.queries.reach import may_open
from kith.kernel.ids import FamilyId
from kith.platform.access.viewer import Request


def to_my_page(done: str) -> HttpResponse:
    """To the parent's own page, which says what was done."""
    return HttpResponseRedirect(f"{reverse('my-page')}?{urlencode({'done': done})}")


def to_family(request: Request, family_id: FamilyId, done: str, *, page: str = "family") -> HttpResponse:
    """Lead to a page of the family, or to Today where the action has just closed the record to the actor."""
    if not may_open(request.viewer, family_id):
        return HttpResponseRedirect(f"{reverse('today')}?{urlencode({'done': 'closed'})}")
    return HttpResponseRedirect(f"{reverse(page, args=[family_id])}?{urlencode({'done': done})}")
