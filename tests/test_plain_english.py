"""A docstring says who does what: never somebody, nobody, whoever or whom."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.figures_of_the_house import ROOT

VAGUE = re.compile(r"\b(some(body|one)|nobody|no one|everybody|anybody|who(m?(so)?ever)|whom)\b", re.IGNORECASE)
FOLDERS = ("kith", "local", "frontend", "testing", "tests", "proof", "bench", "scripts")


def vague(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and (said := ast.get_docstring(node)):
            yield from (f"{getattr(node, 'name', 'module')}: {found[0]}" for found in VAGUE.finditer(said))


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_docstring_leaves_open_who_is_meant(folder: str) -> None:
    files = [path for path in (ROOT / folder).rglob("*.py") if "node_modules" not in path.parts]
    assert files
    found = {str(path.relative_to(ROOT)): [*vague(ast.parse(path.read_text("utf-8")))] for path in files}
    assert {name: words for name, words in found.items() if words and Path(name).name != Path(__file__).name} == {}


def test_the_control_a_vague_word_is_found() -> None:
    assert [*vague(ast.parse('def act():\n    """Tell somebody, whoever it is."""'))] == [
        "act: somebody",
        "act: whoever",
    ]
