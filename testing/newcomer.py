"""`python -m testing.newcomer`: follow docs/add-a-room.md to the letter: its files, its additions, its commands.

Run by itself it follows the page here; tests and proofs follow it in a copy of the tree.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from testing import database
from testing.database import ROOT

PAGE = ROOT / "docs/add-a-room.md"
FOLDERS = ("frontend", "kith", "local", "testing", "tests", "scripts", "proof", "bench", "docs", "requirements")
FILES = ("conftest.py", "pyproject.toml", "README.md")
# Above a block stands its file, by the path that the line begins with; commands need none.
_BLOCK = re.compile(r"^(?:`([\w./-]+)`[^\n]*\n(?:(?!```)[^\n]+\n)*)?```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SEVERAL_VERBS = """
import sys
from django.core.management import execute_from_command_line
for verb in sys.argv[1:]:
    execute_from_command_line(["kith", *verb.split()])
"""


class DoesNotWork(Exception):
    """The page does not fit the tree, or what it says to run fails."""


@dataclass(frozen=True)
class Step:
    """One thing to do: write a new file, add to one that is there, or run commands."""

    path: str
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.path or '$'}: {self.text.strip().splitlines()[-1]}"

    def do(self, root: Path, environment: Mapping[str, str]) -> None:
        """Do it in this tree; what is there already is left as it is."""
        path = root / self.path
        if self.language == "sh":
            run(["/usr/bin/env", "bash", "-euc", self.text], root, environment)
        elif self.language == "diff":
            path.write_text(self._added(path.read_text("utf-8")), "utf-8")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.text, "utf-8")

    def _added(self, text: str) -> str:
        lines = self.text.splitlines()
        before = "\n".join(line[1:] for line in lines if line[:1] != "+")
        after = "\n".join(line[1:] for line in lines if line[:1] != "-")
        if after in text:
            return text
        if text.count(before) != 1:
            raise DoesNotWork(f"{self.path}: this stands there {text.count(before)} times:\n{before}")
        return text.replace(before, after)


def steps(page: str) -> list[Step]:
    """What the page says to do, in its order; the additions to one file are a step each."""
    found = [Step(*block) for block in _BLOCK.findall(page)]
    if unnamed := [step.text for step in found if not step.path and step.language != "sh"]:
        raise DoesNotWork(f"of which file is this?\n{unnamed[0]}")
    return [replace(step, text=part) for step in found for part in re.split(r"(?m)^@@\n", step.text)]


def follow(page: Iterable[Step], root: Path, server_url: str) -> None:
    """Do all that the page says in a copy of the tree; its last steps lay out the database, and try the room."""
    *making, laying_out, trying = page
    for step in making:
        step.do(root, {})

    def lay_out(url: str) -> None:
        verbs = [line.removeprefix(".venv/bin/kith ").removeprefix("django ") for line in laying_out.text.splitlines()]
        # One process for all: to start Kith takes longer than any of these.
        verbs += ["check", "makemigrations --check --dry-run", "migrate --skip-checks --verbosity=0"]
        run([sys.executable, "-c", _SEVERAL_VERBS, *verbs], root, database.environment(url, root / "var"))

    with database.template_beside(server_url, root, lay_out):
        trying.do(root, {"KITH_TEST_DATABASE_URL": server_url})


def copy_tree(to: Path) -> None:
    """Copy what stands here, with what is built in it; pictures and the environment of Python are left out."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, to / name, ignore=shutil.ignore_patterns("screens", "node_modules"))
    for name in FILES:
        shutil.copy2(ROOT / name, to / name)
    if (known := ROOT / ".import_linter_cache").exists():  # what imports what, by the files' own times
        shutil.copytree(known, to / known.name)
    (to / ".venv").symlink_to(sys.prefix)
    (to / "var").mkdir()


def run(command: list[str], root: Path, environment: Mapping[str, str]) -> None:
    """Run a command of this tree; DoesNotWork says what it said."""
    # A test run that stands around this one must not steer it.
    own = {name: value for name, value in os.environ.items() if not name.startswith(("KITH_", "PYTEST_"))}
    if own.pop("PYTHONDONTWRITEBYTECODE", ""):
        own["PYTHONPYCACHEPREFIX"] = str(root / "var/bytecode")
    said = subprocess.run(
        command,
        cwd=root,
        env={**own, "PYTHONPATH": str(root), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if said.returncode:
        raise DoesNotWork(f"{command[-1]}\n{said.stdout[-4000:]}{said.stderr[-4000:]}")


def main() -> None:
    """Follow the page in this tree."""
    for step in steps(PAGE.read_text("utf-8")):
        print(step, flush=True)
        step.do(ROOT, {})


if __name__ == "__main__":
    main()
