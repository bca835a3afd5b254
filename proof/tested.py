"""Tests run in a process of their own, and counted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

from testing.database import ROOT


def tested(what: Path, *how: str) -> tuple[int, int]:
    """How many of the tests there were run in this way, and how many of them failed."""
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", *how, "-p", "no:cacheprovider", "-n", "0"]
        subprocess.run([*command, f"--junitxml={report}", "-c", "pyproject.toml", str(what)], cwd=ROOT, check=False)
        suite = ET.parse(report).getroot().find("testsuite")  # noqa: S314  # written by the line above
    assert suite is not None
    run = int(suite.attrib["tests"]) - int(suite.attrib["skipped"])
    return run, int(suite.attrib["failures"]) + int(suite.attrib["errors"])
