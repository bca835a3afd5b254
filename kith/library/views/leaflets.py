"""What is printed: leaflets for parents, scripts for volunteers, slides for courses."""

from django.http import HttpResponse
from django.utils import translation
from django.utils.translation import get_language

from kith.kernel.languages import interface_language, is_interface_language
from kith.library.leaflets import LeafletSize, set_leaflet, set_slides
from kith.library.queries.reading import advice_page, told_by_staff
from kith.library.rules.words import PageKind
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request


def leaflet(request: Request, slug: str, leaflet_size: str) -> HttpResponse:
    """One page of advice to print, in the reader's language: A4, A5, large print or in easy words."""
    if leaflet_size not in list(LeafletSize):
        raise NotFound("leaflet")
    language = interface_language(get_language() or "en")
    page = advice_page(request.viewer, slug, language.code)
    if leaflet_size == LeafletSize.EASY and not page.has_easy_words:
        raise NotFound("leaflet")
    return _pdf(set_leaflet(page, language, LeafletSize(leaflet_size)), f"{slug}-{language.code}-{leaflet_size}")


def for_staff(request: Request, slug: str, text_language: str) -> HttpResponse:
    """A script or the slides of a course, in the language in which they are told."""
    if not is_interface_language(text_language):
        raise NotFound("language")
    language = interface_language(text_language)
    page = told_by_staff(request.viewer, slug, language.code)
    with translation.override(language.code):
        slides = page.kind is PageKind.SLIDES
        content = set_slides(page, language) if slides else set_leaflet(page, language, LeafletSize.A4)
    return _pdf(content, f"{slug}-{language.code}")


def _pdf(content: bytes, name: str) -> HttpResponse:
    return HttpResponse(
        content, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}.pdf"'}
    )
