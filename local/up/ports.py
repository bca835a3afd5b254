"""Whether the port is free, and who has it if not."""

from __future__ import annotations

import socket
import time
from pathlib import Path

from local.up.trouble import Trouble

_LISTENING = "0A"


def refuse_taken_port(host: str, port: int, *, patience: float = 0) -> None:
    """Say who holds the port and how to choose another, if it is not free within so many seconds."""
    deadline = time.monotonic() + patience
    while error := _taken(host, port):
        if time.monotonic() > deadline:
            holder = holder_of(port)
            raise Trouble(
                f"port {port} is taken{f' by {holder}' if holder else ''} ({error.strerror}). "
                "Choose another: PORT=8123 make run"
            )
        time.sleep(0.1)


def _taken(host: str, port: int) -> OSError | None:
    """Why the port cannot be listened on, if it cannot."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError:
            raise Trouble(f"only root may listen on port {port}. Choose another: PORT=8123 make run") from None
        except OSError as error:
            return error
    return None


def holder_of(port: int) -> str:
    """The program that listens on the port, or nothing where the machine does not tell."""
    sockets = {f"socket:[{inode}]" for inode in _listening_inodes(port)}
    for link in Path("/proc").glob("[0-9]*/fd/*") if sockets else ():
        try:
            if str(link.readlink()) in sockets:
                process = link.parent.parent
                command = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
                return f"process {process.name} ({command.strip()[:80]})"
        except OSError:
            continue
    return ""


def _listening_inodes(port: int) -> set[str]:
    found: set[str] = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        try:
            rows = Path(table).read_text().splitlines()[1:]
        except OSError:
            continue
        for row in rows:
            columns = row.split()
            if columns[3] == _LISTENING and int(columns[1].rpartition(":")[2], 16) == port:
                found.add(columns[9])
    return found
