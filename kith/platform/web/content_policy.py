"""What a page of ours may load: from ourselves only. One policy for every page, so it is put together once."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

HEADER = "Content-Security-Policy"


class ContentPolicyMiddleware:
    """Send the settings' CONTENT_SECURITY_POLICY with every answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        directives: dict[str, list[str]] = settings.CONTENT_SECURITY_POLICY
        self.policy = "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items())

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, with the policy."""
        response = self.get_response(request)
        response.headers[HEADER] = self.policy
        return response
