"""Public pages kept ready, compressed, until something they show has changed."""

import gzip
import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import brotli
from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import get_language

from kith.kernel import clock
from kith.platform import freshness

LONGEST_ADDRESS = 300


@dataclass(frozen=True)
class ReadyPage:
    """A page as it was answered, in each encoding a browser may ask for."""

    content: bytes
    zipped: bytes
    brotli: bytes
    content_type: str


def answer(request: HttpRequest, make: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """The page from the cache, or freshly made and kept; never older than the last change or the set seconds."""
    address = request.get_full_path()
    if not settings.KITH.public_cache_seconds or len(address) > LONGEST_ADDRESS:
        return make()
    key = _key(address)
    ready: ReadyPage | None = caches["pages"].get(key)
    if ready is None:
        response = make()
        if not isinstance(response, HttpResponse) or response.status_code != 200 or response.cookies:
            return response
        ready = _ready(response)
        caches["pages"].set(key, ready, settings.KITH.public_cache_seconds)
    return _response(request, ready)


def _key(address: str) -> str:
    said = f"{freshness.stamp()} {clock.today()} {get_language()} {address}"
    return hashlib.sha256(said.encode()).hexdigest()


def _ready(response: HttpResponse) -> ReadyPage:
    content = response.content
    return ReadyPage(
        content=content,
        zipped=gzip.compress(content, 6, mtime=0),
        brotli=brotli.compress(content, quality=5),
        content_type=response["Content-Type"],
    )


def _response(request: HttpRequest, ready: ReadyPage) -> HttpResponse:
    accepted = _accepted_encodings(request)
    if "br" in accepted:
        response = HttpResponse(ready.brotli, content_type=ready.content_type)
        response["Content-Encoding"] = "br"
    elif "gzip" in accepted:
        response = HttpResponse(ready.zipped, content_type=ready.content_type)
        response["Content-Encoding"] = "gzip"
    else:
        response = HttpResponse(ready.content, content_type=ready.content_type)
    response["Vary"] = "Accept-Encoding"
    response["Cache-Control"] = "no-cache"
    return response


def _accepted_encodings(request: HttpRequest) -> set[str]:
    asked = request.headers.get("Accept-Encoding", "").lower().replace(" ", "").split(",")
    return {each.split(";")[0] for each in asked if not each.endswith((";q=0", ";q=0.0"))}
