"""Packages that a measure stands beside and that Kith itself does not use: installed into a folder of their own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from testing.place import ROOT


def peer_folder(*packages: str) -> Path | None:
    """A folder with these packages, made once a machine; None where they cannot be had (no network)."""
    folder = Path(os.environ.get("KITH_PEERS") or Path(tempfile.gettempdir()) / "kith-peers") / "-".join(packages)
    done = folder / ".done"
    if not done.exists():
        uv = ROOT / ".venv/bin/uv"
        made = subprocess.run(
            [uv, "pip", "install", "--quiet", "--python", sys.executable, "--target", folder, *packages],
            cwd=ROOT,
            check=False,
        )
        if made.returncode:
            return None
        done.touch()
    return folder
