"""F29: beyond axe: every public page fits at 400 %, is walked by keyboard alone, and works without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Browser, Page

from kith.kernel.languages import ENGLISH, Language, interface_language
from proof.beyond_axe import barriers
from proof.figures import Outcome, figure
from proof.keyboard import JOURNEYS
from proof.planted_barriers import ARABIC, BARRIERS, FIND, FORM, HELP, HOME, NUMBERS, REFUSED
from testing.axe import violations
from testing.browser import browser, visitor
from testing.place import RunningPlace, running_place
from testing.public_pages import booking_form, every_page, in_every_language, states

FAMILIES = 300
MUST_BE_FOUND = 36
PATHS = {HOME: "/en/", FIND: "/en/find-support/", HELP: "/en/help-now/", NUMBERS: "/en/our-numbers/", ARABIC: "/ar/"}


@figure(
    "F29",
    claim=(
        "every public page at 400 %, with wide spacing, by keyboard, in its own language; every journey by keyboard,"
        f" with and without JavaScript; {MUST_BE_FOUND} of {len(BARRIERS)} planted barriers found"
    ),
)
def run() -> Outcome:
    """Walk through everything in each language; then plant the barriers and count those that are found."""
    with running_place(families=FAMILIES) as place:
        walks = in_every_language(place, _walks)
        with browser() as chromium:
            found = list(planted(chromium, place))
    wrong = [walk for walk in walks if walk]
    for line in wrong:
        print(f"  {line}")
    print(f"  {sum(found)} of {len(found)} planted barriers found")
    return Outcome(n=len(walks), failed=len(wrong), control=len(found) == len(BARRIERS) and sum(found) >= MUST_BE_FOUND)


def _walks(chromium: Browser, place: RunningPlace, language: Language) -> list[str]:
    """One entry for each page in each state and each journey; empty where nothing stands in the way."""
    with visitor(chromium, language=language.code) as page:
        paths = every_page(page, place, language.code)
        found = [
            _said(f"{path} {state}", barriers(page, language))
            for path in paths
            for state in states(page, place.url + path)
        ]
    for with_javascript in (True, False):
        for name, journey in JOURNEYS.items():
            with visitor(chromium, language=language.code, javascript=with_javascript) as page:
                how = "" if with_javascript else " without JavaScript"
                found.append(
                    _said(f"{name} by keyboard in {language.english_name}{how}", journey(page, place, language))
                )
    return found


def _said(where: str, faults: list[str]) -> str:
    return f"{where}: {' | '.join(faults)}" if faults else ""


def planted(chromium: Browser, place: RunningPlace, names: frozenset[str] = frozenset()) -> Iterator[bool]:
    """Whether each barrier (or each of these) is found, said one by one."""
    with visitor(chromium) as page:
        paths = PATHS | dict.fromkeys((FORM, REFUSED), booking_form(page, place))
    before: dict[str, set[str]] = {}
    for barrier in BARRIERS:
        if names and barrier.name not in names:
            continue
        language = interface_language("ar") if barrier.page == ARABIC else ENGLISH
        with visitor(chromium, language=language.code) as page:
            address, is_refused = place.url + paths[barrier.page], barrier.page == REFUSED
            if barrier.page not in before:
                before[barrier.page] = _all_faults(page, address, language, "", is_refused=is_refused)
            new = _all_faults(page, address, language, barrier.script, is_refused=is_refused) - before[barrier.page]
        print(f"  {'found  ' if new else 'MISSED '} {barrier.name}: {min(new, default='')[:100]}", flush=True)
        yield bool(new)


def _all_faults(page: Page, address: str, language: Language, script: str, *, is_refused: bool) -> set[str]:
    """What axe and the checks beyond it say of the page with this done to it."""
    for state in states(page, address):
        if state == ("error" if is_refused else "empty"):
            break
    page.evaluate(f"() => {{ {script} }}")
    return {*violations(page), *barriers(page, language)}
