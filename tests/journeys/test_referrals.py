"""A family is handed on: from hospital to health visiting and to another parent, never without her word."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from proof.place import RunningPlace
from tests.journeys.conftest import NewContext, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("journeys")]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "locale": "en-GB"}


@pytest.mark.parametrize("with_javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
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
    referral = midwife.url
    expect(midwife.get_by_role("main")).to_contain_text("Sent")

    _open_from_tray(visitor, "to-answer", mother)
    expect(visitor.get_by_role("main")).to_contain_text("Romanian")
    expect(visitor.get_by_role("link", name="Open the family’s record")).to_have_count(0)
    visitor.get_by_role("button", name="Accept").click()
    visitor.get_by_role("button", name="We have spoken").click()
    visitor.get_by_role("link", name="Finish").click()
    visitor.get_by_label("The family got the help it came for").check()
    visitor.get_by_role("button", name="Finish").click()
    midwife.goto(referral)
    expect(midwife.get_by_role("main")).to_contain_text("The family got the help it came for")

    _refer(midwife, family, "Support from another parent", "Milk and Company", "Romanian")
    referral = midwife.url
    _open_from_tray(supporter, "to-answer", mother)
    supporter.get_by_role("link", name="Decline").click()
    supporter.get_by_label("No places at present").check()
    supporter.locator("[name=receiver]").select_option(label="Parents Together (demonstration)")
    supporter.get_by_role("button", name="Decline").click()
    expect(supporter.get_by_role("main")).to_contain_text("has ended with it")

    midwife.goto(referral)
    expect(midwife.get_by_role("main")).to_contain_text("No places at present")
    midwife.get_by_role("link", name="Refer there").click()
    _she_agrees(midwife, "Romanian")
    expect(midwife.get_by_role("main")).to_contain_text("Parents Together")
    midwife.goto(family)
    expect(midwife.locator("section[aria-labelledby=referrals] .kith-row")).to_have_count(3)


def _at_work(new_context: NewContext, place: RunningPlace, role: str, *, with_javascript: bool) -> Page:
    context = new_context(java_script_enabled=with_javascript, **PHONE)
    sign_in(context, place, role)
    return context.new_page()


def _the_midwife_begins_a_record(page: Page, mother: str) -> str:
    given, family = mother.rsplit(" ", 1)
    page.goto("/desk/families/new/")
    page.locator("[name=given_name]").fill(given)
    page.locator("[name=family_name]").fill(family)
    page.locator("[name=speaks]").select_option("ro")
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
    _she_agrees(page, language)


def _she_agrees(page: Page, language: str) -> None:
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_contain_text("Ask the parent first")
    page.locator("[name=agreed]").check()
    page.locator("[name=language]").select_option(label=language)
    page.locator("[name=with_interpreter]").check()
    page.get_by_role("button", name="Send").click()
    expect(page).to_have_url(re.compile(r"/desk/referrals/[0-9a-f-]{36}/"))


def _open_from_tray(page: Page, section: str, mother: str) -> None:
    page.goto("/desk/referrals/")
    page.locator(f"section[aria-labelledby={section}]").get_by_role("link", name=mother).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(mother)
