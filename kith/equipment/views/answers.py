"""What pages of equipment make of files that are sent, and where they lead on."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from kith.kernel.ids import OrganisationId
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request


def sent_with_files(request: Request) -> tuple[Any, ...]:
    """The same for a form that takes a photo."""
    return (request.POST, request.FILES) if request.method == "POST" else ()


def to(name: str, *args: object) -> HttpResponse:
    """Lead on."""
    return HttpResponseRedirect(reverse(name, args=args), status=303)


def own(request: Request) -> OrganisationId:
    """The worker's own organisation."""
    found = sorted(request.viewer.organisation_ids)
    if not found:
        raise NotFound("organisation")
    return found[0]


def pdf(content: bytes, name: str) -> HttpResponse:
    """A paper to look at or to print; it stays in no cache, for it may name a family."""
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
