"""Every page that can be reached, in every language, on a small phone and a desk: axe finds nothing, no rule is off."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from kith.kernel.languages import INTERFACE_LANGUAGES
from proof.place import RunningPlace
from tests.journeys.addresses import Address, reachable
from tests.journeys.axe import violations
from tests.journeys.conftest import NewContext, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("journeys")]
LANGUAGES = [language.code for language in INTERFACE_LANGUAGES]
WIDTHS = (320, 1280)
SIGNED_IN = ["parent", "health-visitor", "coordinator", "admin"]


def in_language(path: str, language: str) -> str:
    return f"/{language}/{path.removeprefix('/en/')}" if path.startswith("/en/") else path


def faults(page: Page, address: Address, language: str) -> list[str]:
    page.goto(in_language(address.path, language), wait_until="load")
    direction = page.locator("html").get_attribute("dir")
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    said = [f"{address.name}: {each}" for each in violations(page)]
    said += [f"{address.name}: {wide} px wider than the window"] * (wide > 0)
    said += [f"{address.name}: dir is {direction}"] * (direction != ("rtl" if language == "ar" else "ltr"))
    return said


@pytest.mark.parametrize("role", [None, *SIGNED_IN])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_any_page(
    new_context: NewContext, place: RunningPlace, role: str | None, language: str
) -> None:
    found: list[str] = []
    for width in WIDTHS:
        context = new_context(viewport={"width": width, "height": 800}, locale=language)
        if role:
            sign_in(context, place, role)
        start = {None: "/en/", "parent": "/en/my/"}.get(role, "/desk/")
        page = context.new_page()
        for address in reachable(context, place, start):
            if role and address.path.startswith("/en/") and "/my/" not in address.path:
                continue  # the public pages are looked at without signing in
            found += faults(page, address, language)
    assert found == []


def test_axe_is_awake(page: Page) -> None:
    page.goto("/en/")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x><input>')")
    assert {each.split(":")[0] for each in violations(page)} >= {"image-alt", "label"}
