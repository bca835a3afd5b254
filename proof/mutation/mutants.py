"""The mutants of a file: the file with one small error in it."""

from __future__ import annotations

import ast
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from pathlib import Path

import libcst
from mutmut.mutation.file_mutation import Mutation, create_mutations, deep_replace

from testing.machine import ROOT


@dataclass(frozen=True)
class Mutant:
    """One file with one error: where it is, what stood there, what stands there now."""

    file: str
    line: int
    before: str
    after: str
    source: str
    # The first line of the function that the error is in, as Python counts it (decorators included); 0 outside of any.
    function_line: int

    @property
    def module(self) -> str:
        """The name by which the file is imported."""
        return self.file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def room(self) -> str:
        """The folder whose tests judge it."""
        return "/".join(self.file.split("/")[:2])

    def __str__(self) -> str:
        """As it is printed when it survives."""
        return f"{self.file}:{self.line}: {self.before.strip()}  →  {self.after.strip()}"


def sampled(files: Sequence[str], n: int, seed: int) -> list[Mutant]:
    """About n mutants of the files, as many of each file as its share: every k-th, from a start by the seed."""
    waiting = [(file, number) for file in files for number in range(len(_errors(file)[1]))]
    step = max(len(waiting) / n, 1.0)
    start = random.Random(seed).random() * step  # noqa: S311  # a sample, not a secret
    chosen = [waiting[int(start + step * turn)] for turn in range(n) if start + step * turn < len(waiting)]
    found = {file: _errors(file) for file in dict.fromkeys(file for file, _number in chosen)}
    return [made for file, number in chosen if (made := _mutant(file, found[file][0], found[file][1][number]))]


def written(file: str, source: str, changed: str) -> Mutant | None:
    """The file as changed, as a mutant; None where nothing differs or it is no Python any more."""
    lines = enumerate(zip_longest(source.splitlines(), changed.splitlines(), fillvalue=""), start=1)
    line, before, after = next(((number, *pair) for number, pair in lines if pair[0] != pair[1]), (0, "", ""))
    if not line:
        return None
    try:
        ast.parse(changed)
    except SyntaxError:
        return None
    return Mutant(file, line, before, after, changed, function_line(source, line))


def function_line(source: str, line: int) -> int:
    """The first line of the outermost function whose body holds the line; 0 for a line outside of all bodies."""
    for function in _functions(ast.parse(source)):
        if function.body[0].lineno <= line <= (function.end_lineno or 0):
            return min(each.lineno for each in (function, *function.decorator_list))
    return 0


def _functions(node: ast.Module | ast.ClassDef) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for child in node.body:
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield child
        elif isinstance(child, ast.ClassDef):
            yield from _functions(child)


@cache
def _errors(file: str) -> tuple[libcst.Module, list[Mutation]]:
    """The errors that can be made in a file.

    Outside functions stand names, words and tables. A code by another name changes on both sides of every test
    alike, so there only numbers, conditions and calls are tried; the names are held by migrations and catalogues.
    """
    module, mutations, _classes, _functions = create_mutations(file, (ROOT / file).read_text())
    named = (libcst.SimpleString, libcst.Assign, libcst.AnnAssign)
    return module, [
        mutation
        for mutation in mutations
        if isinstance(mutation.contained_by_top_level_function, libcst.FunctionDef)
        or not isinstance(mutation.original_node, named)
    ]


def _mutant(file: str, module: libcst.Module, mutation: Mutation) -> Mutant | None:
    changed = deep_replace(module, mutation.original_node, mutation.mutated_node)
    return written(file, Path(ROOT / file).read_text(), libcst.ensure_type(changed, libcst.Module).code)
