"""F30: every word in every language: translated, placeholders whole, none hard-coded; right to left mirrored."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from babel.messages import Catalog, Message
from playwright.sync_api import Browser, Page

from kith.kernel.languages import ENGLISH, INTERFACE_LANGUAGES, Language
from kith.platform.i18n import catalogue, extraction
from proof.figures import Outcome, figure
from testing.browser import browser, visitor
from testing.place import RunningPlace, place_here, running_place
from testing.public_pages import booking_form

FAMILIES = 120
SEED = 3
WIDTHS = (320, 1280)
RIGHT_TO_LEFT = [language for language in INTERFACE_LANGUAGES if language.direction == "rtl"]
PAGES = ("", "help-now/", "find-support/", "our-numbers/", "accessibility/", "my/sign-in/", "nowhere/")
# Lines begin at the right edge of their block; the head, the arrows and the choices stand the other way round.
_MIRRORED = """() => {
  const box = (element) => element.getBoundingClientRect();
  const blocks = [...document.querySelectorAll("main :is(h1, h2, h3, p, legend, label)")].filter((element) =>
    element.checkVisibility() && !element.closest("[dir=ltr], [class*=visually-hidden]") && element.textContent.trim());
  const begins = blocks.map((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const begin = Math.max(...[...range.getClientRects()].map((line) => line.right));
    const style = getComputedStyle(element);
    const edge = box(element).right - parseFloat(style.paddingRight) - parseFloat(style.borderRightWidth);
    return style.display === "inline" || Math.abs(edge - begin) < 8;
  });
  return blocks.length > 0 && begins.every(Boolean)
    && box(document.querySelector(".kith-brand")).right >= box(document.querySelector(".kith-help")).right
    && [...document.querySelectorAll(".nhsuk-icon--arrow-right-circle, .nhsuk-icon--arrow-right")]
      .every((icon) => getComputedStyle(icon).transform.startsWith("matrix(-1"))
    && [...document.querySelectorAll(".nhsuk-radios__item, .nhsuk-checkboxes__item")]
      .filter((item) => item.checkVisibility())
      .every((item) => box(item.querySelector("input")).left > box(item.querySelector("label")).left);
}"""


@figure("F30", claim="every word in every language, placeholders whole; none hard-coded; right to left really mirrored")
def run() -> Outcome:
    """Read the catalogues, the pages in an invented language, and the geometry of the mirrored ones."""
    words = extraction.template()
    looks = [look for code in catalogue.TRANSLATED for look in _catalogue(extraction.updated(code, words))]
    control = _notices_a_broken_catalogue()
    with place_here(families=FAMILIES, seed=SEED):
        heard, alarm = _hard_coded()
    with running_place(families=FAMILIES, seed=SEED) as place, browser() as chromium:
        mirrored = [look for language in RIGHT_TO_LEFT for look in _mirrored(chromium, place, language)]
        control &= alarm and all(_mirrored(chromium, place, ENGLISH))
    looks += [*heard, *mirrored]
    wrong = [look for look in looks if look]
    for line in wrong:
        print(f"  {line}")
    return Outcome(n=len(looks), failed=len(wrong), control=control, seed=SEED)


def _catalogue(words: Catalog) -> Iterator[str]:
    """One entry for each message; empty where it is translated in all its forms, with its placeholders."""
    rules: Any = import_module("kith.platform.i18n.tests.test_catalogues")
    exact = rules.exact_forms(words)
    missing = set(extraction.untranslated(words))
    for message in words:
        if message.id and str(message.id) in missing:
            yield f"{words.locale}: not translated: {message.id}"
        elif message.id:
            odd = rules.odd_placeholders(message, exact)
            yield f"{words.locale}: placeholders of {message.id}: {odd}" if odd else ""


def _notices_a_broken_catalogue() -> bool:
    """A translation taken out and a placeholder lost are each noticed, and nothing else is."""
    words = catalogue.read(catalogue.TRANSLATED[0])
    whole = sum(map(bool, _catalogue(words)))
    plain = [each for each in words if each.id and each.string and not each.pluralizable]
    _holding(plain, "%(").string = "?"
    _holding(plain, ".").string = ""
    return sum(map(bool, _catalogue(words))) == whole + 2


def _holding(messages: list[Message], sign: str) -> Message:
    return next(each for each in messages if sign in str(each.id) and each.string != "?")


def _hard_coded() -> tuple[list[str], bool]:
    """One entry for each public page, with words that no translator can reach; whether a planted one is heard."""
    # Only now does Django stand on the place.
    pseudo: Any = import_module("tests.test_no_hard_coded_words")
    with TemporaryDirectory(prefix="kith-pseudo-") as folder, pseudo.pseudo_locale(Path(folder)):
        data = pseudo.texts_of_the_database()
        pages = list(pseudo.pages(pseudo.reader(None), pseudo.STARTS[None]))
        found = [(path, pseudo.hard_coded(text, data)) for path, text in pages]
        planted = pages[0][1].replace("</main>", "<p>Hurry</p></main>")
        alarm = "Hurry" in pseudo.hard_coded(planted, data)
    return [f"{path}: {words}" if words else "" for path, words in found], alarm


def _mirrored(chromium: Browser, place: RunningPlace, language: Language) -> list[str]:
    """One entry for each page and width; empty where it stands the other way round."""
    with visitor(chromium, language=language.code) as page:
        paths = [f"/{language.code}/{path}" for path in PAGES] + [booking_form(page, place)]
        return [_look(page, place.url + path, width) for path in paths for width in WIDTHS]


def _look(page: Page, address: str, width: int) -> str:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address, wait_until="load")
    return "" if page.evaluate(_MIRRORED) else f"{address} at {width} px is not mirrored"
