"""A mother says that a room was cold, typed or aloud, and reads in her language what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from testing.addresses import sign_in
from testing.axe import violations
from testing.browser import SHORT_SCRIPTS
from testing.browser import browser as chromium
from testing.place import RunningPlace
from tests.journeys.conftest import NewContext

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
A_MICROPHONE = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")


@dataclass(frozen=True)
class Way:
    """In which language she tells it, whether she speaks, with a script or without; and what is said to her."""

    language: str
    story: str
    planned: str
    done: str
    is_spoken: bool = False
    has_script: bool = True
    speaker: str = "outreach-worker"

    @property
    def english(self) -> str:
        """The story as a person puts it into English."""
        return self.story if self.language == "en" else f"The room was very cold ({self.language})."

    @property
    def decided(self) -> str:
        """What the meeting decides, in English."""
        return f"We heat the room ({self.title})."

    @property
    def promised(self) -> str:
        """What she reads of it."""
        return self.decided if self.language == "en" else self.planned

    @property
    def title(self) -> str:
        """What the theme is called: each journey has its own."""
        return f"Cold, {self.language}{'' if self.has_script else ' without a script'}"


ENGLISH = Way("en", "It was so cold that we kept our coats on.", "", "The room is warm now.", is_spoken=True)
ROMANIAN = Way("ro", "În sală era foarte frig.", "Încălzim sala de la ora nouă.", "Sala este caldă acum.")
ARABIC = Way("ar", "كانت القاعة باردة جدا.", "نُدفئ القاعة من التاسعة.", "القاعة دافئة الآن.", speaker="peer-supporter")
WITHOUT = Way("ro", "Pe hol era un frig mare.", "Încălzim holul.", "Holul este cald acum.", has_script=False)
WAYS = (
    pytest.param(ENGLISH, id="English, spoken"),
    pytest.param(ROMANIAN, id="Romanian", marks=pytest.mark.thorough),
    pytest.param(ARABIC, id="Arabic", marks=pytest.mark.thorough),
    pytest.param(WITHOUT, id="Romanian, without a script", marks=pytest.mark.thorough),
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium with a microphone that beeps."""
    with chromium(SHORT_SCRIPTS, *A_MICROPHONE) as started:
        yield started


@pytest.mark.parametrize("way", WAYS)
def test_a_story_is_heard_decided_on_and_answered_in_the_language_it_came_in(
    new_context: NewContext, place: RunningPlace, way: Way
) -> None:
    mother = new_context(java_script_enabled=way.has_script, locale=way.language, **PHONE).new_page()
    reader, speaker, chair, representative = (
        _at_work(new_context, place, role, way) for role in ("coordinator", way.speaker, "alliance-chair", "parent-rep")
    )
    answer = _tells(mother, way)
    _reads(reader, speaker, way)
    _gathers(representative, way)
    _decides(chair, way)
    _answers(representative, way, way.planned)
    mother.goto(answer)
    expect(mother.get_by_role("main")).to_contain_text(way.promised)
    _is_done(representative, way)
    mother.goto(answer)
    expect(mother.get_by_role("main")).to_contain_text(way.done)
    mother.locator("input[name=better][value=yes]").check(force=True)
    mother.locator("form button").last.click()
    mother.goto(f"/{way.language}/you-said/")
    expect(mother.get_by_role("main")).to_contain_text(way.done)
    expect(mother.get_by_role("main")).to_contain_text(way.story)
    _is_clean(mother, way)


def _at_work(new_context: NewContext, place: RunningPlace, role: str, way: Way) -> Page:
    context = new_context(java_script_enabled=way.has_script, locale="en-GB", **PHONE)
    sign_in(context, place, role)
    return context.new_page()


def _is_clean(page: Page, way: Way) -> None:
    """What axe says of the page, where it can run; and nothing is wider than the phone."""
    if way.has_script:
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def _tells(mother: Page, way: Way) -> str:
    mother.goto(f"/{way.language}/tell-us/")
    if way.is_spoken:
        _speaks(mother, way)
    else:
        mother.locator("textarea[name=words]").fill(way.story)
    mother.locator("input[name=may_quote]").check(force=True)
    mother.get_by_role("main").locator("form > button[type=submit], form > p button[type=submit]").last.click()
    mother.wait_for_url("**/tell-us/answer/**")
    return mother.url


def _speaks(mother: Page, way: Way) -> None:
    mother.get_by_text("Say it instead of writing it").click()
    mother.get_by_role("button", name="Record", exact=True).click()
    expect(mother.get_by_text("We are recording.")).to_be_visible()
    expect(mother.locator("[data-voice-time]")).to_have_text("0:01")
    mother.get_by_role("button", name="Stop").click()
    expect(mother.get_by_text("It is recorded.")).to_be_visible()
    _is_clean(mother, way)


