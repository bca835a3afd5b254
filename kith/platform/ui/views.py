"""The gallery of components, and the pages for when something goes wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import engines
from django.utils.http import url_has_allowed_host_and_scheme

from kith.kernel.refusal import Refusal
from kith.platform.ui import gallery
from kith.platform.ui.refusals import refusal_words

_IMPORT = '{% import "components.jinja" as c %}'


def gallery_page(request: HttpRequest) -> HttpResponse:
    """Every component with the code that draws it."""
    drawn = [
        (sample, engines["pages"].from_string(_IMPORT + sample.code).render(gallery.given()))
        for sample in gallery.SAMPLES
    ]
    return render(request, "ui/gallery.jinja", {"drawn": drawn})


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """400 in the layout."""
    return _error(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """403 in the layout."""
    return _error(request, 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """404 in the layout."""
    return _error(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500 in the layout."""
    return _error(request, 500)


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """422 in the layout: what a page did that has no form to say it, with the way back to that page."""
    before = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(before, {request.get_host()}, require_https=request.is_secure())
    page = {"why": refusal_words(refusal), "before": before if is_ours else ""}
    return render(request, "errors/422.jinja", page, status=422)


def _error(request: HttpRequest, status: int) -> HttpResponse:
    return render(request, f"errors/{status}.jinja", status=status)
