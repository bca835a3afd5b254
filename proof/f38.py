"""F38: docs/add-a-room.md, followed to the letter, makes a room that works; and no step of it is there for nothing."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from proof.figures import Outcome, figure
from testing import database
from testing.newcomer import PAGE, DoesNotWork, Step, copy_tree, follow, steps


@figure(
    "F38",
    claim="the page on adding a room, followed to the letter, makes one that works; each step left out is noticed",
)
def run() -> Outcome:
    """Follow the page without each of its steps in turn, all but the tests that end it: they must notice."""
    page = steps(PAGE.read_text("utf-8"))
    with database.server() as url:
        works = _works(page, url)
        needless = [step for number, step in enumerate(page[:-1]) if _works(_without(page, number), url)]
    for step in needless:
        print(f"  not noticed when it is left out: {step}")
    return Outcome(n=len(page) - 1, failed=len(needless), control=works)


def _without(page: list[Step], number: int) -> list[Step]:
    """The page with one step that does nothing."""
    return [*page[:number], replace(page[number], path="", language="sh", text=""), *page[number + 1 :]]


def _works(page: list[Step], url: str) -> bool:
    with tempfile.TemporaryDirectory(prefix="kith-newcomer-") as folder:
        copy_tree(Path(folder))
        try:
            follow(page, Path(folder), url)
        except (DoesNotWork, FileNotFoundError):
            return False
    return True
