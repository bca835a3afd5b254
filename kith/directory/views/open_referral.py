"""The feed for other directories: Open Referral UK 3.0, open to all the world, without a cookie."""

import hashlib
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from pydantic import ValidationError

from kith.directory import openapi
from kith.directory.queries.open_referral import publishing
from kith.directory.queries.open_referral.publishing import NotUnderstood, services_at_locations
from kith.directory.rules.open_referral.asking import Asked, AskedAnywhere, AskedPage
from kith.directory.rules.open_referral.records import PROFILE, VERSION
from kith.kernel import clock
from kith.platform import freshness
from kith.platform.access.viewer import ANONYMOUS, Request, Viewer
from kith.platform.freshness import Topic

Json = dict[str, Any]
SECONDS_KEPT = 300


def about(request: Request) -> HttpResponse:
    """What this feed is."""
    where = request.build_absolute_uri(reverse("open-referral-openapi"))
    return _answer(request, lambda: {"version": VERSION, "profile": PROFILE, "openapi_url": where})


def description(request: Request) -> HttpResponse:
    """The feed and the other public addresses for programs, described for programs."""
    root = request.build_absolute_uri("/").rstrip("/")
    return _answer(request, lambda: openapi.document(root))


def services(request: Request) -> HttpResponse:
    """The services."""
    return _list(request, Asked, publishing.services)


def service(request: Request, record_id: str) -> HttpResponse:
    """One service."""
    return _one(request, record_id, publishing.service)


def service_at_locations(request: Request) -> HttpResponse:
    """The services at their places."""
    return _list(request, AskedAnywhere, services_at_locations)


def service_at_location(request: Request, record_id: str) -> HttpResponse:
    """One service at its place."""
    return _one(request, record_id, publishing.service_at_location)


def taxonomies(request: Request) -> HttpResponse:
    """The lists of terms."""
    return _list(request, AskedPage, publishing.taxonomies)


def taxonomy(request: Request, taxonomy_id: str) -> HttpResponse:
    """One list of terms."""
    return _one(request, taxonomy_id, publishing.taxonomy)


def taxonomy_terms(request: Request) -> HttpResponse:
    """The terms."""
    return _list(request, AskedPage, publishing.taxonomy_terms)


def taxonomy_term(request: Request, term_id: str) -> HttpResponse:
    """One term."""
    return _one(request, term_id, publishing.taxonomy_term)


def _list(request: Request, model: type[AskedPage], find: Callable[[Viewer, Any], Json]) -> HttpResponse:
    try:
        asked = model.model_validate(request.GET.dict())
        return _answer(request, lambda: find(ANONYMOUS, asked))
    except ValidationError as error:
        return _problem(400, [_words(each) for each in error.errors()])
    except NotUnderstood as error:
        return _problem(404, [str(error)])


def _one(request: Request, record_id: str, find: Callable[[Viewer, UUID], Json | None]) -> HttpResponse:
    try:
        public_id = UUID(record_id)
    except ValueError:
        return _problem(404, ["id: not a UUID, so there is no such record"])
    return _answer(request, lambda: find(ANONYMOUS, public_id))


def nothing_here(_request: Request, _rest: str) -> HttpResponse:
    """An address of the feed that stands for nothing."""
    return _problem(
        404, [f"There is nothing at this address; what there is stands in {reverse('open-referral-openapi')}"]
    )


def _answer(request: Request, make: Callable[[], Json | None]) -> HttpResponse:
    """What was made, or that nothing has changed since the reader last asked; every reader gets the same."""
    said = f"{freshness.stamp(Topic.LISTINGS)} {clock.today()} {request.get_host()} {request.get_full_path()}"
    tag = f'"{hashlib.sha256(said.encode()).hexdigest()[:32]}"'
    if request.headers.get("If-None-Match") == tag:
        return _open(HttpResponse(status=304), tag)
    made = make()
    if made is None:
        return _problem(404, ["id: there is no such record, or it is no longer offered"])
    return _open(JsonResponse(made), tag)


def _problem(status: int, words: list[str]) -> HttpResponse:
    return _open(JsonResponse({"problems": words}, status=status))


def _open(response: HttpResponse, tag: str = "") -> HttpResponse:
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = f"public, max-age={SECONDS_KEPT}" if tag else "no-cache"
    if tag:
        response["ETag"] = tag
    return response


def _words(error: Mapping[str, Any]) -> str:
    where = ".".join(str(part) for part in error["loc"])
    words = str(error["msg"]).removeprefix("Value error, ")
    return f"{where}: {words}" if where else words
