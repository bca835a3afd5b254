"""The page that a device keeps: itself, what makes it work offline, and what it asks and sends while it is online."""

import hashlib
import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kith.cafes.wording import TURN_WORDS
from kith.hub_days.actions.devices import note_wiped, prepare_device
from kith.hub_days.actions.receiving import receive_entries
from kith.hub_days.forms import PackAsked, Sent
from kith.hub_days.queries.packs import own_device, pack_of
from kith.hub_days.views.said import NAMES_A_PAGE, device_said, pack_said
from kith.kernel import clock
from kith.kernel.languages import interface_language
from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import Request
from kith.platform.ui.assets import fonts_to_preload, static_built
from kith.platform.ui.refusals import refusal_words

SCRIPTS = ("hub-day-vault.js", "hub-day-sending.js", "hub-day.js")


def device(request: Request) -> HttpResponse:
    """The page itself. No name stands in it, so that a browser may keep it; its addresses do."""
    context = {"scripts": SCRIPTS, "names_a_page": NAMES_A_PAGE, "turn_words": TURN_WORDS}
    response = render(request, "hub_days/device.jinja", context)
    response["Referrer-Policy"] = "same-origin"
    return response


def device_worker(_request: Request) -> HttpResponse:
    """The script that answers for the network when there is none: it keeps this page and its parts, nothing else."""
    kept = {"page": reverse("hub-device"), "files": _files()}
    mark = hashlib.sha256(json.dumps(kept, sort_keys=True).encode()).hexdigest()[:12]
    words = json.dumps({**kept, "cache": f"kith-hub-day-{mark}"})
    script = f"const KEPT = {words};\nimportScripts({json.dumps(static_built('hub-day-worker.js'))});\n"
    return HttpResponse(script, content_type="text/javascript; charset=utf-8")


def device_manifest(_request: Request) -> HttpResponse:
    """How the page is put on a phone's first screen."""
    here = reverse("hub-device")
    language = interface_language(get_language() or "en")
    icon = {"src": static_built("kith.svg"), "sizes": "any", "type": "image/svg+xml"}
    said = {
        "id": here,
        "name": _("Hub day"),
        "short_name": _("Hub day"),
        "lang": language.code,
        "dir": language.direction,
        "start_url": here,
        "scope": here,
        "display": "standalone",
        "background_color": "#fbf5ec",
        "theme_color": "#fbf5ec",
        "icons": [icon],
    }
    return JsonResponse(said, content_type="application/manifest+json")


def _said(view: Callable[[Request], dict[str, Any]]) -> Callable[[Request], HttpResponse]:
    """Answer a script: what it asked for, or why not, in words."""

    @wraps(view)
    def answered(request: Request) -> HttpResponse:
        try:
            return JsonResponse(view(request))
        except Refusal as refusal:
            return JsonResponse({"why": refusal_words(refusal)}, status=422)

    return answered


@_said
def device_pack(request: Request) -> dict[str, Any]:
    """Take a day along."""
    asked = PackAsked.of(request.body)
    device_id = prepare_device(by=request.viewer, venue_id=asked.venue_id, on=asked.on, request_key=asked.request_key)
    pack = pack_of(request.viewer, asked.venue_id, asked.on, lang=_lang())
    return device_said(own_device(request.viewer, device_id), pack)


@_said
def device_entries(request: Request) -> dict[str, Any]:
    """Take what a device sends, and tell it what became of that, and how the register stands now."""
    sent = Sent.of(request.body)
    became = receive_entries(by=request.viewer, device_id=sent.device_id, entries=sent.entries)
    kept = own_device(request.viewer, sent.device_id)
    if sent.has_wiped:
        note_wiped(by=request.viewer, device_id=sent.device_id)
    is_over = clock.now() >= kept.ends_at
    gets_pack = sent.wants_pack and not (sent.has_wiped or is_over or kept.is_withdrawn)
    return {
        "became": {str(key): code for key, code in became.items()},
        "withdrawn": kept.is_withdrawn,
        "over": is_over,
        "pack": pack_said(pack_of(request.viewer, kept.venue_id, kept.on, lang=_lang())) if gets_pack else None,
    }


def _files() -> list[str]:
    """What the page needs beside itself, in the language it is kept in."""
    language = interface_language(_lang())
    sheet = static_built("app.rtl.css" if language.direction == "rtl" else "app.css")
    return [sheet, *map(static_built, SCRIPTS), static_built("kith.svg"), *fonts_to_preload(language.code)]


def _lang() -> str:
    return get_language() or "en"
