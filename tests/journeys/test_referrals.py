"""A family is handed on: from hospital to health visiting and to another parent, never without her word."""

from __future__ import annotations

import re
import time
from email import policy
from email.parser import BytesParser
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from testing.addresses import sign_in
from testing.place import RunningPlace
from tests.journeys.conftest import NewContext, messages_of

pytestmark = pytest.mark.browser
HELPED = "The family got the help it came for"
SECONDS = 30
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "locale": "en-GB"}


def both_ways(*, in_each_run: bool) -> pytest.MarkDecorator:
    """With a script and without; `make test` walks the one, `make proof` the other."""
    ways = {True: "with JavaScript", False: "without JavaScript"}
    return pytest.mark.parametrize(
        "with_javascript",
        [
            pytest.param(way, marks=() if way is in_each_run else pytest.mark.thorough, id=name)
            for way, name in ways.items()
        ],
    )


@both_ways(in_each_run=True)
def test_hospital_to_health_visiting_to_another_parent_with_consent_in_romanian(
    new_context: NewContext, place: RunningPlace, *, with_javascript: bool
) -> None:
    mother = "Daria Trimisescu" if with_javascript else "Ilinca Plecatu"
    midwife, visitor, supporter = (
        _at_work(new_context, place, role, with_javascript=with_javascript)
        for role in ("midwife", "health-visitor", "peer-supporter")
    )
    family = _the_midwife_begins_a_record(midwife, mother)
    _refer(midwife, family, "Health visitor", "Health Visiting", "Romanian")
    sent = midwife.url
    _stands(midwife, sent, "Sent")

    _open_from_inbox(visitor, "to-answer", mother)
    expect(visitor.get_by_role("main")).to_contain_text("Romanian")
    expect(visitor.get_by_role("link", name="Open the family’s record")).to_have_count(0)
    _take_it_on(visitor)
    _they_speak_and_it_helps(visitor)
    _the_outcome_is_told(midwife, sent, mother)

    _she_lets_in(midwife, family, "Health Visiting")
    _refer(visitor, family, "Support from another parent", "Milk and Company", "Romanian")
    onward = visitor.url
    _open_from_inbox(supporter, "to-answer", mother)
    expect(supporter.get_by_role("main")).to_contain_text("Romanian")
    _say(supporter, "We have it")
    _stands(visitor, onward, "Received")
    _take_it_on(supporter)
    _stands(visitor, onward, "Accepted")
    supporter.get_by_role("button", name="Tried, no answer").click()
    _stands(visitor, onward, "First contact tried")
    _they_speak_and_it_helps(supporter)
    expect(supporter.get_by_role("main")).to_contain_text("has ended with it")
    _the_outcome_is_told(visitor, onward, mother)
    history = visitor.locator("section[aria-labelledby=history] .kith-moment__what")
    expect(history).to_have_text(
        ["Done", "In progress", "First contact tried (1)", "Accepted", "Received", "Sent"], use_inner_text=True
    )
    visitor.goto(family)
    expect(visitor.locator("section[aria-labelledby=referrals] .kith-row", has_text="Done")).to_have_count(2)


@both_ways(in_each_run=False)
def test_declined_with_another_offer_which_a_group_without_accounts_answers_by_its_link(
    new_context: NewContext, place: RunningPlace, *, with_javascript: bool
) -> None:
    mother = "Simona Refuzatu" if with_javascript else "Corina Altunde"
    midwife, supporter = (
        _at_work(new_context, place, role, with_javascript=with_javascript) for role in ("midwife", "peer-supporter")
    )
    family = _the_midwife_begins_a_record(midwife, mother)
    _refer(midwife, family, "Support from another parent", "Milk and Company", "Romanian")
    declined = midwife.url
    _open_from_inbox(supporter, "to-answer", mother)
    supporter.get_by_role("link", name="Decline").click()
    supporter.get_by_label("No places at present").check()
    supporter.locator("[name=receiver]").select_option(label="Parents Together (demonstration)")
    supporter.get_by_role("button", name="Decline").click()
    expect(supporter.get_by_role("main")).to_contain_text("has ended with it")

    midwife.goto(declined)
    expect(midwife.get_by_role("main")).to_contain_text("No places at present")
    midwife.get_by_role("link", name="Refer there").click()
    before = set(messages_of(place))
    midwife.locator("[name=urgency][value=routine]").check()
    _she_agrees(midwife, "Romanian")
    onward = midwife.url
    expect(midwife.get_by_role("main")).to_contain_text("Parents Together")

    group = new_context(java_script_enabled=with_javascript, **PHONE).new_page()
    _the_group_opens_its_link(group, place, before, mother)
    _take_it_on(group)
    _stands(midwife, onward, "Accepted")
    group.get_by_role("button", name="We have spoken").click()
    group.get_by_role("button", name="Finish").click()
    group.get_by_label(HELPED).check()
    group.get_by_role("button", name="Finish").click()
    expect(group.get_by_role("main")).to_contain_text("Whoever referred the family has been told")
    expect(group.get_by_role("main")).to_contain_text("has ended with it")
    assert group.context.cookies() == []
    _the_outcome_is_told(midwife, onward, mother)


