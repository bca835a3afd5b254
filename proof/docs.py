"""`make docs`: every link of the documentation leads somewhere, and its pictures are those of today's pages."""

import os
import re
import sys
from base64 import b64encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import django
from playwright.sync_api import Browser, Page

from kith.kernel.languages import INTERFACE_LANGUAGES
from testing.addresses import reachable
from testing.browser import DESK, PHONE, browser, picture, visitor
from testing.place import ROOT, RunningPlace, running_place

SCREENS = ROOT / "docs/screens"
SHEETS = ROOT / "docs/screens.md"
FIRST_SHEET = ROOT / "docs/first-pages.md"
FAMILIES = 6900
# One language of each kind for every page; all of them for the pages a parent opens first.
LOOKED_AT = ("en", "ro", "ar")
IN_EVERY_LANGUAGE = ("home", "find-support", "advice-page")
# Pictures that the README shows by themselves.
ALONE = (("find-support", "ro", "phone"), ("our-numbers", "en", "desk"))
_SHEET_STYLE = """
    main { display: flex; flex-wrap: wrap; gap: 12px; align-items: flex-start; width: 2180px; padding: 12px }
    main { background: #ddd }
    img { display: block } .phone { width: 232px } .desk { width: 472px }
"""
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


# Whose pages are pictured, where her following of links begins, and what of it is hers.
VISITORS: tuple[tuple[str, list[str], str], ...] = (
    ("", ["/en/", "/demo/", "/go/feeding-clinic/"], "/"),
    ("parent", ["/en/my/"], "/en/my/"),
    ("health-visitor", ["/desk/"], "/desk/"),
    ("coordinator", ["/desk/"], "/desk/"),
    ("place-admin", ["/desk/"], "/desk/"),
)


# The kinds of person for whom this is built, and the page each comes to first: by whose sign-in, and at which address.
FIRST_PAGES: tuple[tuple[str, str, str], ...] = (
    ("A parent at three in the morning", "", "/en/help-now/"),
    ("A co-parent or grandparent", "", "/en/find-support/"),
    ("An expectant parent who scanned a code", "", "/go/feeding-clinic/"),
    ("A parent on her own page", "parent", "/en/my/"),
    ("A midwife", "midwife", "/desk/"),
    ("A health visitor", "health-visitor", "/desk/"),
    ("A community outreach worker", "outreach-worker", "/desk/"),
    ("A peer supporter", "peer-supporter", "/desk/"),
    ("A coordinator, or a hub worker who keeps registers", "coordinator", "/desk/"),
    ("An infant feeding lead", "feeding-lead", "/desk/"),
    ("An alliance chair or a parent representative", "alliance-chair", "/desk/"),
    ("A public health analyst or a commissioner", "analyst", "/desk/"),
    ("An administrator", "admin", "/desk/"),
    ("The public, a journalist, another place", "", "/en/our-numbers/"),
)
FIRST_PAGE = {"width": 360, "height": 740}
ONLY_FIRST_PAGES = "first-pages"


@dataclass(frozen=True)
class View:
    """One page as one reader sees it."""

    language: str
    width: str
    picture: bytes

    @property
    def on_sheet(self) -> str:
        """Its place on the sheet."""
        data = b64encode(self.picture).decode()
        return f'<img class="{self.width}" alt="{self.language}" src="data:image/jpeg;base64,{data}">'


def main(asked: Sequence[str] = ()) -> int:
    """Check the links, then take the pictures (or those of the first pages alone); 1 when a link leads nowhere."""
    broken = list(broken_links())
    for line in broken:
        print(line, file=sys.stderr)
    if broken:
        return 1
    with running_place(families=FAMILIES) as place, browser() as chromium:
        os.environ.update(place.environment)
        django.setup()
        rest = () if ONLY_FIRST_PAGES in asked else take(place, chromium)
        for path in (*first_pages(place, chromium), *rest):
            print(path.relative_to(ROOT), flush=True)
    return 0


