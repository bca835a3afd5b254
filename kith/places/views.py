"""The place's own colours, as browsers ask for them."""

from django.http import HttpRequest, HttpResponse

from kith.kernel.choices.colours import own_sheet


def own_colours(_request: HttpRequest, mark: str) -> HttpResponse:  # noqa: ARG001  # only makes the address another one
    """The style sheet; empty where the place has none."""
    return HttpResponse(own_sheet(), content_type="text/css; charset=utf-8")
