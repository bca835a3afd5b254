"""For those who keep a venue's page right: the list, one venue, its photos, and what visitors have told."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kith.kernel import ids
from kith.kernel.ids import VenueId
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import question
from kith.undoing.confirming import Sure, asks_first, confirmed
from kith.undoing.meanwhile import edited, in_turn
from kith.welcome.actions.describing import describe_venue
from kith.welcome.actions.photos import add_photo, remove_photo
from kith.welcome.actions.visits import ask_for_visit, publish_visit
from kith.welcome.actions.visits import write_down_visit as write_down
from kith.welcome.forms.photos import PhotoForm
from kith.welcome.forms.profiles import DeskVisitForm, ProfileForm
from kith.welcome.queries.improvements import improvements_of
from kith.welcome.queries.keeping import after_visit, kept_welcome, venues_kept, visit_page
from kith.welcome.rules.codes import VisitId
from kith.welcome.wording import criteria


def welcome(request: Request) -> HttpResponse:
    """The venues of one's own organisation, what is to be read first."""
    rows = venues_kept(request.viewer, ListAsked.of(request.GET), lang=_lang())
    return render(request, "welcome/venues.jinja", {"found": rows})


def keep_welcome(request: Request, venue_id: int) -> HttpResponse:
    """One venue: what is said of it, its photos, visits and what is to be put right."""
    page = {
        "it": kept_welcome(request.viewer, VenueId(venue_id), lang=_lang()),
        "improvements": improvements_of(request.viewer, VenueId(venue_id)),
        "wording": criteria,
        "key": ids.new_uuid(),
    }
    return render(request, "welcome/keep.jinja", page)


@in_turn("venue_id")
def describe(request: Request, venue_id: int) -> HttpResponse:
    """Every criterion, as an editor answers it."""
    kept = kept_welcome(request.viewer, VenueId(venue_id), lang=_lang())
    form = ProfileForm(request.POST if request.method == "POST" else None, said=kept.said)

    def change() -> HttpResponse:
        describe_venue(by=request.viewer, venue_id=kept.venue.id, said=form.said)
        return _to(venue_id)

    page = {"it": kept, "wording": criteria}
    return edited(request, "welcome/describe.jinja", form, change, page, back=_address(venue_id))


def add_venue_photo(request: Request, venue_id: int) -> HttpResponse:
    """A photo, its words, and the agreement of those in it."""
    kept = kept_welcome(request.viewer, VenueId(venue_id), lang=_lang())
    form = PhotoForm(request.POST, request.FILES) if request.method == "POST" else PhotoForm()

    def add() -> HttpResponse:
        key = form.cleaned_data["request_key"] or ids.new_uuid()
        add_photo(by=request.viewer, venue_id=kept.venue.id, photo=form.photo, request_key=key)
        return _to(venue_id)

    return question(request, "welcome/add_photo.jinja", form, add, {"it": kept})


@asks_first()
def remove_venue_photo(request: Request, venue_id: int, photo_id: int) -> HttpResponse:
    """Take a photo away for good, once it is said what that means."""
    kept = kept_welcome(request.viewer, VenueId(venue_id), lang=_lang())
    photo = next((each for each in kept.photos if each.id == photo_id), None)
    if photo is None:
        raise NotFound("photo")
    sure = Sure(
        _("Take this photo away?"),
        photo.alt.text,
        (_("The photo is gone for good, from every page. To show it again, it is added again."),),
        _("Take it away"),
        _address(venue_id),
    )

    def remove(_said: object) -> HttpResponse:
        remove_photo(by=request.viewer, photo_id=photo.id)
        return _to(venue_id)

    return confirmed(request, sure, remove)


def ask_visit(request: Request, venue_id: int) -> HttpResponse:
    """Make a link for a parent who goes and looks."""
    try:
        key = UUID(request.POST.get("request_key", ""))
    except ValueError:
        raise NotFound("visit") from None
    ask_for_visit(by=request.viewer, venue_id=VenueId(venue_id), request_key=key)
    return HttpResponseRedirect(f"{_address(venue_id)}#visits", status=303)


def write_visit(request: Request, venue_id: int) -> HttpResponse:
    """Take down at the desk what a parent says, or what a worker has seen."""
    kept = kept_welcome(request.viewer, VenueId(venue_id), lang=_lang())
    form = DeskVisitForm(request.POST if request.method == "POST" else None)

    def write() -> HttpResponse:
        visit_id = write_down(
            by=request.viewer,
            venue_id=kept.venue.id,
            visit=form.visit,
            by_parent=form.by_parent,
            request_key=form.cleaned_data["request_key"] or ids.new_uuid(),
        )
        return HttpResponseRedirect(reverse("visit", args=[visit_id]), status=303)

    return question(request, "welcome/write_visit.jinja", form, write, {"it": kept, "wording": criteria})


def visit(request: Request, visit_id: int) -> HttpResponse:
    """What a visitor found beside what stands; published in an editor's words."""
    found = visit_page(request.viewer, VisitId(visit_id), lang=_lang())
    sent = request.POST if request.method == "POST" else None
    form = ProfileForm(sent, said=after_visit(found), texts=found.said)

    def publish() -> HttpResponse:
        publish_visit(by=request.viewer, visit_id=found.id, said=form.said)
        return _to(found.venue.id)

    return question(request, "welcome/visit.jinja", form, publish, {"found": found, "wording": criteria})


def _lang() -> str:
    return get_language() or "en"


def _address(venue_id: int) -> str:
    return reverse("keep-welcome", args=[venue_id])


def _to(venue_id: int) -> HttpResponse:
    return HttpResponseRedirect(_address(venue_id), status=303)
