"""The house keeps its shape: what a machine can see of it."""

import ast
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = [path for path in (ROOT / "kith").rglob("*.py") if not {"tests", "migrations"} & set(path.parts)]
NAMES_THAT_SAY_NOTHING = {"utils", "helpers", "common", "misc", "services", "managers"}
LONGEST_FILE = 400
LONGEST_FUNCTION = 50


def test_the_walls_have_no_exceptions() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    assert len(contracts) >= 4
    assert [each["name"] for each in contracts if each.get("ignore_imports")] == []


def test_every_room_stands_on_a_floor_and_keeps_its_models_private() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    rooms = {path.parent.name for path in (ROOT / "kith").glob("*/models.py")} - {"platform"}
    protected = {
        module.split(".")[1] for each in settings if each["type"] == "protected" for module in each["protected_modules"]
    }
    assert rooms <= protected


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_can_be_read_in_one_sitting(path: Path) -> None:
    assert path.stem not in NAMES_THAT_SAY_NOTHING
    text = path.read_text()
    assert len(text.splitlines()) <= LONGEST_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{node.name} has {length} lines"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_the_clock_asks_the_machine_for_the_time(path: Path) -> None:
    if path == ROOT / "kith/kernel/clock.py":
        return
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            asked = f"{node.value.id}.{node.attr}"
            assert asked not in {"datetime.now", "datetime.utcnow", "date.today", "timezone.now"}, (
                f"line {node.lineno}: {asked}; ask kith.kernel.clock"
            )
