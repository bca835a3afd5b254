"""Nothing stands in the product that only tests use, or nothing at all."""

import re
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# `make proof`, `make bench` and what the tests stand on count as users: what they measure or set is there to be used.
USERS = ("kith", "local", "testing", "proof", "bench", "scripts")
OUTSIDE = {"tests", "migrations", "methods"}
# Django finds these by where they stand.
FOUND_BY_PLACE = re.compile(r"/apps\.py$|/management/commands/")
# Actions that have no page yet. This list only shrinks.
NOT_REACHED_YET: set[str] = set()

DEFINED = re.compile(r"^(?:def|class) ([a-z]\w*|[A-Z]\w*)", re.MULTILINE)
# A job stands in a register under a name of its own.
JOBS = re.compile(r"^@(?:job|periodic)\(.*\)\ndef (\w+)", re.MULTILINE)
NO_USE = re.compile(
    r'"""(?s:.*?)"""'  # what is said of it
    r"|^\s*#.*$"
    r"|^from \S+ import (?:\([^)]*\)|.*)$"  # an import is followed by the use, or hands on what another may use
    r"|^__all__ = \[[^\]]*\]"
    r"|\b(?:def|class) \w+",
    re.MULTILINE,
)


def unused(defining: dict[str, str], using: Iterable[str]) -> set[str]:
    """The public functions and classes of these files that none of the texts uses, each with its file."""
    used = {word for text in using for word in re.findall(r"\w+", NO_USE.sub(" ", text))}
    return {
        f"{path}: {name}"
        for path, text in defining.items()
        for name in {*DEFINED.findall(text)} - {*JOBS.findall(text)}
        if name not in used
    }


def texts(ending: str, *folders: str) -> dict[str, str]:
    paths = [path for folder in folders for path in (ROOT / folder).rglob(f"*{ending}")]
    inside = [path for path in paths if "tests" not in path.parts]
    return {str(path.relative_to(ROOT)): path.read_text() for path in inside}


def test_every_public_function_and_class_is_used_by_more_than_its_tests() -> None:
    sources = texts(".py", *USERS)
    defining = {path: text for path, text in sources.items() if path.startswith("kith/")}
    defining = {path: text for path, text in defining.items() if not OUTSIDE & {*Path(path).parts}}
    defining = {path: text for path, text in defining.items() if not FOUND_BY_PLACE.search(path)}
    entry_points = ((ROOT / "pyproject.toml").read_text(), (ROOT / "conftest.py").read_text())
    assert len(defining) > 400
    assert unused(defining, [*sources.values(), *texts(".jinja", "kith").values(), *entry_points]) == NOT_REACHED_YET


def test_a_function_that_is_only_described_imported_or_handed_on_is_named() -> None:
    forgotten = 'def forgotten() -> None:\n    """Nobody calls forgotten()."""\n\n\n@job("a.b")\ndef begun(): ...\n'
    handed_on = 'from a.b import (\n    forgotten,\n)\n\n__all__ = [\n    "forgotten",\n]\n# forgotten()\n'
    assert unused({"a/b.py": forgotten}, [forgotten, handed_on]) == {"a/b.py: forgotten"}
    assert unused({"a/b.py": forgotten}, [forgotten, handed_on, "forgotten()"]) == set()
    assert unused({"a/b.py": forgotten}, [forgotten, handed_on, "{{ words.forgotten() }}"]) == set()
