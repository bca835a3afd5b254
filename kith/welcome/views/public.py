"""What the public sees: how it is at a venue, its photos, and the page behind a visitor's link."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from kith.files.answering import picture_answer
from kith.files.queries import picture_of
from kith.kernel.ids import VenueId
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.private_links import unkept
from kith.platform.ui.questions import question
from kith.welcome.actions.visits import tell_of_visit
from kith.welcome.forms.profiles import VisitForm
from kith.welcome.queries.profiles import shown_photo, welcome_at
from kith.welcome.queries.visits import asked_visit
from kith.welcome.wording import criteria


def venue(request: Request, venue_id: int) -> HttpResponse:
    """How it is at the venue, by the written criteria, with photos and the day of the last visit."""
    found = welcome_at(request.viewer, VenueId(venue_id), lang=get_language() or "en")
    return render(request, "welcome/venue.jinja", {"it": found, "wording": criteria})


def venue_photo(request: Request, photo_token: str) -> HttpResponse:
    """A photo that is shown, at an address that cannot be guessed."""
    picture = picture_of(request.viewer, shown_photo(request.viewer, photo_token))
    if picture is None:
        raise NotFound("photo")
    return picture_answer(picture)


@unkept
def venue_visit(request: Request, visit_token: str) -> HttpResponse:
    """Ask who holds the link how it was there; afterwards, thank them."""
    found = asked_visit(request.viewer, visit_token, lang=get_language() or "en")
    form = VisitForm(request.POST if request.method == "POST" else None)
    page = {"found": found, "wording": criteria}
    if found.is_told or (found.is_over and request.method == "GET"):
        return render(request, "welcome/told.jinja", page)

    def tell() -> HttpResponse:
        tell_of_visit(by=request.viewer, token=visit_token, visit=form.visit)
        return HttpResponseRedirect(reverse("venue-visit", args=[visit_token]), status=303)

    return question(request, "welcome/tell.jinja", form, tell, page)
