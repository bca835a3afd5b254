"""Which tests judge a mutant: those of its room that run the line, the quickest first."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache

from proof.covered import Covered
from proof.mutation.mutants import Mutant
from testing.machine import ROOT

# What the tests of one mutant may take together, by the clock of the run that was measured: more would not be patient
# but blind, for a room's own rule tests take a hundredth of a second. What is not asked cannot kill.
SECONDS = 20.0


@dataclass(frozen=True)
class Judges:
    """The tests to ask, and whether the line also runs while Kith is imported."""

    tests: tuple[str, ...]
    afresh: bool


def judges(mutant: Mutant, covered: Covered) -> Judges:
    """The tests that may notice this mutant.

    Those that run the statement; for what stands outside functions, all that run anything in the file, or else all of
    the room.
    """
    running = covered.data.contexts_by_lineno(str(ROOT / mutant.file))
    lines = _statement(mutant.file, mutant.line) if mutant.function_line else range(max(running, default=0) + 1)
    contexts = {context for line in lines for context in running.get(line, [])}
    ours = _of(mutant.room, {context.rpartition("|")[0] for context in contexts if context})
    if not mutant.function_line and not ours:
        ours = _of(mutant.room, set(covered.seconds))
    ours.sort(key=lambda name: (covered.seconds[name], name))
    afresh = not mutant.function_line or "" in contexts
    return Judges(tuple(_within(ours, covered.seconds)), afresh)


def _of(room: str, names: set[str]) -> list[str]:
    return [name for name in names if name.startswith(f"{room}/")]


def _within(names: list[str], seconds: dict[str, float]) -> list[str]:
    asked: list[str] = []
    left = SECONDS
    for name in names:
        left -= seconds[name]
        if left < 0 and asked:
            break
        asked.append(name)
    return asked


def _statement(file: str, line: int) -> range:
    """The lines of the innermost statement on this line; of one that holds others, the lines of its head."""
    found = range(line, line + 1)
    for node in ast.walk(_tree(file)):
        if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or 0):
            body = getattr(node, "body", None)
            end = body[0].lineno - 1 if body else (node.end_lineno or node.lineno)
            if line <= end:
                found = range(node.lineno, end + 1)
    return found


@cache
def _tree(file: str) -> ast.Module:
    return ast.parse((ROOT / file).read_text())
