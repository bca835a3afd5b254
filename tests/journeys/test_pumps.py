"""A pump for a baby in a neonatal unit on the same day, its tag read from a photo; and a mother's own pump."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from testing.addresses import sign_in
from testing.axe import violations
from testing.photos import photo_of
from testing.place import RunningPlace
from tests.journeys.conftest import NewContext

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
WITHOUT_SCRIPT = PHONE | {"java_script_enabled": False}


@pytest.mark.parametrize(
    ("lang", "script"),
    [
        ("en", True),
        pytest.param("ro", False, marks=pytest.mark.thorough),
        pytest.param("ar", True, marks=pytest.mark.thorough),
    ],
)
def test_a_neonatal_family_has_its_pump_the_same_day(
    new_context: NewContext, place: RunningPlace, lang: str, script: bool
) -> None:
    locale = "en-GB" if lang == "en" else lang
    context = new_context(locale=locale, **(PHONE if script else WITHOUT_SCRIPT))
    sign_in(context, place, "feeding-lead")
    page = context.new_page()
    page.goto("/desk/pumps/line/")
    _look(page, script)
    held = page.locator("section, main").first.locator("ul.kith-rows").first.get_by_role("link").first
    tag = page.locator(".kith-row__facts bdi").first.inner_text()
    held.click()
    page.locator('main a[href$="/hand-over/"]').click()
    _send_photo(page, [tag])
    page.locator("main form", has=page.locator("input[name=picture]")).locator("button").last.click()
    expect(page).to_have_url(re.compile(r"/desk/pumps/loans/\d+/hand-over/$"))
    _look(page, script)
    page.locator("input[name=talked][value=interpreter]").check(force=True)
    page.locator("input[name=shown_how][value=yes]").check(force=True)
    page.locator("input[name=agrees_to_reminders][value=yes]").check(force=True)
    page.locator("main form", has=page.locator("[name=talked]")).locator("button").last.click()
    expect(page).to_have_url(re.compile(r"/desk/pumps/loans/\d+/$"))
    _look(page, script)
    # Others wait, so it is not kept longer; it comes back, and is cleaned and checked before the next family has it.
    page.locator("main form:not([action])").locator("button").first.click()
    expect(page.get_by_role("main").get_by_role("alert")).to_have_count(1)
    if lang == "en":
        expect(page.get_by_role("main")).to_contain_text("cannot be kept longer")
    page.locator('main a[href$="/return/"]').click()
    page.locator("input[name=condition][value=complete]").check(force=True)
    page.locator("input[name=helped][value=yes]").check(force=True)
    page.get_by_role("main").locator("form button").last.click()
    page.locator('main a[href$="/check/"]').click()
    for point in page.locator("input[value=yes]").all():
        point.check(force=True)
    page.get_by_role("main").locator("form button").last.click()
    expect(page).to_have_url(re.compile(r"/desk/pumps/\d+/$"))
    expect(page.locator('main a[href$="/check/"]')).to_have_count(0)
    if lang == "en":
        expect(page.get_by_role("main")).to_contain_text("Kept for a family")
    _look(page, script)


@pytest.mark.parametrize(
    ("lang", "script"),
    [
        pytest.param("ro", False, marks=pytest.mark.thorough),
        pytest.param("ar", True, marks=pytest.mark.thorough),
    ],
)
def test_a_mother_arranges_the_return_in_her_language(
    new_context: NewContext, place: RunningPlace, lang: str, script: bool
) -> None:
    context = new_context(**(PHONE if script else WITHOUT_SCRIPT))
    sign_in(context, place, "parent")
    page = context.new_page()
    page.goto(f"/{lang}/my/pump/")
    page.locator("a[href$='/give-back/']").click()
    page.locator("main form button[type=submit]").last.click()
    expect(page.locator(".nhsuk-error-summary")).to_have_count(1)
    page.locator("input[name=how][value=brings]").check()
    page.locator("main form button[type=submit]").last.click()
    expect(page).to_have_url(re.compile(rf"/{lang}/my/pump/$"))
    expect(page.locator(".nhsuk-inset-text")).to_have_count(1)
    if script:
        assert violations(page) == []


@pytest.mark.thorough
def test_a_pump_that_is_late_is_collected_and_a_shelf_is_counted_by_a_photo(
    new_context: NewContext, place: RunningPlace
) -> None:
    context = new_context(**WITHOUT_SCRIPT)
    sign_in(context, place, "feeding-lead")
    page = context.new_page()
    page.goto("/desk/pumps/loans/")
    page.locator("li", has_text=re.compile("overdue", re.IGNORECASE)).get_by_role("link").first.click()
    page.get_by_role("link", name="How it comes back").click()
    page.locator("input[name=how][value=other_person]").check()
    page.get_by_label(re.compile("Who brings it")).fill("Her sister")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("main")).to_contain_text("Her sister")
    page.goto("/desk/pumps/count/")
    tags = page.locator("li .kith-row__name").all_inner_texts()[:3]
    _send_photo(page, tags)
    page.get_by_role("button", name="Count these").click()
    for tag in tags:
        expect(page.get_by_role("link", name=tag, exact=True)).to_have_count(0)
    _send_photo(page, [])
    page.get_by_role("button", name="Count these").click()
    expect(page.get_by_role("main")).to_contain_text("No tag can be read")


def _look(page: Page, script: bool) -> None:
    if script:
        assert violations(page) == []


def _send_photo(page: Page, tags: list[str]) -> None:
    photo = {"name": "tag.jpg", "mimeType": "image/jpeg", "buffer": photo_of(tags)}
    details = page.locator("details:not([open])", has=page.locator("input[name=picture]"))
    if details.count():
        details.first.locator("summary").click()
    page.locator("input[name=picture]").set_input_files(photo)  # type: ignore[arg-type]  # as the browser takes it
