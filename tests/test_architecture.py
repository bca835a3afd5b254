"""The house keeps its shape: what a machine can see of it."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from scripts import figures_of_the_house as figures
from scripts import import_contracts
from scripts.figures_of_the_house import LARGEST_ROOM, LONGEST_FILE, LONGEST_FUNCTION, ROOT, SLACK, TOO_LARGE, File

NAMES_THAT_SAY_NOTHING = {"utils", "helpers", "common", "misc", "services", "managers"}
CLOCK = "kith.kernel.clock"
OF_THE_MACHINE = {"datetime.now", "datetime.utcnow", "date.today", "timezone.now"}


@pytest.fixture(scope="module")
def house() -> list[File]:
    return figures.house()


def a_house(folder: Path, files: dict[str, str]) -> list[File]:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return figures.house(folder)


def asked_of_the_machine(file: File) -> list[str]:
    return [
        f"{file.name}, line {node.lineno}: {asked}; ask {CLOCK}"
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
        if (asked := f"{node.value.id}.{node.attr}") in OF_THE_MACHINE
    ]


def test_the_walls_have_no_exceptions() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    assert len(contracts) >= 4
    assert figures.import_exceptions() == 0


def test_the_control_an_exception_in_a_wall_is_counted(tmp_path: Path) -> None:
    wall = '[[tool.importlinter.contracts]]\nignore_imports = ["kith.groups -> kith.feeding"]\n'
    (tmp_path / "pyproject.toml").write_text(wall)
    assert figures.import_exceptions(tmp_path) == 1


def said_of_a_file_at(path: str) -> str:
    """What ruff says of an empty module that would stand there; the imports' contracts see packages only."""
    ruff = [sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format=concise"]
    asked = [*ruff, f"--stdin-filename={path}", "-"]
    return subprocess.run(asked, cwd=ROOT, input='"""A page."""\n', capture_output=True, text=True, check=False).stdout


def test_a_folder_that_the_walls_would_not_see_is_named() -> None:
    assert "INP001" in said_of_a_file_at("kith/families/a_side_door/views.py")
    assert "All checks passed" in said_of_a_file_at("kith/families/rules/a_new_rule.py")


def test_every_room_keeps_to_the_line_and_its_tables_to_itself() -> None:
    found = import_contracts.contracts()["contracts"]
    (line,) = (each["containers"] for each in found if each["name"].startswith("Inside a room"))
    walls = {module for each in found if each["type"] == "protected" for module in each["protected_modules"]}
    assert {"kith.families", "kith.groups", "kith.tasks"} <= set(line)
    assert {"kith.families.models", "kith.groups.models"} <= walls


def test_a_new_folder_is_held_to_the_walls_by_being_there(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text())
    (tmp_path / "kith/equipment").mkdir(parents=True)
    for name in ("__init__.py", "models.py"):
        (tmp_path / "kith/equipment" / name).touch()
    written = tomllib.loads(import_contracts.written(import_contracts.contracts(tmp_path)))
    wall = written["tool"]["importlinter"]["contracts"][-1]
    assert wall["protected_modules"] == ["kith.equipment.models"]
    assert wall["allowed_importers"] == ["kith.equipment"]


def test_no_file_has_a_name_that_says_nothing(house: list[File]) -> None:
    assert len(house) > 500
    assert [each.name for each in house if each.path.stem in NAMES_THAT_SAY_NOTHING] == []


def test_only_the_clock_asks_the_machine_for_the_time(house: list[File]) -> None:
    files = [each for each in house if each.name.startswith("kith.") and each.name != CLOCK]
    assert [asked for file in files for asked in asked_of_the_machine(file)] == []


def test_the_control_the_clock_itself_asks_the_machine(house: list[File]) -> None:
    (clock,) = (each for each in house if each.name == CLOCK)
    assert asked_of_the_machine(clock)


def test_files_functions_and_rooms_can_be_read_in_one_sitting_and_packages_go_in_no_circle(house: list[File]) -> None:
    assert figures.beyond(house) == []


def test_the_control_a_long_file_and_a_long_function_are_named(tmp_path: Path) -> None:
    function = "def long() -> None:\n" + "    ...\n" * LONGEST_FUNCTION
    found = figures.beyond(a_house(tmp_path, {"kith/room/rules.py": function + "\n" * LONGEST_FILE}), {})
    assert found == [
        f"kith.room.rules has {LONGEST_FILE + LONGEST_FUNCTION + 1} lines",
        f"kith.room.rules.long has {LONGEST_FUNCTION + 1} lines",
    ]


def test_every_room_on_the_list_is_there(house: list[File]) -> None:
    assert set(TOO_LARGE) <= set(figures.room_sizes(house))


@pytest.mark.parametrize(
    ("lines", "held", "said"),
    [
        (LARGEST_ROOM, {}, []),
        (LARGEST_ROOM + 1, {}, ["room has 5001 lines and may have 5000: make it two rooms"]),
        (LARGEST_ROOM + 1000, {"room": 6000}, []),
        (LARGEST_ROOM + 1001, {"room": 6000}, ["room has 6001 lines and may have 6000: make it two rooms"]),
        (6000 - SLACK - 1, {"room": 6000}, ["room has 5749 lines: lower its number on the list from 6000"]),
        (LARGEST_ROOM, {"room": 6000}, ["room has 5000 lines: take it off the list"]),
    ],
)
def test_the_list_of_rooms_that_are_too_large_only_shrinks(lines: int, held: dict[str, int], said: list[str]) -> None:
    assert figures.rooms_beyond({"room": lines, "other": 10}, held) == said


def test_a_room_is_counted_without_its_tests_and_migrations(tmp_path: Path) -> None:
    text = "a = 1\n" * 10
    names = ("__init__.py", "actions/one.py", "tests/test_one.py", "migrations/0001_tables.py")
    files = a_house(tmp_path, {f"kith/room/{name}": text for name in names})
    assert figures.room_sizes(files) == {"room": 20}


def test_the_control_a_circle_is_found_and_a_folder_with_what_it_encloses_is_none(tmp_path: Path) -> None:
    files = {
        "kith/one/__init__.py": "from kith.one.inner import a",
        "kith/one/inner/__init__.py": "from kith.one.rules import b",
        "kith/one/rules.py": "b = 1",
        "kith/two/rules.py": "from kith.one import rules",
    }
    assert figures.circles(a_house(tmp_path, files)) == []
    assert figures.circles(a_house(tmp_path, {"kith/one/rules.py": "from kith.three import c"})) == []
    closed = a_house(tmp_path, {"kith/three/__init__.py": "import kith.two.rules"})
    assert figures.circles(closed) == [{"kith.one", "kith.two", "kith.three"}]


def test_a_signature_is_typed_where_all_of_it_is() -> None:
    module = ast.parse(
        "def a(b: int, *, c: str = '') -> None: ...\nclass D:\n def e(self) -> None: ...\n"
        "def f(g) -> None: ...\ndef h(): ...\ndef i(*j) -> None: ..."
    )
    functions = [node for node in ast.walk(module) if isinstance(node, ast.FunctionDef)]
    assert {each.name for each in functions if figures.is_typed(each)} == {"a", "e"}


def test_a_face_lists_its_names_twice(tmp_path: Path) -> None:
    files = {
        "kith/one/__init__.py": "from kith.one.rules import a, b\n__all__ = ['a', 'b']",
        "kith/two/__init__.py": "from kith.one import a\nc = a",
    }
    assert figures.faces(a_house(tmp_path, files)) == {"kith.one": 2}
    assert any("kith.one passes on 2 names" in each for each in figures.beyond(a_house(tmp_path, files), {}))


def test_the_middle_and_the_end_of_numbers_are_numbers_among_them() -> None:
    assert figures.spread(range(1, 101)) == (50, 95, 100)
    assert figures.spread([7]) == (7, 7, 7)


def test_the_figures_are_printed_by_any_python_without_the_locked_packages() -> None:
    script = ROOT / "scripts/figures_of_the_house.py"
    printed = subprocess.run([sys.executable, "-I", "-S", script], capture_output=True, text=True, check=True).stdout
    assert "typed signatures" in printed
    assert "actions not reached" in printed
