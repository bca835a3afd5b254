"""Public pages are kept ready until what they show has changed, and never longer."""

import gzip
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import brotli
import pytest
from django.core.cache import caches
from django.http import HttpResponse, HttpResponseBase
from django.test import RequestFactory
from django.utils.translation import override

from kith.platform import freshness
from kith.platform.web import page_cache

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    caches["pages"].clear()
    yield
    caches["pages"].clear()


class Maker:
    """Makes a new page each time, and counts."""

    def __init__(self, **answer: Any) -> None:
        self.made, self.answer = 0, answer

    def __call__(self) -> HttpResponseBase:
        self.made += 1
        return HttpResponse(f"page {self.made} " * 200, **self.answer)


def ask(make: Callable[[], HttpResponseBase], address: str = "/en/", **extra: Any) -> HttpResponse:
    answer = page_cache.answer(RequestFactory().get(address, **extra), make)
    assert isinstance(answer, HttpResponse)
    return answer


def test_a_page_is_made_once() -> None:
    make = Maker()
    assert ask(make).content == ask(make).content
    assert make.made == 1


def test_each_address_question_and_language_has_its_own_page() -> None:
    make = Maker()
    with override("en"):
        for address in ("/en/", "/en/?day=1", "/en/?day=2", "/ro/"):
            ask(make, address)
    with override("ro"):
        ask(make, "/en/")
    assert make.made == 5


def test_a_change_the_page_shows_makes_it_anew_after_the_commit(django_capture_on_commit_callbacks: Any) -> None:
    make = Maker()
    ask(make)
    with django_capture_on_commit_callbacks(execute=True):
        freshness.invalidate()
        ask(make)
        assert make.made == 1
    ask(make)
    assert make.made == 2


def test_a_new_day_makes_it_anew(clock: Any) -> None:
    make = Maker()
    ask(make)
    clock.instant += timedelta(days=1)
    ask(make)
    assert make.made == 2


@pytest.mark.parametrize(
    ("accepted", "encoding", "decode"),
    [
        ("gzip, deflate, br, zstd", "br", brotli.decompress),
        ("gzip;q=1.0, br;q=0", "gzip", gzip.decompress),
        ("GZIP", "gzip", gzip.decompress),
        ("", None, bytes),
        ("identity", None, bytes),
        ("brotli", None, bytes),
    ],
)
def test_the_browser_gets_an_encoding_it_asked_for(
    accepted: str, encoding: str | None, decode: Callable[[bytes], bytes]
) -> None:
    make = Maker()
    for _ in range(2):
        answer = ask(make, HTTP_ACCEPT_ENCODING=accepted)
        assert answer.get("Content-Encoding") == encoding
        assert decode(answer.content) == b"page 1 " * 200
        assert answer["Vary"] == "Accept-Encoding"
        assert answer["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("status", [302, 404, 500, 503])
def test_only_good_answers_are_kept(status: int) -> None:
    make = Maker(status=status)
    assert [ask(make).status_code, ask(make).status_code] == [status, status]
    assert make.made == 2


def test_an_answer_that_sets_a_cookie_is_never_kept() -> None:
    def make() -> HttpResponse:
        answer = HttpResponse("yours alone")
        answer.set_cookie("secret", "1")
        return answer

    assert ask(make).cookies
    assert ask(lambda: HttpResponse("mine")).content == b"mine"


def test_addresses_without_end_do_not_fill_the_memory() -> None:
    make = Maker()
    for _ in range(2):
        ask(make, "/en/?q=" + "x" * page_cache.LONGEST_ADDRESS)
    assert make.made == 2


def test_long_addresses_in_other_scripts_are_kept_without_a_warning() -> None:
    make = Maker()
    for _ in range(2):
        ask(make, "/ar/?q=" + quote("م" * 40))
    assert make.made == 1


def test_the_cache_can_be_switched_off(settings: Any) -> None:
    settings.KITH = settings.KITH.model_copy(update={"public_cache_seconds": 0})
    make = Maker()
    ask(make)
    ask(make)
    assert make.made == 2
