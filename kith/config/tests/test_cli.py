"""A command uses the place's database; one that only asks for words starts none."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from kith.config import cli
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
    environ = {"KITH_VAR": str(tmp_path)}
    monkeypatch.setattr("os.environ", environ)
    return began


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    monkeypatch.setattr(sys, "argv", ["kith", *arguments])
    cli.main()


@pytest.mark.parametrize("asked", ["", "help", "help load", "--version", "load --help", "load areas -h", "-h"])
def test_what_only_asks_for_words_starts_no_server(asked: str, started: list[str], monkeypatch: Any) -> None:
    run(monkeypatch, *asked.split())
    assert started == [asked]


def test_the_control_a_command_that_does_something_has_its_server(started: list[str], monkeypatch: Any) -> None:
    run(monkeypatch, "load", "areas", "wards.csv")
    assert started == ["server", "load areas wards.csv"]


def test_help_for_up_starts_nothing(
    started: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(monkeypatch, "up", "--help")
    assert ended.value.code == 0
    assert "Other kith commands may run beside it" in capsys.readouterr().out
    assert started == []
