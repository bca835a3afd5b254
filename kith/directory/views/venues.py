"""For those who keep listings: a venue entered and changed."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.directory.actions import venues
from kith.directory.actions.venues import change_venue
from kith.directory.forms.venues import VenueForm
from kith.directory.queries.keeping import KeptVenue, kept_venue, own_organisation
from kith.directory.views.saving import went
from kith.platform.access.viewer import Request


def add_venue(request: Request) -> HttpResponse:
    """A new venue of one's own organisation."""
    own = own_organisation(request.viewer)
    form = VenueForm(None, request.POST if request.method == "POST" else None)

    def add() -> None:
        venues.add_venue(by=request.viewer, venue=form.said(own), request_key=form.cleaned_data["request_key"])

    if went(form, add):
        return HttpResponseRedirect(reverse("listings"), status=303)
    return _page(request, form, None)


def keep_venue(request: Request, venue_id: int) -> HttpResponse:
    """Everything that is said of a venue."""
    kept = kept_venue(request.viewer, venue_id)
    form = VenueForm(kept, request.POST if request.method == "POST" else None)
    own = kept.venue.organisation_id
    if went(form, lambda: change_venue(by=request.viewer, venue_id=kept.id, venue=form.said(own))):
        return HttpResponseRedirect(reverse("listings"), status=303)
    return _page(request, form, kept)


def _page(request: Request, form: VenueForm, kept: KeptVenue | None) -> HttpResponse:
    page = {"form": form, "kept": kept}
    return render(request, "directory/venue.jinja", page, status=422 if form.is_bound else 200)
