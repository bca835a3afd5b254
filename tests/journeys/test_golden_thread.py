"""The first half of the golden thread, as one family and one health visitor walk it. It must never break."""

from __future__ import annotations

import re
import time
from datetime import date, timedelta
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import cast

import pytest
from playwright.sync_api import Locator, Page, expect

from kith.kernel import clock
from kith.kernel.quarter import Quarter
from testing.addresses import sign_in
from testing.outbox import confirm
from testing.place import RunningPlace
from tests.journeys.conftest import NewContext, messages_of

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
SECONDS_TO_SEND = 20
DAYS_UNTIL_NUMBERS_SHOW = 40


@pytest.mark.parametrize(
    ("with_javascript", "code", "title"),
    [
        pytest.param(True, "feeding-clinic", "Clinică", id="with JavaScript", marks=pytest.mark.thorough),
        pytest.param(False, "saturday-course", "Curs de sâmbătă", id="without JavaScript"),
    ],
)
def test_a_mother_books_in_romanian_and_her_baby_is_counted(
    new_context: NewContext, place: RunningPlace, *, with_javascript: bool, code: str, title: str
) -> None:
    mother = f"Ilinca {'Cu' if with_javascript else 'Fara'} Probescu"
    address = f"ilinca-{'js' if with_javascript else 'plain'}@example.invalid"
    her_phone = new_context(locale="ro-RO", java_script_enabled=with_javascript, **PHONE).new_page()

    _she_scans_the_printed_code_and_reads_romanian(her_phone, code, title)
    _she_asks_for_two_places_with_an_interpreter(her_phone, mother, address)

    desk = new_context(locale="en-GB", java_script_enabled=with_javascript)
    sign_in(desk, place, "health-visitor")
    page = desk.new_page()
    analysts = _analysts_page(new_context, place, with_javascript=with_javascript)
    _nobody_at_work_knows_of_her_yet(page, mother)
    unproven, public = _live_numbers(analysts), _what_is_public(page)
    _she_opens_the_link_that_was_sent_to_her_and_taps(her_phone, place, address)
    _the_confirmation_comes_in_romanian(place, address)
    before = _live_numbers(analysts)
    assert before["due"] == unproven["due"] + 1
    _the_health_visitor_finds_her_on_today_and_leads(page, mother)
    _records_how_the_baby_is_fed(page, mother)
    assert _what_is_public(page) == public
    after = _live_numbers(analysts)
    assert (after["totally or partially"], after["not known"]) == (
        before["totally or partially"] + 1,
        before["not known"] - 1,
    )
    assert after["due"] == before["due"]


def test_the_public_page_moves_after_a_person_has_released_a_quarter(
    new_context: NewContext, place: RunningPlace
) -> None:
    page = _analysts_page(new_context, place, with_javascript=False)
    before = _what_is_public(page)
    page.goto("/desk/numbers/releases/")
    waiting = page.locator(".kith-row", has_text="Not released yet").first
    quarter = waiting.locator(".kith-row__name").inner_text()
    waiting.get_by_role("link").click()
    expect(page.get_by_role("heading", name="What everybody will read")).to_be_visible()
    page.locator("[name=note]").fill("Counted and checked by two people.")
    page.get_by_role("button", name="Release it").click()
    expect(page.get_by_role("main")).to_contain_text("Everybody can read it now")
    assert _what_is_public(page) != before
    page.goto("/en/our-numbers/")
    expect(page.get_by_role("table").first).to_contain_text(quarter)
    expect(page.get_by_role("main")).to_contain_text("Counted and checked by two people.")


def _she_scans_the_printed_code_and_reads_romanian(page: Page, code: str, title: str) -> None:
    page.goto(f"/go/{code}/")
    expect(page).to_have_url(re.compile(r"/ro/sessions/\d+/$"))
    assert page.locator("html").get_attribute("lang") == "ro"
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)


def _she_asks_for_two_places_with_an_interpreter(page: Page, mother: str, address: str) -> None:
    page.locator("a[href$='/book/']").first.click()
    born_on = _due_on() - timedelta(weeks=8)
    page.locator("[name=name]").fill(mother)
    page.locator("[name=contact]").fill(address)
    page.locator("[name=places][value='2']").check()
    page.locator("[name=interpreter][value=yes]").check()
    page.locator("[name=interpreter_language]").select_option("ro")
    for part in ("day", "month", "year"):
        page.locator(f"[name=baby_on_{part}]").fill(str(getattr(born_on, part)))
    page.locator("[name=consent][value=yes]").check()
    page.get_by_role("main").get_by_role("button").click()
    expect(page).to_have_url(re.compile(r"/ro/sessions/\d+/held/[\w-]+/$"))
    expect(page.get_by_role("main")).to_contain_text(address)
    assert page.context.cookies() == []