def _at_work(new_context: NewContext, place: RunningPlace, role: str, *, with_javascript: bool) -> Page:
    context = new_context(java_script_enabled=with_javascript, **PHONE)
    sign_in(context, place, role)
    return context.new_page()


def _the_midwife_begins_a_record(page: Page, mother: str) -> str:
    given, family = mother.rsplit(" ", 1)
    page.goto("/desk/families/new/")
    page.locator("[name=given_name]").fill(given)
    page.locator("[name=family_name]").fill(family)
    page.locator("[name=speaks]").fill("Romanian")
    page.locator("[name=reads]").fill("Romanian")
    page.locator("[name=agreed]").check()
    page.get_by_role("main").locator("button[type=submit]").last.click()
    expect(page).to_have_url(re.compile(r"/desk/families/[0-9a-f-]{36}/"))
    return page.url.split("?")[0]


def _refer(page: Page, family: str, need: str, organisation: str, language: str) -> None:
    page.goto(family)
    page.get_by_role("link", name="Refer", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Is help needed at once?")
    page.get_by_role("link", name="None of these. Go on").click()
    page.get_by_role("link", name=need).click()
    page.locator(".kith-row", has_text=organisation).get_by_role("link", name="Choose").click()
    page.locator("[name=urgency][value=routine]").check()
    _she_agrees(page, language)


def _she_agrees(page: Page, language: str) -> None:
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_contain_text("Ask the parent first")
    page.locator("[name=agreed]").check()
    page.locator("[name=language]").select_option(label=language)
    page.locator("[name=with_interpreter]").check()
    page.get_by_role("button", name="Send").click()
    expect(page).to_have_url(re.compile(r"/desk/referrals/[0-9a-f-]{36}/"))


def _open_from_inbox(page: Page, section: str, mother: str) -> None:
    page.goto("/desk/referrals/")
    page.locator(f"section[aria-labelledby={section}]").get_by_role("link", name=mother).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(mother)


def _she_lets_in(page: Page, family: str, organisation: str) -> None:
    """The words are read to her in Romanian, and she lets the organisation open her record."""
    page.goto(f"{family}consents/ask/care/")
    assert page.locator(".kith-two__side").first.get_attribute("lang") == "ro"
    page.get_by_label(re.compile(organisation)).check()
    page.locator("[name=agrees][value=yes]").check()
    page.locator("[name=how][value=in_person]").check()
    page.locator("[name=interpreted_by][value=interpreter]").check()
    page.get_by_role("button", name="Write down her answer").click()
    expect(page.get_by_text("Her answer is written down.")).to_be_visible()


def _take_it_on(page: Page) -> None:
    page.get_by_role("button", name="Accept").click()
    expect(page.locator(".nhsuk-tag").first).to_have_text("Accepted")


def _they_speak_and_it_helps(page: Page) -> None:
    page.get_by_role("button", name="We have spoken").click()
    page.get_by_role("link", name="Finish").click()
    page.get_by_label(HELPED).check()
    page.get_by_role("button", name="Finish").click()
    expect(page.locator(".nhsuk-tag").first).to_have_text("Done")


def _say(page: Page, act: str) -> None:
    """One of the rarer acts, behind "Something else"."""
    page.get_by_text("Something else").click()
    page.get_by_role("button", name=act).click()


def _stands(page: Page, referral: str, state: str) -> None:
    page.goto(referral)
    expect(page.locator(".nhsuk-tag").first).to_have_text(state)


def _the_outcome_is_told(page: Page, referral: str, mother: str) -> None:
    """What became of it stands among the referrer's news and, with its reason, on the referral."""
    page.goto("/desk/referrals/")
    expect(page.locator("section[aria-labelledby=news] .kith-row", has_text=mother).first).to_contain_text("Done")
    _stands(page, referral, "Done")
    expect(page.get_by_role("main")).to_contain_text(HELPED)


def _the_group_opens_its_link(page: Page, place: RunningPlace, before: set[Path], mother: str) -> None:
    """The link comes by e-mail, the code apart from it; neither says who it is about."""
    letter = _new_message(place, before, r"/referral-answers/[\w-]+/")
    assert mother not in letter[1]
    page.goto(letter[0])
    expect(page.get_by_role("main")).not_to_contain_text(mother)
    asked = set(messages_of(place))
    page.get_by_role("button", name="Send the code").click()
    code, text = _new_message(place, asked, r"(?<!\d)\d{6}(?!\d)")
    assert mother not in text
    page.get_by_label("The code", exact=True).fill(code)
    page.get_by_role("button", name="Open").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(mother)
    expect(page.get_by_role("main")).to_contain_text("Romanian")


def _new_message(place: RunningPlace, before: set[Path], wanted: str) -> tuple[str, str]:
    """What was looked for in a message sent since, and the whole message."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        for path in set(messages_of(place)) - before:
            text = _text_of(path)
            if found := re.search(wanted, text):
                return found[0], text
        time.sleep(0.2)
    raise AssertionError(f"no message with {wanted} within {SECONDS} s")


def _text_of(path: Path) -> str:
    if path.suffix != ".eml":
        return path.read_text()
    body = BytesParser(policy=policy.default).parsebytes(path.read_bytes()).get_body(("plain",))  # type: ignore[attr-defined]
    return str(body.get_content())
