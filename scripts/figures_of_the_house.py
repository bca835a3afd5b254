"""The figures of the house: how large its files, functions and rooms are, and what ties them together.

python3 scripts/figures_of_the_house.py    prints them; fails where one is beyond what tests/test_architecture.py holds
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("kith", "local", "frontend")
LONGEST_FILE = 336
LONGEST_FUNCTION = 49
LARGEST_ROOM = 5000
# Rooms that are too large today, by the lines they have. A number may only fall, and below the limit its line goes.
TOO_LARGE = {"families": 7915, "library": 5728, "directory": 5166}
# How far a room may shrink before its number has to be lowered.
SLACK = 250

# Used without Kith around it, by names that are promised.
LIBRARIES = {"kith.methods", "kith.methods.names"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class File:
    """One file of Python, read."""

    path: Path
    name: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """What it says."""
        return ast.parse(self.text)

    @cached_property
    def lines(self) -> int:
        """How many lines it has."""
        return len(self.text.splitlines())

    @property
    def package(self) -> str:
        """The folder it stands in, dotted."""
        return self.name if self.path.name == "__init__.py" else self.name.rpartition(".")[0]

    @cached_property
    def functions(self) -> list[Function]:
        """Every function and method in it."""
        return [node for node in ast.walk(self.tree) if isinstance(node, Function)]


def house(root: Path = ROOT) -> list[File]:
    """The files of the house, without tests and migrations."""
    paths = [path for part in PARTS for path in sorted((root / part).rglob("*.py"))]
    return [_read(path, root) for path in paths if not {"tests", "migrations"} & set(path.relative_to(root).parts)]


def files_of_tests(root: Path = ROOT) -> list[File]:
    """The files that hold tests."""
    return [_read(path, root) for part in (*PARTS, "tests") for path in sorted((root / part).rglob("test_*.py"))]


def _read(path: Path, root: Path) -> File:
    parts = path.relative_to(root).with_suffix("").parts
    return File(path, ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path.read_text("utf-8"))


def length(function: Function) -> int:
    """How many lines the function has, from ``def`` on."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def is_typed(function: Function) -> bool:
    """Whether it says what it takes and what it gives."""
    given = function.args
    wanted = [*given.posonlyargs, *given.args, *given.kwonlyargs, *filter(None, (given.vararg, given.kwarg))]
    untyped = [each.arg for each in wanted if each.annotation is None]
    return function.returns is not None and untyped in ([], ["self"], ["cls"])


def room_sizes(files: Iterable[File]) -> dict[str, int]:
    """How many lines each room has, the largest first."""
    sizes: dict[str, int] = defaultdict(int)
    for file in files:
        part, _, rest = file.name.partition(".")
        if part == "kith" and rest:
            sizes[rest.partition(".")[0]] += file.lines
    return dict(sorted(sizes.items(), key=lambda each: -each[1]))


def rooms_beyond(sizes: Mapping[str, int], too_large: Mapping[str, int]) -> list[str]:
    """What is wrong with the sizes of the rooms, in words."""
    wrong = []
    for room in sorted({*too_large, *(room for room, lines in sizes.items() if lines > LARGEST_ROOM)}):
        lines, held = sizes.get(room, 0), too_large.get(room, LARGEST_ROOM)
        if lines > held:
            wrong.append(f"{room} has {lines} lines and may have {held}: make it two rooms")
        elif lines <= LARGEST_ROOM:
            wrong.append(f"{room} has {lines} lines: take it off the list")
        elif lines < held - SLACK:
            wrong.append(f"{room} has {lines} lines: lower its number on the list from {held}")
    return wrong


def circles(files: Sequence[File]) -> list[set[str]]:
    """The packages that import each other, directly or through others; a folder and what it encloses are one."""
    packages = {file.name: file.package for file in files}
    imports: dict[str, set[str]] = defaultdict(set)
    for file in files:
        for target in filter(None, (_module(name, packages) for name in _imported(file))):
            here, there = file.package, packages[target]
            if not f"{here}.".startswith(f"{there}.") and not f"{there}.".startswith(f"{here}."):
                imports[here].add(there)
    reached = {package: _reached(package, imports) for package in sorted(imports)}
    found: list[set[str]] = []
    for package, others in reached.items():
        circle = {each for each in others if package in reached.get(each, ())}
        if circle and circle not in found:
            found.append(circle)
    return found


