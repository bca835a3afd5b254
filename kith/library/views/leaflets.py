"""Leaflets to print."""

from django.http import HttpResponse
from django.utils.translation import get_language

from kith.kernel.languages import interface_language
from kith.library import queries
from kith.library.leaflets import LeafletSize, set_leaflet
from kith.platform.access import NotFound, Request


def leaflet(request: Request, slug: str, leaflet_size: str) -> HttpResponse:
    """One page of advice to print, in the reader's language: A4, A5 or large print."""
    if leaflet_size not in list(LeafletSize):
        raise NotFound("leaflet")
    language = interface_language(get_language() or "en")
    page = queries.advice_page(request.viewer, slug, language.code)
    content = set_leaflet(page, language, LeafletSize(leaflet_size))
    name = f"{slug}-{language.code}-{leaflet_size}.pdf"
    return HttpResponse(
        content, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'}
    )
