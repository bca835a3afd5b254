"""The embedded server starts, keeps its promise after every kind of end, and is closed to strangers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from local.postgres import layout
from local.postgres.problem import PostgresProblem
from local.postgres.process import is_alive, postmaster
from local.postgres.server import Server


def ask(server: Server, question: str) -> object:
    with psycopg.connect(server.url, autocommit=True) as database:
        answer = database.execute(question)
        return answer.fetchone()[0] if answer.description else None  # type: ignore[index]


def pid_of(server: Server) -> int:
    pid = postmaster(server.layout.data)
    assert pid is not None
    return pid


def test_a_new_place_gets_a_server_whose_role_owns_its_database_and_no_more(new_place: Path) -> None:
    server = Server(new_place, durable=False)
    server.start()
    assert ask(server, "SELECT current_user || current_database()") == "kithkith"
    assert ask(server, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is False
    assert ask(server, "SHOW data_checksums") == "on"


def test_nothing_listens_on_the_network_and_nobody_is_trusted(server: Server) -> None:
    assert ask(server, "SHOW listen_addresses") == ""
    assert "trust" not in (server.layout.data / "pg_hba.conf").read_text()
    assert server.layout.socket.stat().st_mode & 0o077 == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root, to be somebody else")
def test_another_user_of_the_machine_is_refused_even_with_the_door_open(server: Server) -> None:
    for folder in (server.layout.base, server.layout.socket, server.layout.socket / layout.SOCKET_NAME):
        folder.chmod(0o777)
    stranger = subprocess.run(
        [server.binaries.program("psql"), server.url, "-c", "SELECT 1"],
        user=1,
        group=1,
        extra_groups=[],
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Peer authentication failed" in stranger.stderr


def test_rows_outlive_an_ordinary_stop(server: Server) -> None:
    ask(server, "CREATE TABLE kept AS SELECT 7 AS n")
    server.stop()
    assert not server.is_running
    server.start()
    assert ask(server, "SELECT n FROM kept") == 7


def test_committed_rows_outlive_kill_9_and_an_open_transaction_does_not(place: Path) -> None:
    server = Server(place)  # the durable one: this is what a place runs
    server.start()
    ask(server, "CREATE TABLE kept (n int)")
    open_one = psycopg.connect(server.url)
    open_one.execute("INSERT INTO kept VALUES (666)")
    ask(server, "INSERT INTO kept SELECT generate_series(1, 5000)")
    os.killpg(pid_of(server), signal.SIGKILL)
    Server(place).start()
    assert ask(server, "SELECT count(*) || ':' || max(n) FROM kept") == "5000:5000"
    open_one.close()


def test_the_start_waits_while_a_dead_postmasters_session_still_works(server: Server) -> None:
    busy = psycopg.connect(server.url, autocommit=True)
    worker = subprocess.Popen(
        [sys.executable, "-c", f"import psycopg; psycopg.connect({server.url!r}).execute('SELECT pg_sleep(1.5)')"],
        stderr=subprocess.DEVNULL,
    )
    while busy.execute("SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(1%'").fetchone() == (1,):
        time.sleep(0.05)
    os.kill(pid_of(server), signal.SIGKILL)
    Server(server.layout.base.parent, durable=False).start()
    assert ask(server, "SELECT 1") == 1
    worker.wait()
    busy.close()


def test_the_note_of_a_stranger_with_the_old_number_is_not_believed(server: Server) -> None:
    os.killpg(pid_of(server), signal.SIGKILL)
    note = server.layout.data / "postmaster.pid"
    lines = note.read_text().splitlines()
    note.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")
    server.start()
    assert ask(server, "SELECT 1") == 1


def test_data_of_another_major_version_is_refused_in_words(server: Server) -> None:
    server.stop()
    (server.layout.data / "PG_VERSION").write_text("14\n")
    with pytest.raises(PostgresProblem, match=r"belongs to PostgreSQL 14.*KITH_PG_BIN"):
        server.start()


def test_a_start_that_cannot_work_says_what_the_server_said(server: Server) -> None:
    server.stop()
    (server.layout.data / "postgresql.local.conf").write_text("shared_buffers = many\n")
    with pytest.raises(PostgresProblem, match=r"(?s)did not start.*shared_buffers"):
        server.start()


def test_a_start_that_was_killed_half_way_is_done_again(new_place: Path) -> None:
    half_done = Server(new_place, durable=False)
    half_done.layout.prepare()
    (half_done.layout.base / "data.new" / "base").mkdir(parents=True)
    half_done.start()
    assert ask(half_done, "SELECT 1") == 1


def test_a_folder_too_deep_for_a_socket_gets_a_short_private_one(new_place: Path) -> None:
    server = Server(new_place / ("deep" * 20), durable=False)
    server.start()
    assert str(server.layout.socket).startswith("/tmp/kith-")
    assert ask(server, "SELECT 1") == 1
    server.stop()


def test_a_socket_folder_that_others_can_enter_is_refused(new_place: Path) -> None:
    server = Server(new_place, durable=False)
    server.layout.prepare()
    server.layout.socket.chmod(0o755)
    with pytest.raises(PostgresProblem, match="not a folder private"):
        server.start()


def test_the_server_ends_when_its_keeper_is_killed(place: Path) -> None:
    words = "import sys, time; from pathlib import Path; from local.postgres.server import Server\n"
    words += f"Server(Path({str(place)!r}), durable=False).start(); print('up', flush=True); time.sleep(60)"
    keeper = subprocess.Popen([sys.executable, "-c", words], stdout=subprocess.PIPE)
    assert keeper.stdout
    assert keeper.stdout.readline() == b"up\n"
    pid = pid_of(Server(place, durable=False))
    keeper.kill()
    keeper.wait()
    keeper.stdout.close()
    deadline = time.monotonic() + 10
    while is_alive(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not is_alive(pid)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root hands the server down to another account")
def test_a_folder_only_root_can_enter_keeps_its_data_where_the_account_can(
    new_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_place.mkdir(mode=0o700)
    monkeypatch.setattr(layout, "ELSEWHERE", new_place.parent / "elsewhere")
    server = Server(new_place / "town", durable=False)
    server.start()
    assert server.layout.is_elsewhere
    assert (new_place / "town" / "postgres").resolve() == server.layout.base
    assert Server(new_place / "town", durable=False).layout == server.layout
    server.stop()


def test_data_set_aside_is_kept_whole_and_a_new_server_begins(server: Server) -> None:
    ask(server, "CREATE TABLE kept AS SELECT 7 AS n")
    aside = server.set_data_aside()
    server.start()
    assert ask(server, "SELECT to_regclass('kept')") is None
    again = server.set_data_aside()
    assert {aside.name, again.name} == {"data.kept-1", "data.kept-2"}
    aside.rename(server.layout.data)
    server.start()
    assert ask(server, "SELECT n FROM kept") == 7
