"""For those who keep listings: what is due for a look, and one tap to say that it is still right."""

from collections.abc import Callable

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from kith.directory.actions.upkeep import confirm_service, confirm_venue
from kith.directory.queries.change_reviews import changes_waiting
from kith.directory.queries.upkeep import ListingKind, listings_kept, withdrawn_listings
from kith.kernel.ids import ServiceId, VenueId
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request


def listings(request: Request) -> HttpResponse:
    """The services and venues of one's own organisation, the longest overdue first."""
    if request.method == "POST":
        _confirm(request)
        return HttpResponseRedirect(reverse("listings"), status=303)
    kept = listings_kept(request.viewer, lang=get_language() or "en")
    page = {
        "due": [each for each in kept if each.is_due],
        "others": [each for each in kept if not each.is_due],
        "withdrawn": withdrawn_listings(request.viewer, lang=get_language() or "en"),
        "waiting_count": changes_waiting(request.viewer),
    }
    return render(request, "directory/listings.jinja", page)


def _confirm(request: Request) -> None:
    kind, _, number = request.POST.get("listing", "").partition("-")
    if kind not in _CONFIRM or not number.isdecimal() or len(number) > 15:
        raise NotFound("listing")
    _CONFIRM[ListingKind(kind)](request, int(number))


_CONFIRM: dict[str, Callable[[Request, int], None]] = {
    ListingKind.SERVICE: lambda request, pk: confirm_service(by=request.viewer, service_id=ServiceId(pk)),
    ListingKind.VENUE: lambda request, pk: confirm_venue(by=request.viewer, venue_id=VenueId(pk)),
}
