"""The addresses of hub days. What a device keeps lies under ``hub-day/``: its script answers for nothing else."""

from django.urls import URLPattern

from kith.hub_days.views import desk as at_desk
from kith.hub_days.views import device
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import View, page

DAY = "hub-days/<int:hub_venue_id>/<slug:hub_on>/"


def _page(route: str, view: View, name: str, *methods: str) -> URLPattern:
    """A page for those who keep registers."""
    ways = methods or ("GET",)
    return page(route, view, audience=Audience.STAFF, name=name, methods=ways, needs=Permission.SEE_REGISTER)


desk = [
    _page("hub-days/", at_desk.hub_days, "hub-days"),
    _page(DAY, at_desk.hub_day, "hub-day", "GET", "POST"),
    _page(f"{DAY}print/", at_desk.hub_day_print, "hub-day-print"),
    _page(f"{DAY}<uuid:hub_device_id>/withdraw/", at_desk.withdraw, "withdraw-device", "POST"),
    _page("hub-day/", device.device, "hub-device"),
    _page("hub-day/worker.js", device.device_worker, "hub-device-worker"),
    _page("hub-day/kith.webmanifest", device.device_manifest, "hub-device-manifest"),
    _page("hub-day/pack/", device.device_pack, "hub-device-pack", "POST"),
    _page("hub-day/entries/", device.device_entries, "hub-device-entries", "POST"),
]