def _reads(reader: Page, speaker: Page, way: Way) -> None:
    reader.goto("/desk/stories/")
    reader.get_by_role("link", name="A spoken story" if way.is_spoken else way.story).first.click()
    if way.is_spoken:
        heard = reader.request.get(reader.locator("audio").get_attribute("src") or "")
        assert (heard.status, heard.headers["content-type"]) == (200, "audio/webm")
    reader.get_by_role("button", name="it may go on").click()
    if way.is_spoken:
        _asks(reader, speaker, "writer", "Ask for the words", "write-down", way.story, "Save the words")
    if way.language != "en":
        _asks(reader, speaker, "translator", "Ask for the English", "translate", way.english, "Save the English")
    reader.get_by_role("button", name="Clear it", exact=True).click()
    expect(reader.get_by_role("main")).to_contain_text(way.english)
    _is_clean(reader, way)


def _asks(reader: Page, speaker: Page, whom: str, ask: str, page: str, words: str, save: str) -> None:
    choices = reader.locator(f"select[name={whom}]")
    expect(choices).to_be_visible()
    names = choices.locator("option").all_inner_texts()
    choices.select_option(label=next(each for each in names if "Daniela" in each or "Noor" in each))
    with reader.expect_navigation():  # the speaker finds nothing before it is asked
        reader.get_by_role("button", name=ask).click()
    speaker.goto(f"{reader.url}{page}/")
    speaker.locator("textarea[name=words]").fill(words)
    with speaker.expect_navigation():
        speaker.get_by_role("button", name=save).click()
    reader.reload()


def _gathers(representative: Page, way: Way) -> None:
    representative.goto("/desk/themes/")
    row = representative.locator("#unsorted ~ ul .kith-row").filter(has_text=way.english)
    row.get_by_role("link").click()
    representative.get_by_label("Or a new theme, in a few words").fill(way.title)
    representative.get_by_role("button", name="Save").click()
    expect(representative.get_by_role("heading", level=1)).to_have_text(way.title)


def _decides(chair: Page, way: Way) -> None:
    day = date.today() + timedelta(days=5)  # noqa: DTZ011  # the place's own clock decides; five days are enough
    chair.goto("/desk/meetings/new/")
    _fill_day(chair, "day", day)
    chair.get_by_label("Begins at").fill("10:00")
    chair.get_by_label("Ends at").fill("12:00")
    chair.get_by_label("Where?").fill("Family Hub")
    chair.get_by_role("button", name="Plan it").click()
    meeting = chair.url
    assert "BEGIN:VEVENT" in chair.request.get(f"{meeting}meeting.ics").text()
    chair.get_by_role("button", name="Freeze the papers").click()
    chair.get_by_role("button", name="Freeze the papers").click()
    chair.get_by_role("link", name=f"Decide {way.title}").click()
    chair.get_by_label("What is decided?").fill(way.decided)
    chair.get_by_label("What is done?").fill("Turn the heating on")
    chair.locator("select[name=owner]").select_option(index=1)
    _fill_day(chair, "due_on", day + timedelta(days=20))
    chair.get_by_role("button", name="Decide").click()
    chair.wait_for_url(meeting)
    expect(chair.get_by_role("main")).to_contain_text(way.decided)
    assert chair.request.get(f"{meeting}minutes.pdf").body().startswith(b"%PDF-")
    _is_clean(chair, way)


def _answers(representative: Page, way: Way, words: str) -> None:
    """Say it in her language; in English the decision and what was done are the reply."""
    if way.language == "en":
        return
    representative.goto("/desk/themes/")
    representative.get_by_role("link", name=way.title, exact=True).click()
    representative.get_by_role("link", name="Write the reply").click()
    representative.locator("textarea[name=words]").fill(words)
    representative.get_by_role("button", name="Send the reply").click()
    expect(representative.get_by_role("main")).to_contain_text(words)


def _is_done(representative: Page, way: Way) -> None:
    representative.goto("/desk/themes/")
    representative.get_by_role("link", name=way.title, exact=True).click()
    representative.locator("summary", has_text="Say what became of it").click()
    form = representative.locator("form").filter(has=representative.locator("input[name=state]"))
    form.locator("input[value=done]").check(force=True)
    form.locator("textarea").fill(way.done if way.language == "en" else "It is warm now.")
    form.get_by_role("button", name="Save").click()
    _answers(representative, way, way.done)


def _fill_day(page: Page, name: str, day: date) -> None:
    for part in ("day", "month", "year"):
        page.locator(f"[name={name}_{part}]").fill(str(getattr(day, part)))
