"""Whether a request comes from the machine itself."""

from ipaddress import ip_address

from django.http import HttpRequest
from django.http.request import split_domain_port

PROXY_HEADERS = frozenset({"HTTP_FORWARDED", "HTTP_VIA", "HTTP_X_REAL_IP"})


def is_loopback(request: HttpRequest) -> bool:
    """Whether the request was made on this machine, to this machine, through no proxy."""
    if any(name.startswith("HTTP_X_FORWARDED") or name in PROXY_HEADERS for name in request.META):
        return False
    host, _ = split_domain_port(request.get_host())
    return _is_loopback_address(request.META.get("REMOTE_ADDR", "")) and (
        host == "localhost" or _is_loopback_address(host.strip("[]"))
    )


def _is_loopback_address(text: str) -> bool:
    try:
        return ip_address(text).is_loopback
    except ValueError:
        return False
