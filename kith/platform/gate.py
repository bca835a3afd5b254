"""``page``: the one way to give a view an address. It declares the audience and puts the gate before the view."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial, wraps
from typing import Any, cast
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import logout
from django.db import DatabaseError, InterfaceError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import URLPattern, path, resolve, reverse

from kith.kernel.refusal import Refusal
from kith.platform import audit, second_factor
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import Audience, Permission
from kith.platform.access.viewer import ANONYMOUS, Request, Viewer, ViewerKind, viewer_of
from kith.platform.freshness import ALL_TOPICS, NOTHING_ELSE, Also, Topic
from kith.platform.once import asked_once
from kith.platform.ui.views import refused
from kith.platform.web import page_cache
from kith.platform.web.loopback import is_loopback
from kith.platform.web.page_cache import Recipe
from kith.platform.web.reading import read_only
from kith.walls.saying import seen_by

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class PageRule:
    """What a page declares of itself."""

    audience: Audience
    methods: tuple[str, ...] = ("GET",)
    needs: Permission | None = None
    cached: bool = False
    may_write_on_get: bool = False
    before_second_factor: bool = False
    topics: tuple[Topic, ...] = ALL_TOPICS
    also: Callable[..., Also] | None = None
    slots: Callable[..., Mapping[str, str]] | None = None
    mark: Callable[[], str] | None = None

    def recipe(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Recipe:
        """How the page at the address of these arguments is kept."""
        also = self.also(*args, **kwargs) if self.also else NOTHING_ELSE
        return Recipe(self.topics, also, partial(self.slots, *args, **kwargs) if self.slots else None, self.mark)


def page(
    route: str,
    view: View,
    *,
    audience: Audience,
    name: str,
    methods: tuple[str, ...] = ("GET",),
    needs: Permission | None = None,
    cached: bool = False,
    may_write_on_get: bool = False,
    before_second_factor: bool = False,
    topics: tuple[Topic, ...] = ALL_TOPICS,
    also: Callable[..., Also] | None = None,
    slots: Callable[..., Mapping[str, str]] | None = None,
    mark: Callable[[], str] | None = None,
) -> URLPattern:
    """An address for the view, open to this audience (with this permission), by these methods.

    A cached page is kept until one of its topics moves or what ``also`` says of its arguments changes; ``slots`` gives
    what is new in it for every reader. A page with a ``mark`` stands on lasting copies alone: it is kept until the
    mark changes, and it is answered while the database is stopped.
    """
    rule = PageRule(audience, methods, needs, cached, may_write_on_get, before_second_factor, topics, also, slots, mark)
    return path(route, gated(view, rule), name=name)


def gated(view: View, rule: PageRule) -> View:
    """The view behind the gate; ``gate.rule`` tells the tests what it declares."""

    @wraps(view)
    def gate(raw: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request = cast("Request", raw)
        if request.method not in _allowed(rule):
            return HttpResponseNotAllowed(_allowed(rule))
        if request.method == "HEAD":
            request.method = "GET"  # the same answer; the server keeps its body back
        request.viewer = _viewer(request, rule)
        with seen_by(request.viewer):
            return _answered(view, rule, request, *args, **kwargs)

    gate.rule = rule  # type: ignore[attr-defined]  # functions carry attributes; the tests of the access table read it
    return gate


def opens_to(viewer: Viewer, address: str) -> bool:
    """Whether the gate of the page at this address lets the viewer's permissions in: a link elsewhere leads nowhere."""
    needs = cast("PageRule", resolve(address).func.rule).needs  # type: ignore[attr-defined]  # see `gated`
    return needs is None or needs in viewer.permissions


def _answered(view: View, rule: PageRule, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
    """The answer to a viewer, from what the database's walls let them see."""
    if answer := _refusal(request, rule, request.viewer):
        return answer
    if rule.cached and request.method == "GET" and not request.viewer.is_signed_in:
        make = partial(_copied if rule.mark else _read, view, request, *args, **kwargs)
        return page_cache.answer(request, make, rule.recipe(args, kwargs))
    reads_only = request.method == "GET" and not rule.may_write_on_get
    way = _copied if rule.mark else _read if reads_only else _answer
    try:
        response = way(view, request, *args, **kwargs)
    except Refusal as refusal:
        response = refused(request, refusal)
    if rule.slots:
        response = page_cache.filled(response, rule.recipe(args, kwargs))
    # A shared computer must not show the last person's pages to the next one who presses "back".
    response.setdefault("Cache-Control", "no-store" if request.viewer.is_signed_in else "no-cache")
    return response


def _viewer(request: HttpRequest, rule: PageRule) -> Viewer:
    """The viewer who asks; the anonymous one where the database is stopped and the page can do without it."""
    try:
        return viewer_of(request)
    except (DatabaseError, InterfaceError):
        if not rule.mark or connection.in_atomic_block:
            raise
        connection.close()
        return ANONYMOUS


def _allowed(rule: PageRule) -> tuple[str, ...]:
    return (*rule.methods, "HEAD") if "GET" in rule.methods else rule.methods


def _read(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    """Answer a GET without being able to write; whose record was opened is written down afterwards, before sending."""
    with audit.collected_reads() as reads:
        with read_only(), asked_once():
            response = _rendered(view(request, *args, **kwargs))
        audit.write_reads(reads)
    return response


def _copied(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    """Answer a GET that opens no record, from lasting copies: no transaction, for the database may be stopped."""
    with asked_once():
        return _rendered(view(request, *args, **kwargs))


def _answer(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    with audit.collected_reads() as reads:
        response = _rendered(view(request, *args, **kwargs))
        audit.write_reads(reads)
    return response


def _rendered(response: HttpResponseBase) -> HttpResponseBase:
    render = getattr(response, "render", None)
    return render() if callable(render) and not getattr(response, "is_rendered", True) else response


def _refusal(request: HttpRequest, rule: PageRule, viewer: Viewer) -> HttpResponse | None:
    """The answer for a viewer this page is not for, or None when it is for them."""
    match rule.audience:
        case Audience.DEMONSTRATION:
            if not settings.KITH.demonstration or not is_loopback(request):
                raise NotFound("demonstration")
        case Audience.STAFF if viewer.kind is not ViewerKind.STAFF:
            return _sign_in_first(request, viewer, "staff-sign-in")
        case Audience.PARENT if viewer.kind is not ViewerKind.PARENT:
            return _sign_in_first(request, viewer, "parent-sign-in")
        case Audience.STAFF if not second_factor.is_shown(request):
            if answer := _second_factor_first(request, rule):
                return answer
    if rule.needs and rule.needs not in viewer.permissions:
        raise Forbidden(rule.needs.value)
    return None


def _sign_in_first(request: HttpRequest, viewer: Viewer, sign_in: str) -> HttpResponse:
    if viewer.is_signed_in:
        raise NotFound("page")
    return _detour(request, sign_in)


def _second_factor_first(request: HttpRequest, rule: PageRule) -> HttpResponse | None:
    """The way to setting up a second factor, or to signing in with the one that was set up since."""
    if second_factor.is_set_up(request.user):
        logout(request)
        return _detour(request, "staff-sign-in")
    return None if rule.before_second_factor else _detour(request, "mfa_index")


def _detour(request: HttpRequest, name: str) -> HttpResponse:
    if request.method != "GET":
        raise Forbidden(name)
    return HttpResponseRedirect(f"{reverse(name)}?{urlencode({'next': request.get_full_path()})}")
