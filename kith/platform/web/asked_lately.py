"""How often one network address has asked lately: counted in this process's memory, and never written down.

Several web workers count each for itself, so that all of them together allow as many times more.
"""

from datetime import timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from allauth.account.adapter import get_adapter
from django.core.cache import caches
from django.http import HttpRequest

from kith.kernel import clock


def asked_too_often(request: HttpRequest, what: str, *, most: int, within: timedelta) -> bool:
    """Count this request, and say whether its address has asked for this more often than may be in this time."""
    key, now = f"{what}:{_address_of(request)}", clock.now()
    lately = [at for at in caches["asked"].get(key, ()) if now - at < within]
    caches["asked"].set(key, [*lately, now][-most - 1 :], within.total_seconds())
    return len(lately) >= most


def _address_of(request: HttpRequest) -> str:
    """Where it comes from, behind the proxies that are trusted; of IPv6 the network, which is what one home has."""
    given = str(get_adapter(request).get_client_ip(request))
    is_long = isinstance(ip_address(given), IPv6Address)
    return str(ip_network(f"{given}/64", strict=False)) if is_long else given
