"""Whether a request comes from the machine itself."""

from ipaddress import ip_address

from django.http import HttpRequest


def is_loopback(request: HttpRequest) -> bool:
    """Whether the request was made on this machine, to this machine, through no proxy."""
    if "HTTP_X_FORWARDED_FOR" in request.META or "HTTP_FORWARDED" in request.META:
        return False
    host = request.get_host().rsplit(":", 1)[0].strip("[]")
    return _is_loopback_address(request.META.get("REMOTE_ADDR", "")) and (
        host in ("localhost", "testserver") or _is_loopback_address(host)
    )


def _is_loopback_address(text: str) -> bool:
    try:
        return ip_address(text).is_loopback
    except ValueError:
        return False
