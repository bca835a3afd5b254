"""docs/add-a-room.md, followed to the letter, makes a room that works; `make proof ONLY=F38` leaves out each step."""

from __future__ import annotations

from pathlib import Path

import pytest

from testing.database import ROOT
from testing.newcomer import PAGE, DoesNotWork, Step, copy_tree, follow, steps

FIELD = (ROOT / "docs/one-more-field.md").read_text("utf-8")
CONTRACTS = Step("", "sh", ".venv/bin/python scripts/import_contracts.py\n")


@pytest.fixture(scope="module")
def page() -> list[Step]:
    return steps(PAGE.read_text("utf-8"))


@pytest.fixture(scope="module")
def followed(page: list[Step], tmp_path_factory: pytest.TempPathFactory, database_server: str) -> Path:
    """The tree of a newcomer who has followed the page, whose last step runs the tests of the room."""
    root = tmp_path_factory.mktemp("newcomer")
    copy_tree(root)
    follow(page, root, database_server)
    return root


def test_the_page_followed_to_the_letter_makes_a_room_that_works(followed: Path) -> None:
    assert (followed / "kith/lending/migrations/0001_tables.py").exists()


def test_the_control_a_forgotten_step_is_noticed(followed: Path) -> None:
    (followed / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text("utf-8"), "utf-8")
    with pytest.raises(DoesNotWork, match=r"lending"):
        CONTRACTS.do(followed, {})


def test_a_new_room_touches_no_file_of_the_front(page: list[Step]) -> None:
    assert len({step.path for step in page}) > 20
    assert [step.path for step in page if step.path.startswith("kith/front")] == []


@pytest.mark.parametrize("text", [PAGE.read_text("utf-8"), FIELD], ids=["room", "field"])
def test_every_block_of_the_page_is_a_step(text: str) -> None:
    fences, additions = text.count("\n```"), text.count("\n@@\n")
    assert len(steps(text)) == fences / 2 + additions


def test_a_field_more_fits_the_form_as_it_is_and_touches_nine_files(tmp_path: Path) -> None:
    found = steps(FIELD)
    for step in found:
        if step.language == "diff":
            path = tmp_path / step.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.exists() or path.write_text((ROOT / step.path).read_text("utf-8"), "utf-8")
        step.do(tmp_path, {})
    assert len({step.path for step in found}) == 9


def test_an_addition_that_fits_nowhere_or_in_two_places_is_named(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text("a = 1\nb = 1\nb = 1\n")
    for line, times in (("c = 1", 0), ("b = 1", 2)):
        with pytest.raises(DoesNotWork, match=f"one.py: this stands there {times} times"):
            Step("one.py", "diff", f" {line}\n+d = 1\n").do(tmp_path, {})


def test_an_addition_that_is_there_already_is_not_made_twice(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text("a = 1\n")
    for _ in range(2):
        Step("one.py", "diff", " a = 1\n+b = 2\n").do(tmp_path, {})
    assert (tmp_path / "one.py").read_text() == "a = 1\nb = 2\n"


def test_a_block_that_names_no_file_is_refused() -> None:
    with pytest.raises(DoesNotWork, match="of which file"):
        steps("Some words.\n\n```python\na = 1\n```\n")
