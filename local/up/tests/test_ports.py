"""A taken port is refused with the name of its holder and a way out."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator

import pytest

from local.up.ports import holder_of, refuse_taken_port
from local.up.trouble import Trouble


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_free_port_is_accepted(taken: int) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
    refuse_taken_port("127.0.0.1", free)


def test_a_taken_port_is_refused_with_a_way_out(taken: int) -> None:
    with pytest.raises(Trouble, match=rf"port {taken} is taken.*PORT=8123 make run"):
        refuse_taken_port("127.0.0.1", taken)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells who listens")
def test_whoever_holds_the_port_is_named(taken: int) -> None:
    assert holder_of(taken).startswith(f"process {os.getpid()} (")
