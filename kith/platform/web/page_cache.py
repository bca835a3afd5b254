"""Public pages kept ready, as each encoding wants them, until something they show has changed."""

import gzip
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import brotli
from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import get_language

from kith.kernel import clock
from kith.platform import freshness
from kith.platform.freshness import ALL_TOPICS, NOTHING_ELSE, Also, Topic
from kith.platform.web.slots import fill

LONGEST_ADDRESS = 300
_BEST: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda content: brotli.compress(content, quality=5),
    "gzip": lambda content: gzip.compress(content, 6, mtime=0),
}
_QUICKEST: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda content: brotli.compress(content, quality=1),
    "gzip": lambda content: gzip.compress(content, 1, mtime=0),
}


@dataclass(frozen=True)
class Recipe:
    """How a page is kept: what it speaks of, what else it depends on, and what is new in it for every reader.

    Where ``mark`` is given, a page that lies ready stands on lasting copies only, and no database is asked.
    """

    topics: tuple[Topic, ...] = ALL_TOPICS
    also: Also = NOTHING_ELSE
    slots: Callable[[], Mapping[str, str]] | None = None
    mark: Callable[[], str] | None = None


KEPT_BY_ALL = Recipe()


@dataclass(frozen=True)
class ReadyPage:
    """A page as it was answered in one encoding; one with slots not encoded yet, and its slots still open."""

    content: bytes
    headers: Mapping[str, str]


def answer(
    request: HttpRequest, make: Callable[[], HttpResponseBase], recipe: Recipe = KEPT_BY_ALL
) -> HttpResponseBase:
    """The page from the cache, or freshly made and kept; never older than the last change or the set seconds."""
    address = request.get_full_path()
    if not settings.KITH.public_cache_seconds or len(address) > LONGEST_ADDRESS:
        return filled(make(), recipe)
    encoding = _accepted_encoding(request)
    key = _key(address, "" if recipe.slots else encoding, recipe)
    ready: ReadyPage | None = caches["pages"].get(key)
    if ready is None:
        response = make()
        if not isinstance(response, HttpResponse) or response.status_code != 200 or response.cookies:
            return filled(response, recipe)
        content = response.content if recipe.slots or not encoding else _BEST[encoding](response.content)
        ready = ReadyPage(content, dict(response.headers))
        caches["pages"].set(key, ready, settings.KITH.public_cache_seconds)
    return _response(ready, encoding, recipe)


def filled(response: HttpResponseBase, recipe: Recipe) -> HttpResponseBase:
    """An answer that was made just now, with its slots filled if it has any."""
    if recipe.slots and isinstance(response, HttpResponse):
        response.content = fill(response.content, recipe.slots())
    return response


def _key(address: str, encoding: str, recipe: Recipe) -> str:
    stamp = recipe.mark() if recipe.mark else freshness.stamp(*recipe.topics, also=recipe.also)
    said = f"{stamp} {clock.today()} {get_language()} {encoding} {address}"
    return hashlib.sha256(said.encode()).hexdigest()


def _response(ready: ReadyPage, encoding: str, recipe: Recipe) -> HttpResponse:
    content = ready.content
    if recipe.slots:
        content = fill(content, recipe.slots())
        content = _QUICKEST[encoding](content) if encoding else content
    # A page with slots is for one reader: going back to it must not bring back what was in them.
    headers = {"Vary": "Accept-Encoding", "Cache-Control": "no-store" if recipe.slots else "no-cache"}
    if encoding:
        headers["Content-Encoding"] = encoding
    return HttpResponse(content, headers={**ready.headers, **headers})


def _accepted_encoding(request: HttpRequest) -> str:
    """The best encoding this reader takes; empty where she takes none."""
    asked = request.META.get("HTTP_ACCEPT_ENCODING", "").lower().replace(" ", "").split(",")
    accepted = {each.split(";")[0] for each in asked if not each.endswith((";q=0", ";q=0.0"))}
    return next((each for each in _BEST if each in accepted), "")
