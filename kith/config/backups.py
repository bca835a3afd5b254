"""Backups of the place: made in one file, proven by a restore that is compared table by table, and noted."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from kith.kernel import clock
from local.postgres.backup import Checksum, back_up, checksums, restore
from local.postgres.binaries import Binaries
from local.postgres.problem import PostgresProblem

ENDING = ".dump"
NOTE = "backups.json"
SUMS = ".sums.json"


@dataclass(frozen=True)
class BackupNotes:
    """What was made and proven last, noted in the folder of the place, where health and the desk may read it."""

    folder: Path

    def read(self) -> dict[str, Any]:
        """The notes; none where nothing was noted, or the note cannot be read."""
        try:
            return dict(json.loads((self.folder / NOTE).read_text("utf-8")))
        except (OSError, ValueError):
            return {}

    def write(self, what: str, file: Path, found: Mapping[str, Checksum]) -> None:
        """Note that this was made or proven now."""
        rows = sum(each.rows for each in found.values())
        said = {"at": clock.now().isoformat(), "file": file.name, "tables": len(found), "rows": rows}
        self.folder.mkdir(parents=True, exist_ok=True)
        unfinished = (self.folder / NOTE).with_suffix(".new")
        unfinished.write_text(json.dumps({**self.read(), what: said}), "utf-8")
        unfinished.replace(self.folder / NOTE)


def make_backup(url: str, binaries: Binaries, folder: Path, *, notes: BackupNotes, keep: int) -> Path:
    """Write the database into a file of the folder, with its checksums beside it; older files than ``keep`` go."""
    file = folder / f"{clock.now():%Y-%m-%dT%H%M%SZ}{ENDING}"
    found = back_up(url, binaries, file)
    sums = {name: [each.rows, each.digest] for name, each in found.items()}
    file.with_suffix(SUMS).write_text(json.dumps(sums), "utf-8")
    notes.write("made", file, found)
    for old in sorted(folder.glob(f"*{ENDING}"))[:-keep]:
        old.unlink()
        old.with_suffix(SUMS).unlink(missing_ok=True)
    return file


def prove_backup(url: str, binaries: Binaries, file: Path, *, notes: BackupNotes) -> int:
    """Restore the file into a database of its own beside the place's, and compare every table; how many there are.

    A table that differs, or a restore that fails, is a PostgresProblem; the copy is dropped either way.
    """
    sums = file.with_suffix(SUMS)
    if not file.exists() or not sums.exists():
        raise PostgresProblem(f"{file} and its checksums are not both here. Make a backup first: kith backup make")
    wanted = {name: Checksum(*each) for name, each in json.loads(sums.read_text("utf-8")).items()}
    with _empty_database(url) as copy:
        restore(copy, binaries, file)
        found = checksums(copy)
    different = sorted(name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name))
    if different:
        raise PostgresProblem(f"{file.name} is not what was backed up. Different: {', '.join(different)}")
    notes.write("proven", file, found)
    return len(found)


def newest(folder: Path) -> Path:
    """The newest backup of the folder; PostgresProblem where there is none."""
    files = sorted(folder.glob(f"*{ENDING}"))
    if not files:
        raise PostgresProblem(f"There is no backup in {folder}. Make one first: kith backup make")
    return files[-1]


@contextmanager
def _empty_database(url: str) -> Iterator[str]:
    name = f"kith_proof_{clock.now():%Y%m%d%H%M%S}"
    try:
        _run(url, "CREATE DATABASE {} TEMPLATE template0", name)
    except psycopg.errors.InsufficientPrivilege:
        raise PostgresProblem(
            "The role of DATABASE_URL may not make a database to prove the backup in. Let it: ALTER ROLE kith CREATEDB "
            "(with its name)."
        ) from None
    try:
        yield urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
    finally:
        _run(url, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


def _run(url: str, statement: str, name: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(sql.Identifier(name)))


def when(noted: Mapping[str, Any] | None) -> datetime | None:
    """The instant of a note."""
    return datetime.fromisoformat(noted["at"]) if noted else None
