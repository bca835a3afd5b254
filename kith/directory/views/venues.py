"""For those who keep listings: a venue entered and changed."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from kith.directory.actions import venues
from kith.directory.actions.venues import change_venue
from kith.directory.forms.venues import VenueForm
from kith.directory.queries.listing import kept_venue, own_organisation
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question
from kith.undoing.meanwhile import edited, in_turn


def add_venue(request: Request) -> HttpResponse:
    """A new venue of one's own organisation."""
    own = own_organisation(request.viewer)
    form = VenueForm(None, request.POST if request.method == "POST" else None)

    def add() -> HttpResponse:
        venues.add_venue(by=request.viewer, venue=form.said(own), request_key=form.cleaned_data["request_key"])
        return HttpResponseRedirect(reverse("listings"), status=303)

    return question(request, "directory/venue.jinja", form, add, {"kept": None})


@in_turn("venue_id")
def keep_venue(request: Request, venue_id: int) -> HttpResponse:
    """Everything that is said of a venue."""
    kept = kept_venue(request.viewer, venue_id)
    form = VenueForm(kept, request.POST if request.method == "POST" else None)

    def change() -> HttpResponse:
        change_venue(by=request.viewer, venue_id=kept.id, venue=form.said(kept.venue.organisation_id))
        return HttpResponseRedirect(reverse("listings"), status=303)

    back = reverse("keep-venue", args=[venue_id])
    return edited(request, "directory/venue.jinja", form, change, {"kept": kept}, back=back)
