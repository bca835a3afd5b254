"""For those who keep listings: a service entered, changed, said in other languages, taken out and put back."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from kith.directory.actions import offering
from kith.directory.actions.offering import change_service
from kith.directory.forms.offering import ServiceForm
from kith.directory.forms.wording import ServiceWordsForm
from kith.directory.queries.listing import kept_service, own_organisation, venue_names
from kith.kernel.ids import ServiceId
from kith.kernel.languages import ENGLISH, interface_language, is_interface_language
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question
from kith.undoing.meanwhile import edited, in_turn


def add_service(request: Request) -> HttpResponse:
    """A new service of one's own organisation."""
    own = own_organisation(request.viewer)
    form = ServiceForm(None, venue_names(request.viewer), request.POST if request.method == "POST" else None)

    def add() -> HttpResponse:
        offering.add_service(by=request.viewer, service=form.said(own), request_key=form.cleaned_data["request_key"])
        return _to_listings()

    return question(request, "directory/service.jinja", form, add, {"kept": None})


@in_turn("service_id")
def keep_service(request: Request, service_id: int) -> HttpResponse:
    """Everything a service says."""
    kept = kept_service(request.viewer, service_id)
    form = ServiceForm(kept, venue_names(request.viewer), request.POST if request.method == "POST" else None)

    def change() -> HttpResponse:
        change_service(by=request.viewer, service_id=kept.id, service=form.said(kept.service.organisation_id))
        return _to_listings()

    back = reverse("keep-service", args=[service_id])
    return edited(request, "directory/service.jinja", form, change, {"kept": kept}, back=back)


def translate_service(request: Request, service_id: int, text_language: str) -> HttpResponse:
    """What a service says in another language, beside its English."""
    if not is_interface_language(text_language) or text_language == ENGLISH.code:
        raise Http404("language")
    kept = kept_service(request.viewer, service_id)
    form = ServiceWordsForm(kept, interface_language(text_language), request.POST if request.method == "POST" else None)

    def translate() -> HttpResponse:
        change_service(by=request.viewer, service_id=kept.id, service=form.said())
        return HttpResponseRedirect(reverse("keep-service", args=[service_id]), status=303)

    return question(request, "directory/service_words.jinja", form, translate, {"kept": kept, "of": form.language})


def withdraw_service(request: Request, service_id: int) -> HttpResponse:
    """Take a service out of the directory; an editor who sends it twice is led back as well."""
    if not kept_service(request.viewer, service_id).is_withdrawn:
        offering.withdraw_service(by=request.viewer, service_id=ServiceId(service_id))
    return _to_listings()


def offer_service_again(request: Request, service_id: int) -> HttpResponse:
    """Put a service back."""
    offering.offer_service_again(by=request.viewer, service_id=ServiceId(service_id))
    return _to_listings()


def _to_listings() -> HttpResponse:
    return HttpResponseRedirect(reverse("listings"), status=303)
