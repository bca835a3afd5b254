"""The tests under coverage: the branches they run, which test runs which line, and how long each takes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from coverage import Coverage, CoverageData

from proof.figures import DEFAULT_SEED
from testing.machine import ROOT

WITHOUT_BROWSER = ["-m", "not browser"]
SEEDED = [f"--randomly-seed={DEFAULT_SEED}", f"--hypothesis-seed={DEFAULT_SEED}"]


@dataclass(frozen=True)
class Covered:
    """What one run of the tests covered."""

    measured: Coverage
    seconds: dict[str, float]

    @property
    def data(self) -> CoverageData:
        """The lines, branches and tests as coverage keeps them."""
        return self.measured.get_data()


@contextmanager
def covered_by(*paths: str, with_tests: bool = False) -> Iterator[Covered]:
    """Run the tests in these folders, those in a browser left out, and give what they covered; all must pass.

    With tests, each line also knows the tests that ran it.
    """
    with tempfile.TemporaryDirectory(prefix="kith-coverage-") as folder:
        data, seconds = Path(folder, "coverage"), Path(folder, "seconds.json")
        command = [sys.executable, "-m", "pytest", *paths, *WITHOUT_BROWSER, *SEEDED, "-n", "2", "--dist", "loadgroup"]
        command += ["-q", "-p", "no:cacheprovider", "-p", "proof.covered", f"--seconds-to={seconds}"]
        command += ["--cov", "--cov-report=", *["--cov-context=test"] * with_tests]
        said = subprocess.run(
            command,
            cwd=ROOT,
            env=os.environ | {"COVERAGE_FILE": str(data)},
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
        if said.returncode:
            raise RuntimeError(f"The tests did not pass:\n{said.stdout[-4000:]}")
        measured = Coverage(data_file=str(data), config_file=str(ROOT / "pyproject.toml"))
        measured.load()
        yield Covered(measured, json.loads(seconds.read_text()))


def branches(covered: Covered, files: list[str]) -> tuple[int, int]:
    """How many branches these files have, and how many of them were taken."""
    there = taken = 0
    for file in files:
        counted = covered.measured.branch_stats(str(ROOT / file))
        there += sum(ways for ways, _taken in counted.values())
        taken += sum(way_taken for _ways, way_taken in counted.values())
    return there, taken


# --- what pytest calls in the run -----------------------------------------------------------------------------------


def pytest_addoption(parser: pytest.Parser) -> None:
    """Where the seconds of each test are to be written."""
    parser.addoption("--seconds-to", default="")


class _Seconds:
    """Adds up how long each test took, its fixtures included."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._of: dict[str, float] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._of[report.nodeid] = self._of.get(report.nodeid, 0.0) + report.duration

    def pytest_sessionfinish(self) -> None:
        self._path.write_text(json.dumps(self._of))


def pytest_configure(config: pytest.Config) -> None:
    """Count in the main process, which hears of every test, not in the workers."""
    if config.getoption("--seconds-to") and not hasattr(config, "workerinput"):
        config.pluginmanager.register(_Seconds(Path(config.getoption("--seconds-to"))))
