"""A folder that the server's account can enter, and a server in it that is gone after the test."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from local.postgres.process import postmaster
from local.postgres.server import Server


@pytest.fixture
def place() -> Iterator[Path]:
    """A place's folder, with a space in its name, that every account can enter."""
    home = Path(tempfile.mkdtemp(prefix="kith-test-", dir="/var/tmp"))
    home.chmod(0o755)
    yield home / "a place"
    base = (home / "a place" / "postgres").resolve()
    if postmaster(base / "data"):
        Server(home / "a place", durable=False).stop()
    shutil.rmtree(home)


@pytest.fixture
def server(place: Path) -> Server:
    """A running server that does not wait for the disk."""
    server = Server(place, durable=False)
    server.start()
    return server
