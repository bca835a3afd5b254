"""Only our own pages may post to us; anonymous readers need no cookie for that."""

from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from kith.platform.web.same_origin import SameOriginMiddleware

SIGNED_IN = {"HTTP_COOKIE": f"{settings.SESSION_COOKIE_NAME}=x"}


def is_let_through(method: str = "POST", *, secure: bool = False, **extra: Any) -> bool:
    def answer(_request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    request = RequestFactory().generic(method, "/", secure=secure, **({"HTTP_HOST": "localhost:8000"} | extra))
    try:
        return SameOriginMiddleware(answer)(request).status_code == 200
    except PermissionDenied:
        return False


@pytest.mark.parametrize("who", [{}, SIGNED_IN])
@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ({"HTTP_ORIGIN": "http://localhost:8000"}, True),
        ({"HTTP_ORIGIN": "http://localhost:8001"}, False),
        ({"HTTP_ORIGIN": "https://localhost:8000"}, False),
        ({"HTTP_ORIGIN": "http://evil.example"}, False),
        ({"HTTP_ORIGIN": "null"}, False),
        ({"HTTP_ORIGIN": "http://evil.example", "HTTP_SEC_FETCH_SITE": "same-origin"}, False),
        ({"HTTP_SEC_FETCH_SITE": "same-origin"}, True),
        ({"HTTP_SEC_FETCH_SITE": "none"}, True),
        ({"HTTP_SEC_FETCH_SITE": "same-site"}, False),
        ({"HTTP_SEC_FETCH_SITE": "cross-site"}, False),
        ({"HTTP_REFERER": "http://localhost:8000/en/"}, True),
        ({"HTTP_REFERER": "http://localhost:8000.evil.example/"}, False),
        ({"HTTP_REFERER": "http://evil.example/http://localhost:8000/"}, False),
    ],
)
def test_where_a_post_comes_from_decides(who: dict[str, str], extra: dict[str, str], expected: bool) -> None:
    assert is_let_through(**extra, **who) is expected


def test_a_client_that_tells_nothing_may_post_only_without_a_session() -> None:
    assert is_let_through()
    assert not is_let_through(**SIGNED_IN)


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "NONSENSE"])
def test_every_writing_method_is_asked(method: str) -> None:
    assert not is_let_through(method, HTTP_ORIGIN="http://evil.example")


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_links_from_elsewhere_may_be_followed(method: str) -> None:
    assert is_let_through(method, HTTP_REFERER="http://elsewhere.example/", HTTP_SEC_FETCH_SITE="cross-site")


def test_over_https_only_https_pages_may_post() -> None:
    assert is_let_through(secure=True, HTTP_ORIGIN="https://localhost:8000")
    assert not is_let_through(secure=True, HTTP_ORIGIN="http://localhost:8000")
