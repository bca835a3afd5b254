"""`python -m local.postgres.watcher BASE`: stops a server whose users were all killed, so that it is not left running.

It watches while the server runs and does nothing as long as one user lives. It needs no Django and no psycopg.
"""

from __future__ import annotations

import fcntl
import subprocess
import sys
import time
from pathlib import Path

from local.postgres.layout import Layout
from local.postgres.process import end, postmaster
from local.postgres.users import LOCK, try_lock

ROOT = Path(__file__).resolve().parents[2]
OWN_LOCK = "watcher.lock"
LOOK_EVERY_SECONDS = 1.0


def watch(base: Path) -> None:
    """Stop the server of this folder as soon as it has no user left; ends with the server."""
    with (base / OWN_LOCK).open("r+b") as own, (base / LOCK).open("r+b") as users:
        if not try_lock(own, fcntl.LOCK_EX):
            return
        while pid := postmaster(base / "data"):
            if try_lock(users, fcntl.LOCK_EX):
                end(pid)
                return
            time.sleep(LOOK_EVERY_SECONDS)


def begin(layout: Layout) -> subprocess.Popen[bytes] | None:
    """Begin to watch in a process of its own that outlives us; None where another watches already."""
    with layout.lock_file(OWN_LOCK).open("r+b") as own:
        if not try_lock(own, fcntl.LOCK_EX):
            return None
    return subprocess.Popen(
        [sys.executable, "-m", "local.postgres.watcher", str(layout.base)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


if __name__ == "__main__":
    watch(Path(sys.argv[1]))
