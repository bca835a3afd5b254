"""Run a promise that is written among the tests, in a process and a database of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from proof.figures import Outcome
from testing import database
from testing.place import ROOT


def counted_by(module: str, *arguments: str) -> Outcome:
    """What the module counted: it prints its faults, and last a JSON object with n, failed and control."""
    with (
        tempfile.TemporaryDirectory(prefix="kith-figure-") as var,
        database.server() as server,
        database.database(server, database.fresh_name("figure")) as url,
    ):
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("KITH_", "PG"))}
        said = subprocess.run(
            [sys.executable, "-m", module, *arguments],
            cwd=ROOT,
            env=clean | database.environment(url, Path(var)),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        ).stdout.splitlines()
    for line in said[:-1]:
        print(f"  {line}")
    return Outcome(**json.loads(said[-1]))
