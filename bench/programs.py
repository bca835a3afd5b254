"""A measure runs as a program of its own, so that nothing is warm, loaded or counted from the one before."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

from testing.place import ROOT


def told_by(module: str, *arguments: object, environment: Mapping[str, str]) -> Any:
    """Run the program and read the JSON in its last line; a program that fails ends the bench."""
    answer = subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(answer.stdout.splitlines()[-1])
