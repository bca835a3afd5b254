"""A mother writes in Romanian that a room was cold, and reads in Romanian what became of it; also without a script."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from testing.addresses import sign_in
from testing.place import RunningPlace
from tests.journeys.conftest import NewContext

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


@pytest.mark.parametrize(
    "with_javascript",
    [
        pytest.param(True, marks=pytest.mark.thorough, id="with JavaScript"),
        pytest.param(False, id="without JavaScript"),
    ],
)
def test_a_story_is_heard_decided_on_and_answered_in_the_language_it_came_in(
    new_context: NewContext, place: RunningPlace, *, with_javascript: bool
) -> None:
    where = "la parter" if with_javascript else "la etaj"
    story, english = f"În sala {where} era foarte frig.", f"The room {where} was very cold."
    title, promised = f"Cold {where}", f"We heat the room {where} from nine."
    mother = new_context(java_script_enabled=with_javascript, locale="ro", **PHONE).new_page()
    reader, speaker, chair, representative = (
        _at_work(new_context, place, role, with_javascript=with_javascript)
        for role in ("coordinator", "outreach-worker", "alliance-chair", "parent-rep")
    )
    answer = _tells(mother, story)
    _reads(reader, speaker, story, english)
    _gathers(representative, english, title)
    _decides(chair, title, promised)
    _answers(representative, title, "Încălzim sala de la ora nouă.")
    mother.goto(answer)
    expect(mother.get_by_role("main")).to_contain_text("Încălzim sala de la ora nouă.")
    _is_done(representative, title, "Sala este caldă acum.")
    mother.goto(answer)
    expect(mother.get_by_role("main")).to_contain_text("Sala este caldă acum.")
    mother.locator("input[name=better][value=yes]").check(force=True)
    mother.locator("form button").last.click()
    mother.goto("/ro/you-said/")
    expect(mother.get_by_role("main")).to_contain_text("Sala este caldă acum.")
    expect(mother.get_by_role("main")).to_contain_text(story)


def _at_work(new_context: NewContext, place: RunningPlace, role: str, *, with_javascript: bool) -> Page:
    context = new_context(java_script_enabled=with_javascript, locale="en-GB", **PHONE)
    sign_in(context, place, role)
    return context.new_page()


def _tells(mother: Page, story: str) -> str:
    mother.goto("/ro/tell-us/")
    mother.locator("textarea[name=words]").fill(story)
    mother.locator("input[name=may_quote]").check(force=True)
    mother.get_by_role("main").locator("button[type=submit]").click()
    mother.wait_for_url("**/tell-us/answer/**")
    return mother.url


def _reads(reader: Page, speaker: Page, story: str, english: str) -> None:
    reader.goto("/desk/stories/")
    reader.get_by_role("link", name=story).click()
    reader.get_by_role("button", name="I have read it: it may go on").click()
    choices = reader.locator("select[name=translator]")
    expect(choices).to_be_visible()
    choices.select_option(label=next(each for each in choices.locator("option").all_inner_texts() if "Daniela" in each))
    reader.get_by_role("button", name="Ask for the English").click()
    speaker.goto(f"{reader.url}translate/")
    speaker.locator("textarea[name=words]").fill(english)
    speaker.get_by_role("button", name="Save the English").click()
    reader.reload()
    reader.get_by_role("button", name="Clear it", exact=True).click()
    expect(reader.get_by_role("main")).to_contain_text(english)


def _gathers(representative: Page, english: str, title: str) -> None:
    representative.goto("/desk/themes/")
    row = representative.locator(".kith-row").filter(has_text=english)
    row.get_by_role("link").click()
    representative.get_by_label("Or a new theme, in a few words").fill(title)
    representative.get_by_role("button", name="Save").click()
    expect(representative.get_by_role("heading", level=1)).to_have_text(title)


def _decides(chair: Page, title: str, promised: str) -> None:
    day = date.today() + timedelta(days=5)  # noqa: DTZ011  # the place's own clock decides; five days are enough
    chair.goto("/desk/meetings/new/")
    _fill_day(chair, "day", day)
    chair.get_by_label("Begins at").fill("10:00")
    chair.get_by_label("Where?").fill("Family Hub")
    chair.get_by_role("button", name="Plan it").click()
    meeting = chair.url
    chair.get_by_role("button", name="Freeze the papers").click()
    chair.get_by_role("button", name="Freeze the papers").click()
    chair.get_by_role("link", name=f"Decide {title}").click()
    chair.get_by_label("What is decided?").fill(promised)
    chair.get_by_label("What is done?").fill("Turn the heating on")
    chair.locator("select[name=owner]").select_option(index=1)
    _fill_day(chair, "due_on", day + timedelta(days=20))
    chair.get_by_role("button", name="Decide").click()
    chair.wait_for_url(meeting)
    expect(chair.get_by_role("main")).to_contain_text(promised)


def _answers(representative: Page, title: str, words: str) -> None:
    representative.goto("/desk/themes/")
    representative.get_by_role("link", name=title, exact=True).click()
    representative.get_by_role("link", name="Write the reply").click()
    representative.locator("textarea[name=words]").fill(words)
    representative.get_by_role("button", name="Send the reply").click()
    expect(representative.get_by_role("main")).to_contain_text(words)


def _is_done(representative: Page, title: str, words: str) -> None:
    representative.goto("/desk/themes/")
    representative.get_by_role("link", name=title, exact=True).click()
    representative.locator("summary", has_text="Say what became of it").click()
    form = representative.locator("form").filter(has=representative.locator("input[name=state]"))
    form.locator("input[value=done]").check(force=True)
    form.locator("textarea").fill("The room is warm now.")
    form.get_by_role("button", name="Save").click()
    _answers(representative, title, words)


def _fill_day(page: Page, name: str, day: date) -> None:
    for part in ("day", "month", "year"):
        page.locator(f"[name={name}_{part}]").fill(str(getattr(day, part)))
