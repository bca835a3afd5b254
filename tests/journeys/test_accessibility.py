"""A form that comes back with errors is as accessible as before, and axe itself is awake.

What axe finds on every page of the house stands in `tests/test_every_page.py`.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from testing.axe import thin_out, violations
from tests.journeys.conftest import NewContext
from tests.test_every_page import WIDTHS, ill_drawn

pytestmark = pytest.mark.browser
# Faults in one row of two dozen that are alike, of each kind that is looked for again, and one of structure.
PLANT = """document.querySelector("main").insertAdjacentHTML("beforeend", `<ul>${"<li>A row</li>".repeat(24)}
  <li><img src=x><input><span role="button" tabindex="0"></span><span role="option">One</span>
    <b id="pale">Call us</b></li></ul>`);
document.getElementById("pale").style.cssText = "color: #ccc; background: #fff";"""


@pytest.mark.parametrize("language", WIDTHS)
def test_axe_finds_nothing_when_a_form_comes_back_with_errors(new_context: NewContext, language: str) -> None:
    page = new_context(locale=language, viewport={"width": 320, "height": 800}).new_page()
    page.goto("/go/feeding-clinic/")
    page.locator("a[href$='/book/']").first.click()
    page.get_by_role("main").get_by_role("button").click()
    expect(page.locator(".nhsuk-error-summary")).to_have_count(1)
    assert [*ill_drawn(page, language), *violations(page)] == []


def test_axe_is_awake_in_the_one_odd_row_of_many_and_when_it_looks_again(page: Page) -> None:
    page.goto("/en/")
    page.evaluate(PLANT)
    assert thin_out(page) >= 20
    everything, again = (rules_broken(page, again=again) for again in (False, True))
    assert again >= {"image-alt", "label", "color-contrast", "aria-command-name"}
    assert everything - again == {"aria-required-parent"}


def rules_broken(page: Page, *, again: bool) -> set[str]:
    return {each.split(":")[0] for each in violations(page, again=again)}


def test_axe_says_where_it_would_wait_for_ever(new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/en/")
    with pytest.raises(AssertionError, match="scripts run"):
        violations(page)
