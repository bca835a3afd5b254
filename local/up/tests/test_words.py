"""What the person who starts a place reads while they wait."""

from __future__ import annotations

from pathlib import Path

import pytest

from local import up
from local.up import words
from testing import database


def test_a_step_is_one_line_and_what_is_said_within_it_stands_below(capsys: pytest.CaptureFixture[str]) -> None:
    with words.step("Reaching"):
        pass
    with words.step("Starting"):
        words.say("    making it anew")
        words.say("    comparing")
    words.say("ready")
    assert capsys.readouterr().out.splitlines() == [
        "  Reaching … 0.0 s",
        "  Starting … ",
        "    making it anew",
        "    comparing",
        "  … 0.0 s",
        "ready",
    ]


def test_a_database_of_ones_own_that_drops_letters_is_reported_with_what_mends_it(
    database_server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def said_of(url: str) -> str:
        monkeypatch.setenv("DATABASE_URL", url)
        up._Place(started=0)._start_database()
        return capsys.readouterr().out

    monkeypatch.setenv("KITH_VAR", str(tmp_path))
    monkeypatch.setenv("KITH_SITE_URL", "http://127.0.0.1:8000")
    with database.without_letters(database_server, database.fresh_name("letterless")) as url:
        assert "CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8'" in said_of(url)
    assert "LC_CTYPE" not in said_of(database_server)  # the control
