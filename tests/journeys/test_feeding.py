"""A baby is weighed in a real browser: ten per cent less is a number, a tenth more the health visitor's next step."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from testing.addresses import sign_in
from testing.place import RunningPlace
from tests.journeys.conftest import NewContext

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "locale": "en-GB"}
VISITING, VISITOR = "Milton Keynes Health Visiting (demonstration)", "Helen Marlowe"
BORN, TEN_PER_CENT_LESS, A_LITTLE_LESS_AGAIN = 3000, 2700, 2697
NUMBERS_TO_CALL = ("999", "111")
SOUNDED = ".nhsuk-card--warning, .nhsuk-card--care"
ALARMS = ("more than 10", "alert", "warning", "danger", "risk", "clinical assessment", "next step of", "call 999")
VERDICTS = ("score", "centile", "normal", "healthy", "too low", "too light", "failing", "poor", "concerning")


@pytest.mark.parametrize(
    "with_javascript",
    [
        pytest.param(True, marks=pytest.mark.thorough, id="with JavaScript"),
        pytest.param(False, id="without JavaScript"),
    ],
)
def test_ten_per_cent_is_written_down_and_more_is_the_visitors_next_step_with_the_signs(
    new_context: NewContext, place: RunningPlace, *, with_javascript: bool
) -> None:
    mother = f"Anca {'Zecescu' if with_javascript else 'Procentu'}"
    midwife, visitor = (
        _at_work(new_context, place, role, with_javascript=with_javascript) for role in ("midwife", "health-visitor")
    )
    family = _a_family_that_the_visitor_leads(midwife, visitor, mother)
    _is_born(midwife, family, "Ioan", BORN)

    _weigh(midwife, family, "Ioan", TEN_PER_CENT_LESS, at="00:01")
    _nobody_is_alarmed(midwife, "2,700 g", "300 g less (10.0%)")
    expect(_next_steps(visitor, mother)).to_have_count(0)
    expect(_next_steps(midwife, mother)).to_have_count(0)

    _weigh(midwife, family, "Ioan", A_LITTLE_LESS_AGAIN, at="00:02")
    _the_signs_are_shown(midwife, "2,697 g", "303 g less (10.1%)")
    expect(midwife.get_by_role("main")).to_contain_text(f"It is now the next step of {VISITOR}")
    expect(_next_steps(midwife, mother)).to_have_count(0)
    step = _next_steps(visitor, mother)
    expect(step).to_have_count(1)
    expect(step).to_contain_text("Ioan. Weighs 10.1% less than at birth: 3000 g then, 2697 g now")

    step.get_by_role("link", name=mother).click()
    visitor.get_by_role("link", name="The numbers, and the signs to act on").click()
    visitor.get_by_role("link", name="The weight, and the signs to act on").click()
    _the_signs_are_shown(visitor, "2,697 g", "303 g less (10.1%)")
    expect(visitor.get_by_role("main")).to_contain_text("It is your next step, due today")


def test_each_twin_has_a_record_and_weights_of_its_own(new_context: NewContext, place: RunningPlace) -> None:
    mother = "Oana Gemenescu"
    midwife, visitor = (_at_work(new_context, place, role) for role in ("midwife", "health-visitor"))
    family = _a_family_that_the_visitor_leads(midwife, visitor, mother)
    _is_born(midwife, family, "Matei", BORN)
    _is_born(midwife, family, "Sofia", 2600)

    _weigh(visitor, family, "Sofia", 2340, at="00:01")
    _nobody_is_alarmed(visitor, "2,340 g", "260 g less (10.0%)")
    _weigh(visitor, family, "Matei", A_LITTLE_LESS_AGAIN, at="00:01")
    _the_signs_are_shown(visitor, "2,697 g", "303 g less (10.1%)")

    step = _next_steps(visitor, mother)
    expect(step).to_have_count(1)
    expect(step).to_contain_text("Matei. Weighs 10.1% less than at birth")
    _open_feeding(visitor, family, "Sofia")
    hers = visitor.get_by_role("main")
    _nobody_is_alarmed(visitor, "2,340 g", "260 g less (10.0%)")
    expect(hers).to_contain_text("Weight at birth: 2,600 g")
    expect(hers).not_to_contain_text("2,697 g")
    visitor.get_by_role("navigation", name="The babies of this family").get_by_role("link", name="Matei").click()
    expect(hers).to_contain_text("Weight at birth: 3,000 g")
    expect(hers).to_contain_text("Next step of Helen Marlowe")
    expect(hers).to_contain_text("More than 10%")
    expect(hers).not_to_contain_text("2,340 g")


def _at_work(new_context: NewContext, place: RunningPlace, role: str, *, with_javascript: bool = True) -> Page:
    context = new_context(java_script_enabled=with_javascript, **PHONE)
    sign_in(context, place, role)
    return context.new_page()


def _a_family_that_the_visitor_leads(midwife: Page, visitor: Page, mother: str) -> str:
    """The midwife begins the record before the birth and asks the mother; the health visitor takes the lead."""
    given, name = mother.split()
    midwife.goto("/desk/families/new/")
    midwife.locator("[name=given_name]").fill(given)
    midwife.locator("[name=family_name]").fill(name)
    midwife.locator("[name=speaks]").fill("Romanian")
    midwife.locator("[name=reads]").fill("Romanian")
    _fill_day(midwife, "baby_on", _today() + timedelta(days=7))
    midwife.locator("[name=agreed]").check()
    midwife.get_by_role("button", name="Begin the record").click()
    expect(midwife).to_have_url(re.compile(r"/desk/families/[0-9a-f-]{36}/"))
    family = midwife.url.split("?")[0]
    _she_lets_health_visiting_in(midwife, family)
    visitor.goto(family)
    visitor.get_by_role("button", name="Take the lead").click()
    visitor.goto(family)
    expect(visitor.get_by_role("main")).to_contain_text(VISITOR)
    return family


def _she_lets_health_visiting_in(page: Page, family: str) -> None:
    page.goto(f"{family}consents/ask/care/")
    page.get_by_label(VISITING).check()
    page.locator("[name=agrees][value=yes]").check()
    page.locator("[name=how][value=in_person]").check()
    page.locator("[name=interpreted_by][value=interpreter]").check()
    page.get_by_role("button", name="Write down her answer").click()
    expect(page.get_by_text("Her answer is written down.")).to_be_visible()


def _is_born(page: Page, family: str, name: str, grams: int) -> None:
    """Three days ago, so that the day of weighing is a usual one; the second twin by the link that the first leaves."""
    page.goto(family)
    page.get_by_role("link", name=re.compile("The baby is born|Record the other baby")).click()
    _fill_day(page, "born_on", _today() - timedelta(days=3))
    page.locator("[name=name]").fill(name)
    page.locator("[name=birth_weight_g]").fill(str(grams))
    page.get_by_role("button", name="Record the birth").click()
    expect(page.get_by_role("main")).to_contain_text(f"Feeding of {name}")


def _weigh(page: Page, family: str, baby: str, grams: int, *, at: str) -> None:
    page.goto(family)
    page.get_by_role("link", name=f"Weigh {baby}").click()
    page.locator("[name=grams]").fill(str(grams))
    page.locator("[name=where][value=home]").check()
    page.locator("[name=time]").fill(at)
    page.get_by_role("button", name="Record", exact=True).click()


def _nobody_is_alarmed(page: Page, weight: str, compared: str) -> None:
    """The numbers stand on the baby's page, and nothing there sounds an alarm or passes a verdict."""
    main = page.get_by_role("main")
    expect(main).to_contain_text(weight)
    expect(main).to_contain_text(compared)
    expect(main.locator(SOUNDED)).to_have_count(0)
    _says_none_of(main, *ALARMS, *VERDICTS)


