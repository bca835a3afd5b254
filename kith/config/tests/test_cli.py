"""A command uses the place's database; one that only asks for words starts none."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError
from django.db import OperationalError

from kith.config import cli
from kith.imports.rows import BadRows
from kith.kernel.refusal import Refusal
from local import place


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """What was begun with a database, as it happens."""
    began: list[str] = []

    @contextmanager
    def serving(folder: Path, **_how: object) -> Iterator[str]:
        began.append("server")
        yield "postgresql://kith@/kith?host=/embedded"

    def execute(arguments: list[str]) -> None:
        began.append(" ".join(arguments[1:]))

    monkeypatch.setattr(place, "serving", serving)
    monkeypatch.setattr(cli, "execute_from_command_line", execute)
    monkeypatch.setattr(cli, "refuse_mixed", lambda: None)
    environ = {"KITH_VAR": str(tmp_path)}
    monkeypatch.setattr("os.environ", environ)
    return began


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    monkeypatch.setattr(sys, "argv", ["kith", *arguments])
    cli.main()


@pytest.mark.parametrize("asked", ["--version", "load --help", "load areas -h", "django help", "django migrate -h"])
def test_what_only_asks_for_words_starts_no_server(asked: str, started: list[str], monkeypatch: Any) -> None:
    run(monkeypatch, *asked.split())
    assert started == [asked.removeprefix("django ")]


def test_the_control_a_command_that_does_something_has_its_server(started: list[str], monkeypatch: Any) -> None:
    run(monkeypatch, "load", "areas", "wards.csv")
    assert started == ["server", "load --traceback areas wards.csv"]


def test_help_for_up_starts_nothing(
    started: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(monkeypatch, "up", "--help")
    assert ended.value.code == 0
    assert "Other kith commands may run beside it" in capsys.readouterr().out
    assert started == []


@pytest.mark.parametrize("asked", ["", "help", "-h", "--help"])
def test_help_shows_kiths_own_commands_in_groups_and_none_of_the_frameworks(
    asked: str, started: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, *asked.split())
    said = capsys.readouterr().out
    assert [name for name in cli.GROUPS if name in said] == list(cli.GROUPS)
    assert "place new" in said
    assert "makemigrations" not in said
    assert started == []


def test_a_command_that_there_is_none_of_is_refused_in_a_sentence(
    started: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SystemExit, match=r"there is no command migrate.*kith django"):
        run(monkeypatch, "migrate")
    assert started == []


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (Refusal("place_there_already"), "A place has begun in this database already"),
        (CommandError("three answers must be mended"), "three answers must be mended"),
        (OperationalError("connection refused\nat line 3"), "connection refused. Nothing was changed"),
        (BadRows(Path("starter"), ["no such kind"]), "no such kind"),
    ],
)
def test_what_a_person_can_mend_is_a_sentence_and_never_a_traceback(
    problem: Exception, words: str, started: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_arguments: list[str]) -> None:
        raise problem

    monkeypatch.setattr(cli, "execute_from_command_line", fail)
    with pytest.raises(SystemExit, match=words) as ended:
        run(monkeypatch, "load", "starter", "folder")
    assert str(ended.value.code).startswith("kith: ")


def test_the_control_a_fault_of_kith_itself_keeps_its_traceback(
    started: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_arguments: list[str]) -> None:
        raise AssertionError

    monkeypatch.setattr(cli, "execute_from_command_line", fail)
    with pytest.raises(AssertionError):
        run(monkeypatch, "load", "starter", "folder")
