"""The day of a session on a phone: taps and their undoing, a person who rings, all families written to, the paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from testing.addresses import sign_in
from testing.place import RunningPlace
from tests.journeys.conftest import NewContext

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "locale": "en-GB"}
THUMB = 44


@pytest.mark.parametrize(
    "with_javascript",
    [
        pytest.param(True, marks=pytest.mark.thorough, id="with JavaScript"),
        pytest.param(False, id="without JavaScript"),
    ],
)
def test_a_coordinator_keeps_the_register_in_one_hand(
    new_context: NewContext, place: RunningPlace, *, with_javascript: bool
) -> None:
    context = new_context(java_script_enabled=with_javascript, **PHONE)
    sign_in(context, place, "coordinator")
    page = context.new_page()
    register = _open_the_register_of_a_session_to_come(page)
    name = "Bianca Tastescu" if with_javascript else "Corina Butonescu"
    _book_for_her_who_rings(page, name)

    row = _family(page, name)
    expect(row).to_contain_text("Twins")
    expect(row).to_contain_text("With the other parent")
    _tap(row, "Arrived")
    expect(row).to_contain_text("Arrived")
    _tap(row, "Left early")
    expect(row).to_contain_text("Left early")
    _tap(row, "Undo: still here")
    _tap(row, "Undo")
    expect(row.get_by_role("button", name=f"Did not come {name}")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth") if with_javascript else True

    _write_to_everybody(page)
    _she_rings_again_and_cancels(page, name)
    page.goto(register)
    expect(_family(page, name)).to_have_count(0)


def test_the_paper_has_ten_names_a_page(new_context: NewContext, place: RunningPlace) -> None:
    context = new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    sign_in(context, place, "coordinator")
    page = context.new_page()
    page.goto(f"{_open_the_register_of_a_session_to_come(page)}print/")
    page.emulate_media(media="print")
    sheets = page.locator(".kith-paper")
    for sheet in sheets.all():
        expect(sheet.locator("tbody tr")).to_have_count(10)
        assert sheet.evaluate("each => each.scrollWidth <= each.clientWidth")


def _open_the_register_of_a_session_to_come(page: Page) -> str:
    """That of the next evening course, which can still be booked."""
    page.goto("/go/evening-course/")
    session_id = page.url.rstrip("/").rsplit("/", 1)[1]
    page.goto(f"/desk/sessions/{session_id}/")
    return page.url


def _book_for_her_who_rings(page: Page, name: str) -> None:
    page.get_by_role("link", name="Book for somebody who rings").click()
    page.get_by_label("Their name").fill(name)
    page.get_by_label("Their mobile number or e-mail").fill(f"{name.replace(' ', '.').lower()}@example.org")
    page.get_by_label("In which language shall we write to them?").select_option("ro")
    page.locator("[name=places][value=co_parent]").check()
    page.locator("[name=babies]").select_option("2")
    page.get_by_role("main").get_by_role("button", name="Book").click()
    expect(page).to_have_url(re.compile(r"/desk/sessions/\d+/#b[\w-]+$"))


def _family(page: Page, name: str) -> Locator:
    return page.locator(".kith-register__family").filter(has_text=name)


def _tap(row: Locator, words: str) -> None:
    button = row.get_by_role("button", name=re.compile(f"^{words} ")).first
    box = button.bounding_box()
    assert box
    assert box["height"] >= THUMB
    button.click()


def _write_to_everybody(page: Page) -> None:
    page.get_by_role("link", name="Write to everybody").click()
    page.get_by_label("We are in another room today. Ask at the front desk.").check()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("main")).to_contain_text(re.compile(r"It goes to \d+ famil"))
    page.get_by_role("button", name="Yes, send it").click()
    expect(page.get_by_role("main")).to_contain_text("It is on its way to everybody who is expected.")


def _she_rings_again_and_cancels(page: Page, name: str) -> None:
    row = _family(page, name)
    row.get_by_text("They rang, or a death in the family").click()
    row.get_by_role("button", name=re.compile("They rang: cancel it")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cancel this booking for them?")
    page.get_by_role("button", name="Yes, cancel it").click()