def _the_signs_are_shown(page: Page, weight: str, compared: str) -> None:
    """The numbers, the signs of illness and who to call; neither score nor chart nor verdict."""
    main = page.get_by_role("main")
    expect(main.locator(SOUNDED)).to_have_count(6)
    expect(page.get_by_role("heading", level=1)).to_contain_text(weight)
    expect(main).to_contain_text(compared)
    expect(main.get_by_role("heading", name="Call 999 or go to the emergency department")).to_be_visible()
    expect(main.get_by_role("heading", name=re.compile("Call now, day or night, if your baby"))).to_be_visible()
    for number in NUMBERS_TO_CALL:
        expect(main.locator(f"a[href='tel:{number}']").first).to_be_visible()
    expect(main.locator("figure, canvas, meter, progress, .kith-chart")).to_have_count(0)
    _says_none_of(main, *VERDICTS)


def _says_none_of(main: Locator, *words: str) -> None:
    said = main.inner_text().lower()
    assert [each for each in words if each in said] == []


def _next_steps(page: Page, mother: str) -> Locator:
    """What Today asks of its reader for this family."""
    page.goto("/desk/today/")
    sections = "section:is([aria-labelledby=the-day], [aria-labelledby=next-steps])"
    return page.locator(f"{sections} .kith-row", has_text=mother)


def _open_feeding(page: Page, family: str, baby: str) -> None:
    page.goto(family)
    page.get_by_role("link", name=f"Feeding of {baby}").click()


def _fill_day(page: Page, name: str, day: date) -> None:
    for part in ("day", "month", "year"):
        page.locator(f"[name={name}_{part}]").fill(str(getattr(day, part)))


def _today() -> date:
    return date.today()  # noqa: DTZ011  # the server's clock is the machine's