def _nobody_at_work_knows_of_her_yet(page: Page, mother: str) -> None:
    page.goto("/desk/today/")
    expect(page.get_by_role("main")).not_to_contain_text(mother)


def _she_opens_the_link_that_was_sent_to_her_and_taps(page: Page, place: RunningPlace, address: str) -> None:
    confirm(page, place, address)
    expect(page).to_have_url(re.compile(r"/ro/bookings/[\w-]+/$"))
    assert page.context.cookies() == []
    calendar = page.context.request.get(page.url + "kith.ics")
    assert calendar.headers["content-type"].startswith("text/calendar")
    assert "BEGIN:VEVENT" in calendar.text()


def _the_confirmation_comes_in_romanian(place: RunningPlace, address: str) -> None:
    deadline = time.monotonic() + SECONDS_TO_SEND
    while len(letters := [letter for letter in _letters(place) if letter["To"] == address]) < 2:
        assert time.monotonic() < deadline, f"no confirmation to {address} within {SECONDS_TO_SEND} s"
        time.sleep(0.2)
    asked, booked = letters
    assert list(asked.iter_attachments()) == []
    body = booked.get_body(("plain",))
    assert body is not None
    assert asked["Content-Language"] == booked["Content-Language"] == "ro"
    assert "locuri" in body.get_content()
    assert [part.get_content_type() for part in booked.iter_attachments()] == ["text/calendar"]


def _letters(place: RunningPlace) -> list[EmailMessage]:
    parser = BytesParser(policy=policy.default)
    files = [path for path in messages_of(place) if path.suffix == ".eml"]
    return [cast("EmailMessage", parser.parsebytes(path.read_bytes())) for path in files]


def _the_health_visitor_finds_her_on_today_and_leads(page: Page, mother: str) -> None:
    page.goto("/desk/today/")
    unled = _row(page, "unled", mother)
    expect(unled).to_contain_text("Romanian")
    unled.get_by_role("button").click()
    expect(_row(page, "unled", mother)).to_have_count(0)


def _records_how_the_baby_is_fed(page: Page, mother: str) -> None:
    page.goto("/desk/today/")
    _row(page, "due", mother).get_by_role("link", name=re.compile("Record")).click()
    page.locator("[name=status][value=partially]").check()
    page.locator("[name=source][value=in_person]").check()
    page.get_by_role("button", name="Record").click()
    expect(page).to_have_url(re.compile("/desk/today/"))
    expect(_row(page, "due", mother)).to_have_count(0)


def _row(page: Page, section: str, name: str) -> Locator:
    return page.locator(f"section[aria-labelledby={section}] .kith-row", has_text=name)


def _due_on() -> date:
    """Yesterday; early in a quarter the last day of the one before, whose numbers are too large to be hidden."""
    yesterday = clock.SystemClock().now().date() - timedelta(days=1)
    begun = Quarter.of(yesterday).first_day
    return yesterday if (yesterday - begun).days > DAYS_UNTIL_NUMBERS_SHOW else begun - timedelta(days=1)


def _analysts_page(new_context: NewContext, place: RunningPlace, *, with_javascript: bool) -> Page:
    context = new_context(locale="en-GB", java_script_enabled=with_javascript)
    sign_in(context, place, "analyst")
    return context.new_page()


def _what_is_public(page: Page) -> list[bytes]:
    """The numbers, their table and all releases, byte for byte."""
    return [page.context.request.get(f"/en/our-numbers/{path}").body() for path in ("", "feeding.csv", "releases/")]


def _live_numbers(page: Page) -> dict[str, int]:
    """The sums of the desk's table over all its quarters, as they stand now."""
    page.goto("/desk/numbers/")
    table = page.get_by_role("table").first
    columns = [cell.inner_text() for cell in table.locator("thead th").all()]
    wanted = {
        "totally or partially": "Totally or partially breastfed",
        "due": "Babies due",
        "not known": "Feeding not known",
    }
    return {
        name: sum(
            int(row.locator("th, td").nth(columns.index(heading)).inner_text().replace(",", ""))
            for row in table.locator("tbody tr").all()
        )
        for name, heading in wanted.items()
    }
