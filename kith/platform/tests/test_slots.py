"""A page kept ready has what is new for its reader filled in, and nothing else changed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

import brotli
import pytest
from django.core.cache import caches
from django.http import HttpResponse
from django.test import RequestFactory

from kith.platform import freshness
from kith.platform.freshness import Also, Topic
from kith.platform.web import page_cache
from kith.platform.web.page_cache import Recipe
from kith.platform.web.slots import fill, slot

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    caches["pages"].clear()
    yield
    caches["pages"].clear()


def page(made: Iterator[int]) -> HttpResponse:
    answer = HttpResponse(f"page {next(made)}: {slot('key')}")
    answer["X-Robots-Tag"] = "noindex"
    return answer


def ask(recipe: Recipe, made: Iterator[int], **extra: Any) -> HttpResponse:
    answer = page_cache.answer(RequestFactory().get("/en/form/", **extra), lambda: page(made), recipe)
    assert isinstance(answer, HttpResponse)
    return answer


def test_each_reader_gets_her_own_and_the_page_is_made_once() -> None:
    made, keys = count(1), count(1)
    recipe = Recipe(slots=lambda: {"key": f"k{next(keys)}"})
    assert [ask(recipe, made).content for _ in range(3)] == [b"page 1: k1", b"page 1: k2", b"page 1: k3"]


def test_it_is_compressed_for_her_and_kept_by_nobody_else() -> None:
    made = count(1)
    recipe = Recipe(slots=lambda: {"key": "mine"})
    for _ in range(2):
        answer = ask(recipe, made, HTTP_ACCEPT_ENCODING="br")
        assert brotli.decompress(answer.content) == b"page 1: mine"
        assert (answer["Cache-Control"], answer["X-Robots-Tag"]) == ("no-store", "noindex")


def test_a_slot_takes_nothing_that_means_something_in_a_page() -> None:
    with pytest.raises(ValueError, match="slot"):
        fill(slot("key").encode(), {"key": '"><script>'})


def test_a_page_is_made_anew_when_one_of_its_topics_moves_or_what_it_depends_on_besides() -> None:
    made = count(1)
    one, two = (Recipe((Topic.LISTINGS,), Also("SELECT %s::text", (said,))) for said in ("one", "two"))
    assert [ask(recipe, made).content[:6] for recipe in (one, one, two, one)] == [
        b"page 1",
        b"page 1",
        b"page 2",
        b"page 1",
    ]


@pytest.mark.django_db(transaction=True)
def test_a_page_on_another_topic_stays() -> None:
    made = count(1)
    freshness.invalidate(Topic.LISTINGS)
    ask(Recipe((Topic.LISTINGS,)), made)
    freshness.invalidate(Topic.NUMBERS)
    assert ask(Recipe((Topic.LISTINGS,)), made).content.startswith(b"page 1")
    freshness.invalidate(Topic.LISTINGS)
    assert ask(Recipe((Topic.LISTINGS,)), made).content.startswith(b"page 2")
