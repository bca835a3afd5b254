"""Trust in a real browser: consent withdrawn closes the record in the same breath; a death silences every room."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from testing.addresses import sign_in
from testing.outbox import confirm
from testing.place import RunningPlace
from tests.journeys.conftest import NewContext, messages_of

pytestmark = pytest.mark.browser
SECONDS = 30


def test_consent_given_in_romanian_opens_the_record_and_withdrawn_closes_it_at_once(
    new_context: NewContext, place: RunningPlace
) -> None:
    desk = _at_work(new_context, place, "midwife")
    page = desk.new_page()
    family = _begins_a_record(page, "Mirela Trustescu")
    worker = _at_work(new_context, place, "outreach-worker").new_page()
    assert _status(worker, family) == 404

    _asks(page, family, "Family Hubs")
    assert _status(worker, family) == 200

    page.goto(f"{family}consents/")
    row = page.locator(".kith-row", has_text="Family Hubs")
    row.get_by_role("button").click()
    expect(page.get_by_text("Everybody named here is told.")).to_be_visible()
    assert _status(worker, family) == 200
    page.get_by_role("button", name="Withdraw", exact=True).click()
    expect(page.get_by_text("They can no longer see the record.")).to_be_visible()
    assert _status(worker, family) == 404
    assert _status(page, family) == 200


def test_a_death_silences_what_waits_in_every_room(new_context: NewContext, place: RunningPlace) -> None:
    page = _at_work(new_context, place, "health-visitor").new_page()
    phone = new_context(locale="ro-RO").new_page()
    mother, address = "Doina Linistea", "doina@example.invalid"
    booking = _books(phone, place, mother, address)
    _wait_for(lambda: len(_letters_to(place, address)) == 2)

    family = _finds(page, mother)
    _writes_the_death_down(page, family, mother)
    expect(page.get_by_text("0808 802 6868").first).to_be_visible()
    _wait_for(lambda: "book-again" in _content(phone, booking))
    assert len(_letters_to(place, address)) == 2, "a message went out after the death was written down"

    _wait_for(lambda: _is_a_next_step(page, mother))
    assert page.locator("section[aria-labelledby=due], section[aria-labelledby=unled]", has_text=mother).count() == 0


def _is_a_next_step(page: Page, mother: str) -> bool:
    """FamilyContext by the worker a moment after the death was written down."""
    page.goto("/desk/today/")
    return page.locator("section[aria-labelledby=next-steps] .kith-row", has_text=mother).count() == 1


def _at_work(new_context: NewContext, place: RunningPlace, role: str) -> BrowserContext:
    context = new_context(locale="en-GB")
    sign_in(context, place, role)
    return context


def _begins_a_record(page: Page, name: str) -> str:
    """Writes a family down and says at which address it stands."""
    given, _, family_name = name.partition(" ")
    page.goto("/desk/families/new/")
    page.locator("[name=given_name]").fill(given)
    page.locator("[name=family_name]").fill(family_name)
    page.locator("[name=speaks]").fill("Romanian")
    page.locator("[name=reads]").fill("Romanian")
    _fill_day(page, "baby_on", date.today() - timedelta(weeks=3))  # noqa: DTZ011  # the server's clock is the machine's
    page.locator("[name=agreed]").check()
    page.get_by_role("main").get_by_role("button").last.click()
    expect(page).to_have_url(re.compile(r"/desk/families/[0-9a-f-]{36}/"))
    return page.url.split("?")[0]


def _asks(page: Page, family: str, organisation: str) -> None:
    """Reads her the words in Romanian and writes down that she agrees."""
    page.goto(f"{family}consents/ask/peer_support/")
    hers = page.locator(".kith-two__side").first
    assert hers.get_attribute("lang") == "ro"
    page.get_by_label(re.compile(organisation)).check()
    page.locator("[name=agrees][value=yes]").check()
    page.locator("[name=how][value=in_person]").check()
    page.locator("[name=interpreted_by][value=interpreter]").check()
    page.get_by_role("button", name="Write down her answer").click()
    expect(page.get_by_text("Her answer is written down.")).to_be_visible()


def _books(page: Page, place: RunningPlace, name: str, address: str) -> str:
    """Books a place with consent to health visiting, and confirms it; says the address of the booking."""
    page.goto("/go/feeding-clinic/")
    page.locator("a[href$='/book/']").first.click()
    page.locator("[name=name]").fill(name)
    page.locator("[name=contact]").fill(address)
    page.locator("[name=places][value='1']").check()
    page.locator("[name=interpreter][value=no]").check()
    _fill_day(page, "baby_on", date.today() - timedelta(weeks=7))  # noqa: DTZ011  # the server's clock is the machine's
    page.locator("[name=consent][value=yes]").check()
    page.get_by_role("main").get_by_role("button").click()
    confirm(page, place, address)
    expect(page).to_have_url(re.compile(r"/ro/bookings/[\w-]+/$"))
    return page.url


def _finds(page: Page, mother: str) -> str:
    page.goto("/desk/today/")
    page.get_by_role("link", name=mother).first.click()
    return page.url.split("?")[0]


def _writes_the_death_down(page: Page, family: str, mother: str) -> None:
    page.goto(f"{family}bereavement/")
    page.locator("[name=who]").first.check()
    caller = page.locator("[name=caller] option", has_text="Helen Marlowe").first.get_attribute("value")
    page.locator("[name=caller]").select_option(caller)
    page.get_by_role("button", name="Next").click()
    page.locator("[name=name]").fill(mother.lower())
    page.get_by_role("button", name="Write it down").click()
    expect(page.get_by_text("Nothing more will be sent to this family.")).to_be_visible()


def _fill_day(page: Page, name: str, day: date) -> None:
    for part in ("day", "month", "year"):
        page.locator(f"[name={name}_{part}]").fill(str(getattr(day, part)))


def _status(page: Page, address: str) -> int:
    answer = page.context.request.get(address, max_redirects=0)
    return answer.status


def _content(page: Page, address: str) -> str:
    return page.context.request.get(address).text()


def _letters_to(place: RunningPlace, address: str) -> list[str]:
    return [path.name for path in messages_of(place) if address in path.read_text(errors="replace")]


def _wait_for(fact: Callable[[], bool]) -> None:
    deadline = time.monotonic() + SECONDS
    while not fact():
        assert time.monotonic() < deadline, f"nothing of the kind within {SECONDS} s"
        time.sleep(0.3)
