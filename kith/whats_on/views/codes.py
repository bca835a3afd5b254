"""Printed codes: from a poster or a scan photo straight to the right page, in her language, without a cookie."""

from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from kith.platform.access.viewer import Request
from kith.whats_on.queries.codes import target_of_code


def go(request: Request, code: str) -> HttpResponse:
    """Redirect to the next session of the code's series, else to Find support; an unknown code leads there too."""
    target = target_of_code(request.viewer, code)
    with translation.override(translation.get_language_from_request(request)):
        if target and target.session_id:
            address = reverse("session", args=[target.session_id])
        else:
            wish = f"?{urlencode({'need': target.need})}" if target and target.need else ""
            address = f"{reverse('find-support')}{wish}"
    response = HttpResponseRedirect(address)
    patch_vary_headers(response, ["Accept-Language"])
    return response
