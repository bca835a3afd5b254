"""What is kept of compiled templates is read by the next process, follows its source, and may fail to be kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from kith.platform.ui import compiled
from kith.platform.ui.compiled import compiled_in


def rendered(folder: Path, source: str, monkeypatch: pytest.MonkeyPatch) -> tuple[str, int]:
    """What a process of its own renders, and how many templates it compiled."""
    made: list[str] = []
    environment = Environment(loader=DictLoader({"page": source}), bytecode_cache=compiled_in(folder), autoescape=True)
    own = environment.compile

    def counted(*args: object, **kwargs: object) -> object:
        made.append(str(args[1]))
        return own(*args, **kwargs)  # type: ignore[arg-type,call-overload]

    monkeypatch.setattr(environment, "compile", counted)
    return environment.get_template("page").render(), len(made)


def test_a_template_is_compiled_once_and_again_when_it_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rendered(tmp_path, "one", monkeypatch) == ("one", 1)
    assert rendered(tmp_path, "one", monkeypatch) == ("one", 0)
    assert rendered(tmp_path, "two", monkeypatch) == ("two", 1)


def test_another_jinja_keeps_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered(tmp_path, "one", monkeypatch)
    monkeypatch.setattr(compiled.jinja2, "__version__", "99.0")
    assert rendered(tmp_path, "one", monkeypatch) == ("one", 1)


def test_where_nothing_can_be_kept_pages_are_rendered_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("not a folder")
    assert compiled_in(tmp_path / "file") is None

    def no_space(*_args: object) -> None:
        raise OSError("no space is left")

    monkeypatch.setattr(compiled.FileSystemBytecodeCache, "dump_bytecode", no_space)
    assert rendered(tmp_path, "one", monkeypatch) == ("one", 1)