def _imported(file: File) -> Iterator[str]:
    for node in ast.walk(file.tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{each.name}" for each in node.names)


def _module(name: str, known: Mapping[str, str]) -> str | None:
    """The module of the house that this name is, or stands in."""
    return next((each for each in (name, name.rpartition(".")[0]) if each in known), None)


def _reached(start: str, imports: Mapping[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        new = imports.get(waiting.pop(), set()) - reached
        reached |= new
        waiting += new
    return reached


def faces(files: Iterable[File]) -> dict[str, int]:
    """The ``__init__`` files that pass names on, and how many each lists twice: imported, and offered."""
    found = {}
    for file in files:
        if file.name in LIBRARIES:
            continue
        offered = _offered(file) if file.path.name == "__init__.py" else set()
        imported = {
            each.asname or each.name
            for node in file.tree.body
            if isinstance(node, ast.ImportFrom)
            for each in node.names
        }
        if offered & imported:
            found[file.name] = len(offered & imported)
    return found


def _offered(file: File) -> set[str]:
    for node in file.tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return set(ast.literal_eval(node.value))
    return set()


def import_exceptions(root: Path = ROOT) -> int:
    """How many imports the walls let through."""
    contracts = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    return sum(len(each.get("ignore_imports", ())) for each in contracts)


def actions_not_reached(root: Path = ROOT) -> int:
    """How many actions stand on the list of those that nothing reaches; tests/test_reached.py holds it to the truth."""
    for node in ast.parse((root / "tests/test_reached.py").read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "NOT_REACHED_YET":
            return len(ast.literal_eval(node.value))
    raise LookupError("tests/test_reached.py has no list NOT_REACHED_YET")


def spread(numbers: Iterable[int]) -> tuple[int, int, int]:
    """The median, the 95th percentile and the largest of the numbers, each one of them."""
    ordered = sorted(numbers)
    return ordered[ceil(len(ordered) * 0.5) - 1], ordered[ceil(len(ordered) * 0.95) - 1], ordered[-1]


def beyond(files: Sequence[File], too_large: Mapping[str, int] = TOO_LARGE) -> list[str]:
    """Every figure that is beyond what the house holds itself to, in words."""
    return [
        *(f"{file.name} has {file.lines} lines" for file in files if file.lines > LONGEST_FILE),
        *(
            f"{file.name}.{each.name} has {length(each)} lines"
            for file in files
            for each in file.functions
            if length(each) > LONGEST_FUNCTION
        ),
        *rooms_beyond(room_sizes(files), too_large),
        *(f"a circle: {' and '.join(sorted(each))}" for each in circles(files)),
        *(f"{name} passes on {count} names: import each from its own file" for name, count in faces(files).items()),
        *([f"{number} imports are let through the walls"] if (number := import_exceptions()) else []),
    ]


def figures(files: Sequence[File]) -> Iterator[tuple[str, str]]:
    """Each figure by its name."""
    functions = [each for file in files for each in file.functions]
    total = sum(file.lines for file in files)
    yield "files", f"{len(files):,} of {total:,} lines; {_spread(file.lines for file in files)}"
    yield "functions", f"{len(functions):,}; {_spread(map(length, functions))}"
    yield "typed signatures", f"{sum(map(is_typed, functions)) / len(functions):.1%}"
    yield "circles, exceptions", f"{len(circles(files))} between packages, {import_exceptions()} imports let through"
    passed_on = faces(files)
    yield "faces", f"{len(passed_on)} that pass names on, {sum(passed_on.values()):,} names listed twice"
    held = files_of_tests()
    yield "files of tests", f"{len(held)} of {sum(file.lines for file in held):,} lines"
    yield "actions not reached", f"{actions_not_reached()}"
    sizes = [f"{room} {lines:,} ({lines / total:.0%})" for room, lines in room_sizes(files).items()]
    for start in range(0, len(sizes), 5):
        yield "" if start else "rooms", ", ".join(sizes[start : start + 5])


def _spread(numbers: Iterable[int]) -> str:
    return "median {}, 95th {}, longest {}".format(*spread(numbers))


def main() -> int:
    """Print the figures; 1 where one is beyond what the house holds itself to."""
    files = house()
    for name, figure in figures(files):
        print(f"  {name:<20} {figure}")
    wrong = beyond(files)
    for each in wrong:
        print(f"  beyond: {each}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
