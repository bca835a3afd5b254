"""F45: the journeys of each room once more: in other languages, with a script or without, as `make test` walks one.

The alarm: a journey that does not arrive, put beside them, is counted as failed.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

from proof.figures import Outcome, figure
from testing.database import ROOT

PLANTED = """import pytest

@pytest.mark.thorough
def test_a_journey_that_does_not_arrive():
    assert False
"""


@figure("F45", claim="every room's journey in other languages, with a script and without")
def run() -> Outcome:
    """Walk them all, and one that must fail."""
    walked, failed = _walk(ROOT / "tests/journeys")
    with TemporaryDirectory() as folder:
        planted = Path(folder) / "test_planted.py"
        planted.write_text(PLANTED)
        control = _walk(planted) == (1, 1)
    return Outcome(n=walked, failed=failed, control=control)


def _walk(what: Path) -> tuple[int, int]:
    """How many of the journeys there were walked, and how many did not arrive."""
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", "-m", "thorough", "-p", "no:cacheprovider", "-n", "0"]
        subprocess.run([*command, f"--junitxml={report}", "-c", "pyproject.toml", str(what)], cwd=ROOT, check=False)
        suite = ET.parse(report).getroot().find("testsuite")  # noqa: S314  # written by the line above
    assert suite is not None
    walked = int(suite.attrib["tests"]) - int(suite.attrib["skipped"])
    return walked, int(suite.attrib["failures"]) + int(suite.attrib["errors"])
