"""Data folders made before, in which trigrams drop letters outside ASCII, are made anew; killed, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from local.postgres import cluster, letters, rebuild
from local.postgres.account import server_account
from local.postgres.backup import checksums
from local.postgres.layout import Layout
from local.postgres.problem import PostgresProblem
from local.postgres.server import Server
from local.postgres.tests.folders import copy_data, place_folder
from local.postgres.use import Use

# Arabic, Bengali, Gurmukhi and Cyrillic: a word, and a slip of the finger.
WORDS = {"الحديقه": "الحديقا", "গরনথাগারে": "গরনথাগারি", "ਲਾਇਬਰੇਰੀ": "ਲਾਇਬਰੇਰਾ", "бібліотека": "бібліотекі"}
FILLED = """
CREATE ROLE reader LOGIN PASSWORD 'only for this test';
GRANT reader TO kith;
ALTER ROLE reader SET statement_timeout = '7s';
REVOKE CONNECT ON DATABASE kith FROM PUBLIC;
GRANT CONNECT ON DATABASE kith TO reader;
ALTER DATABASE kith SET work_mem = '17MB';
ALTER ROLE reader IN DATABASE kith SET lock_timeout = '3s';
CREATE EXTENSION pg_trgm;
CREATE TABLE word (spelt text);
CREATE INDEX ON word USING gin (spelt gin_trgm_ops);
ALTER TABLE word OWNER TO kith;
GRANT SELECT ON word TO reader;
"""
RIGHTS = """
SELECT (SELECT array_agg(one::text ORDER BY one::text) FROM pg_database, unnest(datacl) AS one WHERE datname = 'kith'),
       (SELECT relacl::text FROM pg_class WHERE relname = 'word'),
       (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE relname = 'word'), current_setting('work_mem'),
       current_setting('log_min_duration_statement'),
       (SELECT setconfig FROM pg_db_role_setting AS s JOIN pg_roles AS r ON r.oid = s.setrole
        WHERE rolname = 'reader' AND setdatabase <> 0)
"""


def as_owner(server: Server, statement: str) -> list[tuple[object, ...]]:
    with psycopg.connect(server.url_of("kith", as_owner=True), autocommit=True) as connection:
        answer = connection.execute(statement)
        return answer.fetchall() if answer.description else []


def found(server: Server) -> set[str]:
    """The words that are found by their slips, through the index where that knows them."""
    with psycopg.connect(server.url) as connection:
        question = "SELECT 1 FROM word WHERE spelt = %s AND %s <%% spelt"
        return {word for word, slip in WORDS.items() if connection.execute(question, [word, slip]).fetchone()}


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture(scope="module")
def old_data() -> Iterator[Path]:
    """A data folder as earlier releases made it, with words in it."""
    with place_folder() as place:
        server = Server(place, durable=False)
        with pytest.MonkeyPatch.context() as before:
            before.setattr(letters, "ctype", lambda: None)
            server.start()
        as_owner(server, FILLED)
        with psycopg.connect(server.url) as connection:
            connection.cursor().executemany("INSERT INTO word VALUES (%s)", [[word] for word in WORDS])
        server.stop()
        (server.layout.data / "postgresql.local.conf").write_text("log_min_duration_statement = 12345\n")
        yield server.layout.data


@pytest.fixture
def made_before(new_place: Path, old_data: Path, said: list[str]) -> Server:
    """The running server of a place that was made by an earlier release."""
    copy_data(old_data, new_place)
    server = Server(new_place, durable=False, say=said.append)
    server.start()
    return server


def test_data_made_before_are_made_anew_whole_and_then_misspelt_words_are_found(
    made_before: Server, said: list[str]
) -> None:
    server = made_before
    assert found(server) == set()  # the control: this is the fault
    assert "12345" in str(as_owner(server, RIGHTS))
    rights, rows = as_owner(server, RIGHTS), checksums(server.url_of("kith", as_owner=True))
    server.stop()
    with Use(server):
        assert found(server) == set(WORDS)
        assert checksums(server.url_of("kith", as_owner=True)) == rows
        assert as_owner(server, RIGHTS) == rights
    assert "Making this place's PostgreSQL anew" in said[0]
    assert said[-1] == "The new one answers; the old data folder was deleted."
    assert not {cluster.WORK, cluster.COMPLETE, cluster.BEFORE} & {each.name for each in server.layout.base.iterdir()}


def test_a_copy_that_differs_is_given_up_and_the_old_data_go_on(
    made_before: Server, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rebuild, "checksums", lambda _url: {})
    rows = checksums(made_before.url)
    with Use(made_before):
        assert checksums(made_before.url) == rows
    assert "goes on as it was; the next start tries again. The copy of kith differs." in said[-1]


def test_what_is_of_no_worth_is_thrown_away_instead(made_before: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    made_before.of_worth = False
    with Use(made_before):
        assert as_owner(made_before, "SELECT to_regclass('word')") == [(None,)]
        assert not letters.are_dropped(made_before.url)


def test_a_disk_without_room_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "base").write_bytes(b"0" * 1000)
    rebuild._refuse_without_room(tmp_path)
    monkeypatch.setattr(rebuild.shutil, "disk_usage", lambda _path: replace_free(1999))
    with pytest.raises(PostgresProblem, match="GB on the disk"):
        rebuild._refuse_without_room(tmp_path)


class replace_free:  # noqa: N801  # stands for what the machine says of a disk
    def __init__(self, free: int) -> None:
        self.free = free


class Killed(BaseException):
    """The process ends here."""


@pytest.fixture
def folders(tmp_path: Path) -> Layout:
    """Old data in their place, and a complete copy that is about to take it; no server runs."""
    for folder, words in ((tmp_path / "data", "old"), (tmp_path / cluster.WORK / "data", "new")):
        folder.mkdir(parents=True)
        (folder / "words").write_text(words)
    return Layout(tmp_path, server_account(None))


@pytest.mark.parametrize("renames", range(4))
def test_killed_at_any_point_of_the_exchange_the_data_are_there(
    renames: int, folders: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = 0
    rename = Path.rename

    def killed_in_time(path: Path, to: Path) -> Path:
        nonlocal done
        if done == renames:
            raise Killed
        done += 1
        return rename(path, to)

    with monkeypatch.context() as before:
        before.setattr(Path, "rename", killed_in_time)
        if renames < 3:
            with pytest.raises(Killed):
                cluster.exchange(folders)
        else:
            cluster.exchange(folders)
    cluster.settle(folders)
    kept = (folders.data / "words").read_text()
    assert kept == ("old" if renames < 2 else "new")
    assert cluster.forget_before(folders) == (kept == "new")
    assert [each.name for each in folders.base.iterdir()] == ["data"]


def test_a_copy_that_was_never_exchanged_is_not_believed_later(folders: Layout) -> None:
    """Another release may have written into the old data meanwhile."""
    (folders.base / cluster.WORK / "data").rename(folders.base / cluster.COMPLETE)
    cluster.settle(replace(folders))
    assert (folders.data / "words").read_text() == "old"
    assert not (folders.base / cluster.COMPLETE).exists()
