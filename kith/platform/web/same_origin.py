"""Only our own pages may post to us. Works without a cookie, so an anonymous reader gets none."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


class SameOriginMiddleware:
    """Refuse a writing request that another site's page sent; see docs/decisions/0003-no-cookie-for-readers.md."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, unless the request came from elsewhere."""
        if request.method not in SAFE_METHODS and not comes_from_here(request):
            raise PermissionDenied("cross-origin request")
        return self.get_response(request)


def comes_from_here(request: HttpRequest) -> bool:
    """Whether one of our own pages sent this, as far as the browser tells."""
    own = f"{request.scheme}://{request.get_host()}"
    if origin := request.headers.get("Origin"):
        return origin == own
    if site := request.headers.get("Sec-Fetch-Site"):
        return site in ("same-origin", "none")
    if referer := request.headers.get("Referer"):
        parts = urlsplit(referer)
        return f"{parts.scheme}://{parts.netloc}" == own
    # A client that tells nothing may post only what needs no identity.
    return settings.SESSION_COOKIE_NAME not in request.COOKIES
