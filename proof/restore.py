"""`make restore`: back up the place, restore it into an empty server, compare every table, and ask the application."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path

import psycopg
from psycopg import sql

from local import place
from local.postgres.backup import Checksum, back_up, checksums, restore
from local.postgres.binaries import find_binaries
from local.postgres.problem import PostgresProblem
from local.postgres.server import Server
from testing.machine import commit, machine
from testing.place import served

PAGES = ("/healthz", "/en/", "/en/help-now/")


def main() -> int:
    """Run the drill on the place's own data; 0 when the copy is equal and answers."""
    print(f"Machine: {machine()}\nCommit:  {commit()}\n")
    place.fill(os.environ)
    try:
        with place.database(os.environ):
            return _drill(os.environ["DATABASE_URL"], place.folder_of_place(os.environ))
    except PostgresProblem as problem:
        print(f"\nThe restore failed: {problem}", file=sys.stderr)
        return 1


def _drill(url: str, folder: Path) -> int:
    subprocess.run([sys.executable, "-m", "kith.config.ready"], check=True)  # on a fresh clone there is no data yet
    file = folder / "backups" / f"{datetime.now(UTC):%Y-%m-%dT%H%M%SZ}.dump"
    started = time.monotonic()
    original = back_up(url, find_binaries(), file)
    rows = sum(checksum.rows for checksum in original.values())
    print(f"Backed up {len(original)} tables and sequences, {rows:,} rows, in {time.monotonic() - started:.1f} s:")
    print(f"  {file} ({file.stat().st_size / 1e6:.1f} MB, readable by its owner only)")
    with _empty_server() as server:
        started = time.monotonic()
        restore(server.url, server.binaries, file)
        print(f"Restored into an empty PostgreSQL {server.binaries.version} in {time.monotonic() - started:.1f} s")
        different = _differences(original, checksums(server.url))
        for name in different:
            print(f"  DIFFERENT: {name}")
        answers = _application_answers(server.url)
        noticed = _a_changed_row_is_noticed(server, original)
    equal = "every checksum is equal" if not different else f"{len(different)} differ"
    print(f"\n{len(original)} tables and sequences: {equal}")
    print(f"The application on the copy {'answers' if answers else 'DOES NOT ANSWER'}")
    print(f"Control: one changed row in the copy is {'noticed' if noticed else 'NOT NOTICED'}")
    return 0 if not different and answers and noticed else 1


def _differences(original: dict[str, Checksum], copy: dict[str, Checksum]) -> list[str]:
    return sorted(name for name in original.keys() | copy.keys() if original.get(name) != copy.get(name))


@contextmanager
def _empty_server() -> Iterator[Server]:
    home = Path(tempfile.mkdtemp(prefix="kith-restore-", dir="/var/tmp"))
    home.chmod(0o755)
    server = Server(home)
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(home, ignore_errors=True)


def _application_answers(url: str) -> bool:
    keys = {name: os.environ[name] for name in ("KITH_SECRET_KEY", "KITH_AUDIT_KEY")}
    # In a folder of its own: the copy's worker must not write among the messages of a place that may be running.
    with tempfile.TemporaryDirectory(prefix="kith-restored-") as var, served(url, Path(var), extra=keys) as restored:
        statuses = {path: _status(restored.port, path) for path in PAGES}
    for path, status in statuses.items():
        print(f"  {path} answers {status}")
    return set(statuses.values()) == {200}


def _status(port: int, path: str) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    finally:
        connection.close()


def _a_changed_row_is_noticed(server: Server, original: dict[str, Checksum]) -> bool:
    table = next(name for name, checksum in original.items() if name.endswith(".django_migrations") and checksum.rows)
    with psycopg.connect(server.url, autocommit=True) as connection:
        connection.execute(
            sql.SQL("UPDATE {} SET name = name || '?' WHERE id = (SELECT min(id) FROM {})").format(
                *[sql.Identifier(*table.split("."))] * 2
            )
        )
    return table in _differences(original, checksums(server.url))


if __name__ == "__main__":
    sys.exit(main())
