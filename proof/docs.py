"""`make docs`: every link of the documentation leads somewhere, and its pictures are those of today's pages."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

import django
from playwright.sync_api import Browser, Page

from kith.kernel.languages import INTERFACE_LANGUAGES
from proof.addresses import reachable
from proof.browser import DESK, PHONE, browser, save, visitor
from proof.place import ROOT, RunningPlace, running_place

SCREENS = ROOT / "docs/screens"
FAMILIES = 6900
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


# Whose pages are pictured, where her following of links begins, and what of it is hers.
VISITORS: tuple[tuple[str, list[str], str], ...] = (
    ("", ["/en/", "/demo/", "/go/feeding-clinic/"], "/"),
    ("parent", ["/en/my/"], "/en/my/"),
    ("health-visitor", ["/desk/"], "/desk/"),
    ("coordinator", ["/desk/"], "/desk/"),
    ("admin", ["/desk/"], "/desk/"),
)


def main() -> int:
    """Check the links, then take the pictures; 1 when a link leads nowhere."""
    broken = list(broken_links())
    for line in broken:
        print(line, file=sys.stderr)
    if broken:
        return 1
    with running_place(families=FAMILIES) as place, browser() as chromium:
        os.environ.update(place.environment)
        django.setup()
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
    """A picture of every page that links lead to, at phone and desk width, in each language."""
    pictured: set[str] = set()
    for role, starts, within in VISITORS:
        with _signed_in(place, chromium, role) as page:
            found = reachable(page.context, place, starts, within)
        addresses = [each for each in found if each.name not in pictured]
        pictured |= {each.name for each in addresses}
        for (width, size), language in product((("phone", PHONE), ("desk", DESK)), INTERFACE_LANGUAGES):
            with _signed_in(place, chromium, role, size=size, language=language.code) as page:
                for address in addresses:
                    page.goto(place.url + re.sub(r"^/en/", f"/{language.code}/", address.path))
                    path = SCREENS / f"{address.name}-{language.code}-{width}.jpg"
                    save(page, path)
                    yield path


@contextmanager
def _signed_in(
    place: RunningPlace, chromium: Browser, role: str, *, size: dict[str, int] | None = None, language: str = "en"
) -> Iterator[Page]:
    with visitor(chromium, size=size, language=language) as page:
        if role:
            page.request.post(f"{place.url}/demo/sign-in/{role}", headers={"Origin": place.url})
        yield page


if __name__ == "__main__":
    sys.exit(main())
