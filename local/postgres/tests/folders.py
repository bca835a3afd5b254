"""Folders of places for tests, with a data folder copied where one need not be made."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from local.postgres.layout import layout_for
from local.postgres.process import postmaster
from local.postgres.server import Server


@contextmanager
def place_folder() -> Iterator[Path]:
    """A place's folder, with a space in its name, that every account can enter."""
    home = Path(tempfile.mkdtemp(prefix="kith-test-", dir="/var/tmp"))
    home.chmod(0o755)
    yield home / "a place"
    base = (home / "a place" / "postgres").resolve()
    if postmaster(base / "data"):
        Server(home / "a place", durable=False).stop()
    shutil.rmtree(home)


def copy_data(data: Path, place: Path) -> None:
    """Give this place a copy of a data folder that no server uses."""
    layout = layout_for(place)
    layout.account.take(layout.base)
    subprocess.run(["cp", "-a", data, layout.data], check=True)
