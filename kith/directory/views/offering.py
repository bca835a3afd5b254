"""For those who keep listings: a service entered, changed, said in other languages, taken out and put back."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.directory.actions import offering
from kith.directory.actions.offering import change_service
from kith.directory.forms.offering import ServiceForm
from kith.directory.forms.wording import ServiceWordsForm
from kith.directory.queries.keeping import KeptService, kept_service, own_organisation, venue_names
from kith.directory.views.saving import went
from kith.kernel.ids import ServiceId
from kith.kernel.languages import ENGLISH, interface_language, is_interface_language
from kith.platform.access.viewer import Request


def add_service(request: Request) -> HttpResponse:
    """A new service of one's own organisation."""
    own = own_organisation(request.viewer)
    form = ServiceForm(None, venue_names(request.viewer), request.POST if request.method == "POST" else None)

    def add() -> None:
        offering.add_service(by=request.viewer, service=form.said(own), request_key=form.cleaned_data["request_key"])

    if went(form, add):
        return _to_listings()
    return _page(request, form, None)


def keep_service(request: Request, service_id: int) -> HttpResponse:
    """Everything a service says."""
    kept = kept_service(request.viewer, service_id)
    form = ServiceForm(kept, venue_names(request.viewer), request.POST if request.method == "POST" else None)
    own = kept.service.organisation_id
    if went(form, lambda: change_service(by=request.viewer, service_id=kept.id, service=form.said(own))):
        return _to_listings()
    return _page(request, form, kept)


def translate_service(request: Request, service_id: int, text_language: str) -> HttpResponse:
    """What a service says in another language, beside its English."""
    if not is_interface_language(text_language) or text_language == ENGLISH.code:
        raise Http404("language")
    kept = kept_service(request.viewer, service_id)
    form = ServiceWordsForm(kept, interface_language(text_language), request.POST if request.method == "POST" else None)
    if went(form, lambda: change_service(by=request.viewer, service_id=kept.id, service=form.said())):
        return HttpResponseRedirect(reverse("keep-service", args=[service_id]), status=303)
    page = {"form": form, "kept": kept, "of": form.language}
    return render(request, "directory/service_words.jinja", page, status=422 if form.is_bound else 200)


def withdraw_service(request: Request, service_id: int) -> HttpResponse:
    """Take a service out of the directory; an editor who sends it twice is led back as well."""
    if not kept_service(request.viewer, service_id).is_withdrawn:
        offering.withdraw_service(by=request.viewer, service_id=ServiceId(service_id))
    return _to_listings()


def offer_service_again(request: Request, service_id: int) -> HttpResponse:
    """Put a service back."""
    offering.offer_service_again(by=request.viewer, service_id=ServiceId(service_id))
    return _to_listings()


def _page(request: Request, form: ServiceForm, kept: KeptService | None) -> HttpResponse:
    page = {"form": form, "kept": kept}
    return render(request, "directory/service.jinja", page, status=422 if form.is_bound else 200)


def _to_listings() -> HttpResponse:
    return HttpResponseRedirect(reverse("listings"), status=303)
