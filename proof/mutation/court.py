"""Brings mutants before their judges, two at a time."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from proof.covered import Covered
from proof.mutation.judges import judges
from proof.mutation.judging import PYTEST, SURVIVED, Case
from proof.mutation.mutants import Mutant
from testing import database
from testing.machine import ROOT

AT_ONCE = 2


def survivors(mutants: Sequence[Mutant], covered: Covered) -> Iterator[Mutant]:
    """The mutants that no judge has noticed, those without a judge among them."""
    cases = [_case(number, mutant, covered) for number, mutant in enumerate(mutants)]
    yield from (mutants[case.number] for case in cases if not case.judges)
    # Dear ones are spread over both, for they come in rows: a file's mutants have the same judges.
    judged = sorted((case for case in cases if case.judges), key=lambda case: (case.afresh, case.module))
    with tempfile.TemporaryDirectory(prefix="kith-mutants-") as folder, database.server() as server:
        running = [
            (_begun(judged[turn::AT_ONCE], server, Path(folder, str(turn))), Path(folder, str(turn), "verdicts"))
            for turn in range(AT_ONCE)
        ]
        for process, verdicts in running:
            if process.wait():
                raise RuntimeError(f"The judges ended badly:\n{verdicts.with_name('words').read_text()[-4000:]}")
            yield from _let_go(mutants, verdicts)


def _let_go(mutants: Sequence[Mutant], verdicts: Path) -> Iterator[Mutant]:
    for line in verdicts.read_text().splitlines():
        number, verdict = json.loads(line)
        if verdict == SURVIVED:
            yield mutants[number]


def _case(number: int, mutant: Mutant, covered: Covered) -> Case:
    found = judges(mutant, covered)
    return Case(number, mutant.module, mutant.function_line, mutant.source, found.tests, found.afresh)


def _begun(cases: Sequence[Case], server: str, folder: Path) -> subprocess.Popen[bytes]:
    """One process that judges its cases one after another."""
    folder.mkdir()
    (folder / "cases").write_text(json.dumps([asdict(case) for case in cases]))
    paths = sorted({judge.partition("::")[0] for case in cases for judge in case.judges})
    with (folder / "words").open("wb") as words:
        return subprocess.Popen(
            [*PYTEST, f"--cases={folder}/cases", f"--verdicts={folder}/verdicts", *paths],
            cwd=ROOT,
            # One thread each: a process with more may not fork, and both processors are at work already.
            env=os.environ | {"KITH_TEST_DATABASE_URL": server, "OPENBLAS_NUM_THREADS": "1"},
            stdout=words,
            stderr=subprocess.STDOUT,
        )
