"""What was backed up and proven last is noted, and old files go."""

from pathlib import Path
from typing import Any

import pytest

from kith.config import backups
from kith.config.backups import BackupNotes, make_backup, newest, prove_backup, when
from local.postgres.backup import Checksum
from local.postgres.problem import PostgresProblem

FOUND = {"public.a": Checksum(3, "7"), "public.b": Checksum(2, "9")}


@pytest.fixture
def dumped(monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that is written in no time."""

    def back_up(_url: str, _binaries: object, file: Path) -> dict[str, Checksum]:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"dump")
        return FOUND

    monkeypatch.setattr(backups, "back_up", back_up)


@pytest.mark.usefixtures("dumped")
def test_a_backup_is_noted_and_only_the_newest_are_kept(tmp_path: Path, clock: Any) -> None:
    notes = BackupNotes(tmp_path / "place")
    for _ in range(3):
        file = make_backup("url", None, tmp_path, notes=notes, keep=2)  # type: ignore[arg-type]
        clock.advance(hours=1)
    assert newest(tmp_path) == file
    assert len(list(tmp_path.glob("*.dump"))) == len(list(tmp_path.glob("*.sums.json"))) == 2
    made = notes.read()["made"]
    assert (made["tables"], made["rows"], made["file"]) == (2, 5, file.name)
    assert when(made) is not None


def test_what_is_not_there_is_said_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(PostgresProblem, match="kith backup make"):
        newest(tmp_path)
    with pytest.raises(PostgresProblem, match="kith backup make"):
        prove_backup("url", None, tmp_path / "no.dump", notes=BackupNotes(tmp_path))  # type: ignore[arg-type]
    assert BackupNotes(tmp_path).read() == {}
