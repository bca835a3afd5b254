"""Every page of the house: its words can be translated, nothing in it points at nothing, and axe finds no fault.

The pages are drawn once, in an invented language; those that together have every part are drawn again in languages that
people read, and looked at on a small phone or a desk. F28 looks at all of every page of a demonstration, at every width
in every language; F30 and F45 read the words of one.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pytest
from django.db import transaction
from playwright.sync_api import Browser, Page
from pytest_django import DjangoDbBlocker

from kith.kernel import clock
from kith.kernel.languages import interface_language
from testing.axe import bring_along, thin_out, violations
from testing.browser import SHORT_SCRIPTS
from testing.browser import browser as chromium
from testing.clock import TEST_NOW, TestClock
from testing.connection import connected_to
from testing.markup import few_with_every_part, read
from testing.public_pages import OPEN_ALL
from testing.standing import standing
from tests.access.world import World
from tests.every_page import Look, looks, shown
from tests.test_no_hard_coded_words import (
    NOT_FOR_READERS,
    PSEUDO,
    Known,
    hard_coded,
    pseudo_locale,
    texts_of_the_database,
)

pytestmark = pytest.mark.browser
DRAWN = "(({dir, scrollWidth, clientWidth}) => [dir, scrollWidth - clientWidth])(document.documentElement)"
# The pages that have every part take turns: each is looked at in one of these ways, and what belongs to every page, its
# frame, in all of them.
WIDTHS = {"en": (320, 1280), "ro": (320,), "ar": (320,)}
TURNS = [(language, width) for language, widths in WIDTHS.items() for width in widths]


@dataclass(frozen=True)
class House:
    """Every page in the invented language, what is data in it, and the pages to look at by language and width."""

    pages: Mapping[Look, str]
    known: Known
    to_look_at: Mapping[tuple[str, int], Mapping[str, str]]


@pytest.fixture(scope="module")
def house(
    built_world: tuple[str, World], django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> House:
    """The pages, drawn before a browser starts: its event loop keeps Django from the database while it runs."""
    name, world = built_world
    logging.disable(logging.ERROR)  # of forms sent in empty
    with django_db_blocker.unblock(), connected_to(name), clock.use(TestClock(TEST_NOW)), transaction.atomic():
        with pseudo_locale(tmp_path_factory.mktemp("pseudo")):
            known = texts_of_the_database()
            pages = {look: page for look in looks() if (page := shown(world, look, PSEUDO))}
        chosen = few_with_every_part({look: read(page).parts for look, page in pages.items()})
        to_look_at = {
            (language, width): {f"/{look}": shown(world, look, language) for look in chosen[number :: len(TURNS)]}
            for number, (language, width) in enumerate(TURNS)
        }
        transaction.set_rollback(True)
    logging.disable(logging.NOTSET)
    return House(pages, known, to_look_at)


@pytest.fixture(scope="module")
def browser(house: House) -> Iterator[Browser]:
    """Chromium, when everything is drawn."""
    with chromium(SHORT_SCRIPTS) as started:
        yield started


def test_nearly_every_address_shows_a_page(house: House) -> None:
    assert len(house.pages) > 400
    assert {each.address.name for each in house.pages} >= {
        *("home", "help-now", "find-support", "session", "book", "our-numbers", "accessibility", "privacy", "sources"),
        *("advice-page", "advice-easy", "staff-sign-in", "demonstration", "my-page"),
        *("today", "family", "record-feeding", "register", "gallery"),
    }


def test_every_word_on_a_page_can_be_translated(house: House) -> None:
    found = {
        f"{look}: {words}"
        for look, page in house.pages.items()
        if look.address.name not in NOT_FOR_READERS
        for words in hard_coded(page, house.known)
    }
    assert sorted(found) == []


def test_no_label_points_at_nothing_and_no_id_stands_twice(house: House) -> None:
    assert {str(look): faults for look, page in house.pages.items() if (faults := read(page).faults)} == {}


def test_each_page_with_a_part_of_its_own_has_its_turn(house: House) -> None:
    chosen = [path for pages in house.to_look_at.values() for path in pages]
    assert len(chosen) == len(set(chosen)) > 50
    assert all(page for pages in house.to_look_at.values() for page in pages.values())


@pytest.mark.parametrize(("language", "width"), TURNS)
def test_axe_finds_nothing(house: House, browser: Browser, language: str, width: int) -> None:
    pages = house.to_look_at[language, width]
    with standing(pages) as address, browser.new_context(base_url=address, locale=language) as context:
        bring_along(context)
        page = context.new_page()
        assert [f"{path}: {fault}" for path in pages for fault in faults_at(page, path, language, width)] == []


def faults_at(page: Page, path: str, language: str, width: int) -> Iterator[str]:
    """What is wrong with a page: drawn at each width, then thinned out under axe at this one."""
    page.set_viewport_size({"width": WIDTHS[language][0], "height": 800})
    page.goto(path, wait_until="load")
    page.evaluate(OPEN_ALL)
    for each in WIDTHS[language]:
        page.set_viewport_size({"width": each, "height": 800})
        yield from ill_drawn(page, language)
    thin_out(page)
    page.set_viewport_size({"width": width, "height": 800})
    yield from violations(page)


def ill_drawn(page: Page, language: str) -> list[str]:
    direction, wide = page.evaluate(DRAWN)
    said = [f"{wide} px wider than the window"] * (wide > 0)
    return said + [f"dir is {direction}"] * (direction != interface_language(language).direction)
