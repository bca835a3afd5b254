"""The gallery of components, and the pages for when something goes wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import engines

from kith.platform.ui import gallery

_IMPORT = '{% import "components.jinja" as c %}'


def gallery_page(request: HttpRequest) -> HttpResponse:
    """Every component with the code that draws it."""
    given = {"form": gallery.empty_form(), "refused": gallery.refused_form(), "review_on": gallery.REVIEW_ON}
    drawn = [(sample, engines["pages"].from_string(_IMPORT + sample.code).render(given)) for sample in gallery.SAMPLES]
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


def _error(request: HttpRequest, status: int) -> HttpResponse:
    return render(request, f"errors/{status}.jinja", status=status)