def broken_links() -> Iterator[str]:
    """Links of the README and of `docs/` to files that are not there; what is made below is not checked here."""
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        text = page.read_text() if page.exists() else ""
        for link in _LINK.findall(text):
            target = (page.parent / link).resolve()
            is_made = target in (SHEETS, FIRST_SHEET) or SCREENS in target.parents
            if "://" not in link and not is_made and not target.exists():
                yield f"{page.relative_to(ROOT)}: {link} leads nowhere"


def take(place: RunningPlace, chromium: Browser) -> Iterator[Path]:
    """A sheet for every page that links lead to: at phone and desk width, in each language, side by side."""
    pictured: set[str] = set()
    for role, starts, within in VISITORS:
        with _signed_in(place, chromium, role) as page:
            found = reachable(page.context, place, starts, within)
        addresses = {each.name: each.path for each in found if each.name not in pictured}
        pictured |= addresses.keys()
        views: dict[str, list[View]] = {name: [] for name in addresses}
        for language, (width, size) in product(INTERFACE_LANGUAGES, (("phone", PHONE), ("desk", DESK))):
            with _signed_in(place, chromium, role, size=size, language=language.code) as page:
                for name, path in addresses.items():
                    if language.code in LOOKED_AT or name in IN_EVERY_LANGUAGE:
                        page.goto(place.url + re.sub(r"^/en/", f"/{language.code}/", path))
                        views[name].append(View(language.code, width, picture(page)))
        for name, taken in views.items():
            yield from _kept(chromium, name, taken)
    SHEETS.write_text(_contents(sorted(pictured)))
    yield SHEETS


def first_pages(place: RunningPlace, chromium: Browser) -> Iterator[Path]:
    """What each kind of person sees first on a phone, without scrolling: one small picture each, and a page of them."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    made_by = "Made by `make docs`: what a phone shows before it is scrolled. The people are invented."
    lines = ["# The first page of each kind of person\n", f"{made_by}\n"]
    for who, role, path in FIRST_PAGES:
        name = "first-" + (role or path.strip("/").split("/")[-1])
        with _signed_in(place, chromium, role, size=FIRST_PAGE) as page:
            page.goto(place.url + path)
            page.screenshot(path=SCREENS / f"{name}.jpg", type="jpeg", quality=55)
        lines += [f"## {who}\n", f"![{who}: the first page on a phone](screens/{name}.jpg)\n"]
        yield SCREENS / f"{name}.jpg"
    FIRST_SHEET.write_text("\n".join(lines))
    yield FIRST_SHEET


def _kept(chromium: Browser, name: str, views: list[View]) -> Iterator[Path]:
    SCREENS.mkdir(parents=True, exist_ok=True)
    for view in views:
        if (name, view.language, view.width) in ALONE:
            alone = SCREENS / f"{name}-{view.language}-{view.width}.jpg"
            alone.write_bytes(view.picture)
            yield alone
    sheet = SCREENS / f"{name}.jpg"
    with visitor(chromium, size={"width": 100, "height": 100}) as page:
        page.set_content(f"<style>{_SHEET_STYLE}</style><main>{''.join(view.on_sheet for view in views)}</main>")
        page.locator("main").screenshot(path=sheet, type="jpeg", quality=55)
    yield sheet


def _contents(names: list[str]) -> str:
    begin = "# Every page\n\nMade by `make docs` from a running demonstration, whose people are invented.\n"
    each = "\n## {0}\n![{0} on a phone and on a desk, in each language](screens/{0}.jpg)\n"
    return begin + "".join(each.format(name) for name in names)


@contextmanager
def _signed_in(
    place: RunningPlace, chromium: Browser, role: str, *, size: dict[str, int] | None = None, language: str = "en"
) -> Iterator[Page]:
    with visitor(chromium, size=size, language=language) as page:
        if role:
            page.request.post(f"{place.url}/demo/sign-in/{role}", headers={"Origin": place.url})
        yield page


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
