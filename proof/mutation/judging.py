"""The pytest plugin that judges mutants: each in a fork of one collected session, or in a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import zip_longest
from pathlib import Path
from types import FrameType, FunctionType

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import Phase, settings

from proof.mutation.planting import InItsPlace, living, plant

PYTEST = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly"]
PYTEST += ["-p", "proof.mutation.judging", "--hypothesis-profile=judging"]
PROCESSOR_SECONDS = 60.0
SECONDS = 400.0
SURVIVED, TOO_LONG, NOT_PUT_IN, FELL_OVER = "survived", "too long", "not put in", "the court fell over"

# The first example that fails is enough; the smallest need not be sought.
settings.register_profile("judging", phases=[Phase.explicit, Phase.generate], deadline=None, derandomize=True)


class TooLong(BaseException):
    """A mutant that does not come to an end; no `except Exception` of ours may swallow it."""


@dataclass(frozen=True)
class Case:
    """One mutant, and the tests that judge it, quickest first."""

    number: int
    module: str
    function_line: int
    source: str
    judges: tuple[str, ...]
    afresh: bool


def pytest_addoption(parser: pytest.Parser) -> None:
    """Where the cases stand and the verdicts go; or one case that this process is given from its first import on."""
    for option in ("--cases", "--verdicts", "--in-its-place"):
        parser.addoption(option, default="")


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Put the one case in before anything of Kith is imported."""
    if path := early_config.known_args_namespace.in_its_place:
        case = json.loads(Path(path).read_text())
        assert case["module"] not in sys.modules, "too late: it is imported already"
        sys.meta_path.insert(0, InItsPlace(case["module"], case["source"]))


def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Judge the cases one after another instead of running the tests."""
    if not session.config.getoption("--cases"):
        return None
    cases = [Case(**case) for case in json.loads(Path(session.config.getoption("--cases")).read_text())]
    items = {item.nodeid: item for item in session.items}
    functions = living()
    noticed_by: set[str] = set()
    with Path(session.config.getoption("--verdicts")).open("a") as verdicts:
        for case in cases:
            verdict = _verdict(case, functions.get((case.module, case.function_line), []), items)
            verdicts.write(json.dumps([case.number, verdict]) + "\n")
            verdicts.flush()
            noticed_by.add(verdict)
    # A test that also cries over the right code has noticed nothing.
    honest = [item for name, item in items.items() if name in noticed_by]
    if (cried := _in_a_fork([], "", honest)) != SURVIVED:
        raise RuntimeError(f"{cried} fails without any mutant")
    return True


def _verdict(case: Case, functions: Sequence[FunctionType], items: dict[str, pytest.Item]) -> str:
    verdict = NOT_PUT_IN
    if functions and not case.afresh:
        verdict = _in_a_fork(functions, case.source, [items[name] for name in case.judges])
    return _in_a_process_of_its_own(case) if verdict == NOT_PUT_IN else verdict


def _in_a_fork(functions: Sequence[FunctionType], source: str, judges: Sequence[pytest.Item]) -> str:
    """What became of it: the name of the test that noticed it, or one of the words above."""
    reading, writing = os.pipe()
    if not os.fork():
        os.close(reading)
        verdict = FELL_OVER
        try:
            fits = not functions or plant(functions, source)
            verdict = _judged(judges) if fits else NOT_PUT_IN
        except TooLong:
            verdict = TOO_LONG
        finally:
            os.write(writing, verdict.encode())
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        verdict = told.read()
    os.wait()
    if verdict in (FELL_OVER, ""):  # this is no verdict: to count it as noticed would flatter the tests
        raise RuntimeError(f"{FELL_OVER} over {[item.nodeid for item in judges]}")
    return verdict


def _judged(judges: Sequence[pytest.Item]) -> str:
    """Run the judges until one fails: its name, or that none did."""
    signal.signal(signal.SIGPROF, _stop)
    signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_PROF, PROCESSOR_SECONDS)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    for item, following in zip_longest(judges, judges[1:]):
        if any(report.failed for report in runtestprotocol(item, log=False, nextitem=following)):
            with suppress(Exception):  # what is taken down may rest on the mutant as well
                item.session._setupstate.teardown_exact(None)
            return item.nodeid
    return SURVIVED


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise TooLong


def _in_a_process_of_its_own(case: Case) -> str:
    """Judge it from the first import on; the tests by their names alone, for a mutant may change the examples."""
    names = list(dict.fromkeys(judge.partition("[")[0] for judge in case.judges))
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(asdict(case), file)
        file.flush()
        try:
            ended = subprocess.run(
                [*PYTEST, "-x", f"--in-its-place={file.name}", *names],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=SECONDS,
                check=False,
            ).returncode
        except subprocess.TimeoutExpired:
            return TOO_LONG
    return SURVIVED if ended == pytest.ExitCode.OK else f"ended with {ended}"
