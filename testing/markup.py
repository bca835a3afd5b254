"""What a page is made of, read from its markup: which pages are alike, and what points at nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from typing import TypeVar

Part = tuple[object, ...]
Key = TypeVar("Key", bound=Hashable)
VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# What an attribute says matters for these; of the others it matters that they are there, and for these not even that.
TELLING = frozenset(["type", "role", "scope", "hidden", "open", "disabled", "checked", "dir", "style"])
OWN_TO_A_PAGE = frozenset(["class", "id", "href", "value", "name", "for", "src", "action"])
POINTING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-errormessage")


@dataclass(frozen=True)
class Markup:
    """The parts in the main part of a page (each element in the one around it), and what points at nothing."""

    parts: frozenset[Part]
    faults: tuple[str, ...]


@dataclass
class _Reader(HTMLParser):
    around: list[tuple[str, Part]] = field(default_factory=list)
    parts: set[Part] = field(default_factory=set)
    headings: list[str] = field(default_factory=list)
    ids: Counter[str] = field(default_factory=Counter)
    pointed_at: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids.update(given["id"].split() if "id" in given else ())
        self.pointed_at += [(name, each) for name in POINTING for each in given.get(name, "").split()]
        said = sorted(f"{name}={value}" if name in TELLING else name for name, value in given.items())
        own: Part = (
            tag,
            *sorted(given.get("class", "").split()),
            *(each for each in said if each not in OWN_TO_A_PAGE),
        )
        if any(outer == "main" for outer, _ in self.around):
            self.parts.add((self.around[-1][1][:2], own))
        if tag in HEADINGS:
            self.headings.append(tag)
        if tag not in VOID:
            self.around.append((tag, own))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        while any(outer == tag for outer, _ in self.around):
            if self.around.pop()[0] == tag:
                return


def read(page: str) -> Markup:
    """What this page is made of, and its faults that need no browser to be seen."""
    reader = _Reader()
    reader.feed(page)
    steps: set[Part] = {("heading", *step) for step in pairwise(reader.headings)}
    twice = [f'id="{each}" stands {count} times' for each, count in reader.ids.items() if count > 1]
    astray = [f'{name}="{each}" points at nothing' for name, each in reader.pointed_at if each not in reader.ids]
    return Markup(frozenset(reader.parts | steps), (*twice, *dict.fromkeys(astray)))


def few_with_every_part(pages: Mapping[Key, frozenset[Part]]) -> list[Key]:
    """Some of these pages that together have every part: each time the one with most that is new, the first of equals.

    Not the fewest there could be, which is dear to find.
    """
    left = set[Part]().union(*pages.values())
    waiting = dict(pages)
    chosen: list[Key] = []
    while left:
        best = max(waiting, key=lambda key: len(waiting[key] & left))
        left -= waiting.pop(best)
        chosen.append(best)
    return chosen
