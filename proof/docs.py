"""`make docs`: every link of the documentation leads somewhere, and its pictures are those of today's pages."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from kith.kernel.languages import INTERFACE_LANGUAGES
from proof.browser import DESK, PHONE, browser, save, visitor
from proof.place import ROOT, RunningPlace, running_place

SCREENS = ROOT / "docs/screens"
FAMILIES = 300
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


@dataclass(frozen=True)
class Screen:
    """A page worth a picture; `as_role` signs in first, in the demonstration."""

    name: str
    path: str
    as_role: str = ""


PUBLIC = (
    Screen("home", ""),
    Screen("help-now", "help-now/"),
    Screen("find-support", "find-support/"),
    Screen("our-numbers", "our-numbers/"),
    Screen("accessibility", "accessibility/"),
    Screen("privacy", "privacy/"),
    Screen("sources", "sources/"),
)
STAFF = (
    Screen("today", "/desk/", "health-visitor"),
    Screen("sessions", "/desk/sessions/", "coordinator"),
    Screen("helplines", "/desk/helplines/", "coordinator"),
    Screen("gallery", "/desk/gallery/", "admin"),
)


def main() -> int:
    """Check the links, then take the pictures; 1 when a link leads nowhere."""
    broken = list(broken_links())
    for line in broken:
        print(line, file=sys.stderr)
    if broken:
        return 1
    with running_place(families=FAMILIES) as place, browser() as chromium:
        for path in take(place, chromium):
            print(path.relative_to(ROOT), flush=True)
    return 0


def broken_links() -> Iterator[str]:
    """Links of the README and of `docs/` to files that are not there; screens are made below, not checked here."""
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        text = page.read_text() if page.exists() else ""
        for link in _LINK.findall(text):
            target = (page.parent / link).resolve()
            if "://" not in link and SCREENS not in target.parents and not target.exists():
                yield f"{page.relative_to(ROOT)}: {link} leads nowhere"


def take(place: RunningPlace, chromium: Browser) -> Iterator[Path]:
    """A picture of every page at phone and desk width: public ones in each language, staff ones in English."""
    for width, size in (("phone", PHONE), ("desk", DESK)):
        for language in INTERFACE_LANGUAGES:
            with visitor(chromium, size=size, language=language.code) as page:
                for screen in PUBLIC:
                    page.goto(f"{place.url}/{language.code}/{screen.path}")
                    path = SCREENS / f"{screen.name}-{language.code}-{width}.jpg"
                    save(page, path)
                    yield path
        for screen in STAFF:
            with visitor(chromium, size=size) as page:
                page.goto(f"{place.url}/demo/")
                page.request.post(f"{place.url}/demo/sign-in/{screen.as_role}", headers={"Origin": place.url})
                page.goto(f"{place.url}{screen.path}")
                path = SCREENS / f"{screen.name}-en-{width}.jpg"
                save(page, path)
                yield path


if __name__ == "__main__":
    sys.exit(main())
