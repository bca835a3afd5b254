"""A mother books a course of several dates with her partner and an interpreter, without a script too."""

from __future__ import annotations

import re
from email import message_from_bytes, policy

import pytest
from playwright.sync_api import Page, expect

from testing.place import RunningPlace
from tests.journeys.conftest import NewContext, messages_of

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("lang", "script"),
    [
        ("ro", False),
        pytest.param("en", True, marks=pytest.mark.thorough),
        pytest.param("ar", True, marks=pytest.mark.thorough),
    ],
)
def test_a_course_is_booked_as_one_by_one_proof(
    new_context: NewContext, place: RunningPlace, lang: str, script: bool
) -> None:
    window = new_context(viewport={"width": 390, "height": 844}, java_script_enabled=script).new_page()
    address = _course(window, lang)
    window.goto(address)
    window.locator("a[href$='/book/']").first.click()
    window.locator("input[name=name]").fill("Invented Mother")
    window.locator("input[name=contact]").fill(f"course-{lang}@example.org")
    window.locator("input[name=places][value=co_parent]").check()
    window.locator("input[name=interpreter][value=yes]").check()
    window.locator("select[name=interpreter_language]").select_option("ur")
    window.locator("main form button[type=submit]").first.click()
    expect(window).to_have_url(re.compile(r"/held/"))
    window.locator("input[name=code]").fill(_code_sent(window, place, f"course-{lang}@example.org"))
    window.locator("main form button[type=submit]").first.click()
    expect(window).to_have_url(re.compile(r"/course-places/"))
    assert window.locator("ol.kith-dates li").count() >= 2
    window.locator("button[name=do][value=cancel]").click()
    expect(window.locator("input[name=sure]")).to_have_count(1)


def _course(window: Page, lang: str) -> str:
    """The page of a course, by way of the page of its first date: any course date says what it is part of."""
    for number in range(1, 20):
        answer = window.goto(f"/{lang}/courses/{number}/")
        if answer and answer.ok and window.locator(f"a[href='/{lang}/courses/{number}/book/']").count():
            return f"/{lang}/courses/{number}/"
    raise AssertionError("no course can be booked in this place")


def _code_sent(window: Page, place: RunningPlace, to: str) -> str:
    """The code of the newest letter to this mailbox."""
    for _ in range(60):
        letters = [path for path in messages_of(place) if path.suffix == ".eml"]
        for each in reversed([message_from_bytes(path.read_bytes(), policy=policy.default) for path in letters]):
            body = each.get_body(("plain",)) if to in str(each["to"]) else None
            if body and (found := re.search(r"(?<!\d)\d{6}(?!\d)", body.get_content())):
                return found[0]
        window.wait_for_timeout(500)
    raise AssertionError("no code was sent")
