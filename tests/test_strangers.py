"""A visitor who reads without signing in is not followed: no cookie, no other site's address in a page or style."""

import re
from itertools import product
from pathlib import Path

import pytest
from django.test import Client

from kith.groups.tests.world import code_behind
from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.platform.access.permissions import Audience
from tests.access.addresses import Address, addresses
from tests.access.world import World

BUILT = Path(__file__).resolve().parents[1] / "kith/static/built"
# What a browser fetches by itself; a link that a reader may follow is no request.
FETCHED = re.compile(
    r"""<(?:script|img|iframe|source|video|audio|embed|object)\b[^>]*?\b(?:src|data)=["']?([^"'\s>]+)"""
)
LINKED = re.compile(r"""<link\b(?![^>]*\brel=["']?(?:alternate|canonical))[^>]*?\bhref=["']?([^"'\s>]+)""")
IN_STYLE = re.compile(r"""url\(["']?(?!data:)([^"')]+)|@import\s+["']([^"']+)""")
ELSEWHERE = re.compile(r"^(?:[a-z]+:)?//", re.IGNORECASE)
LANGUAGES = [language.code for language in INTERFACE_LANGUAGES]


def public_pages() -> list[Address]:
    return [each for each in addresses() if each.reads and each.rule and each.rule.audience is Audience.PUBLIC]


def test_reading_any_public_page_leaves_no_cookie_and_asks_nobody_else(world: World) -> None:
    faults = []
    for address, language in product(public_pages(), LANGUAGES):
        browser = world.client("anonymous")
        answer = browser.get(world.path(address, language=language), headers={"accept-language": language})
        page = answer.content.decode(errors="replace")
        strangers = [url for url in FETCHED.findall(page) + LINKED.findall(page) if ELSEWHERE.match(url)]
        if browser.cookies or strangers or answer.status_code >= 500:
            faults.append((address.name, language, answer.status_code, dict(browser.cookies), strangers))
    assert faults == []
    assert len(public_pages()) > 15


@pytest.mark.parametrize("language", ["en", "ar"])
def test_booking_and_cancelling_leave_no_cookie(world: World, language: str) -> None:
    browser = world.client("anonymous")
    address = f"/{language}/sessions/{world.session_ids['own']}/book/"
    key = re.search(r'name="request_key" value="([^"]+)"', browser.get(address).content.decode())
    assert key
    form = {"request_key": key[1], "name": "Ioana Popescu", "contact": "07700 900456", "places": "2", "consent": "no"}
    answer = browser.post(address, form)
    assert answer.status_code == 303
    booked = browser.post(answer["Location"], {"code": code_behind(answer["Location"])})
    assert booked.status_code == 303
    assert browser.post(booked["Location"], {"do": "cancel"}).status_code == 303
    assert not browser.cookies


def test_the_address_of_a_booking_says_nothing_of_who_booked(world: World) -> None:
    assert re.fullmatch(r"[\w-]{32,}", world.token)


def test_no_style_and_no_script_fetches_from_elsewhere() -> None:
    styles = list(BUILT.glob("*.css"))
    if not styles:
        pytest.skip("the front end is not built on this machine")
    for path in styles:
        fetched = [first or second for first, second in IN_STYLE.findall(path.read_text())]
        assert [url for url in fetched if ELSEWHERE.match(url)] == []


def test_the_control_a_planted_stranger_is_noticed() -> None:
    page = '<link rel="stylesheet" href="https://cdn.example/a.css"><img alt="" src="//tracker.example/pixel.gif">'
    found = FETCHED.findall(page) + LINKED.findall(page)
    assert [url for url in found if ELSEWHERE.match(url)] == [
        "//tracker.example/pixel.gif",
        "https://cdn.example/a.css",
    ]


def test_every_answer_carries_a_strict_policy(client: Client, db: None) -> None:
    policy = client.get("/en/")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"https?:", policy)
