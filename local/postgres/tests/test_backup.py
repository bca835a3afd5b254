"""A backup comes back equal, and the comparison would notice if it had not."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from local.postgres.backup import back_up, checksums, restore
from local.postgres.problem import PostgresProblem
from local.postgres.server import Server


def run(url: str, statement: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement)


@pytest.fixture
def original(server: Server) -> str:
    run(server.url, "CREATE TABLE name (id bigserial PRIMARY KEY, spelt text, at timestamptz DEFAULT now())")
    run(server.url, "INSERT INTO name (spelt) SELECT 'Łucja ' || n FROM generate_series(1, 500) AS n")
    return server.url


@pytest.fixture
def empty(server: Server) -> str:
    run(server.url_of("postgres"), "CREATE DATABASE empty")
    return server.url_of("empty")


def test_what_was_backed_up_comes_back_equal(server: Server, original: str, empty: str, tmp_path: Path) -> None:
    taken = back_up(original, server.binaries, tmp_path / "copy.dump")
    restore(empty, server.binaries, tmp_path / "copy.dump")
    assert taken == checksums(empty) == checksums(original)
    assert taken["public.name"].rows == 500
    assert (tmp_path / "copy.dump").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE name SET spelt = spelt || ' ' WHERE id = 7",
        "DELETE FROM name WHERE id = 7",
        "SELECT nextval('name_id_seq')",
        "CREATE TABLE uninvited ()",
    ],
)
def test_every_kind_of_difference_is_noticed(server: Server, original: str, harm: str) -> None:
    before = checksums(original)
    run(original, harm)
    assert checksums(original) != before


def test_a_backup_that_cannot_be_read_is_refused_in_words(server: Server, empty: str, tmp_path: Path) -> None:
    (tmp_path / "copy.dump").write_bytes(b"not a backup")
    with pytest.raises(PostgresProblem, match="pg_restore failed"):
        restore(empty, server.binaries, tmp_path / "copy.dump")
