"""A folder that the server's account can enter, and a server in it that is gone after the test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from local.postgres.server import Server
from local.postgres.tests.folders import copy_data, place_folder


@pytest.fixture(scope="session")
def made_once() -> Iterator[Path]:
    """A data folder as a first start makes it: copied, it is there in a tenth of the time."""
    with place_folder() as place:
        server = Server(place, durable=False)
        server.start()
        server.stop()
        yield server.layout.data


@pytest.fixture
def new_place() -> Iterator[Path]:
    """A place without data."""
    with place_folder() as place:
        yield place


@pytest.fixture
def place(new_place: Path, made_once: Path) -> Path:
    """A place that was started before."""
    copy_data(made_once, new_place)
    return new_place


@pytest.fixture
def server(place: Path) -> Server:
    """A running server that does not wait for the disk."""
    server = Server(place, durable=False)
    server.start()
    return server
