"""A demonstration here needs no setting up by hand; an installation with keys of its own is left alone."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from local import place


def test_a_demonstration_gets_keys_of_its_own_and_keeps_them(tmp_path: Path) -> None:
    first = {"KITH_VAR": str(tmp_path)}
    again = {"KITH_VAR": str(tmp_path)}
    place.fill(first)
    place.fill(again)
    assert first == again
    assert len({first["KITH_SECRET_KEY"], first["KITH_AUDIT_KEY"]}) == 2
    assert first["PLACE"] == "milton-keynes"
    assert stat.S_IMODE((tmp_path / "milton-keynes" / "keys.json").stat().st_mode) == 0o600


def test_two_places_have_different_keys(tmp_path: Path) -> None:
    one = {"KITH_VAR": str(tmp_path)}
    other = {"KITH_VAR": str(tmp_path), "PLACE": "coventry"}
    place.fill(one)
    place.fill(other)
    assert one["KITH_SECRET_KEY"] != other["KITH_SECRET_KEY"]


@pytest.mark.parametrize(
    "own", [{"KITH_SECRET_KEY": "s"}, {"KITH_DEMONSTRATION": "false"}, {"KITH_DEMONSTRATION": "0"}]
)
def test_an_installation_of_its_own_is_given_nothing(own: dict[str, str], tmp_path: Path) -> None:
    environ = {"KITH_VAR": str(tmp_path), **own}
    place.fill(environ)
    assert set(environ) == {"KITH_VAR", "DJANGO_SETTINGS_MODULE", *own}
    assert list(tmp_path.iterdir()) == []


def test_a_place_cannot_be_named_out_of_its_folder(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="lower-case letters"):
        place.folder_of_place({"KITH_VAR": str(tmp_path), "PLACE": "../elsewhere"})


def test_what_a_place_has_written_is_set_aside_whole_and_its_keys_stay(tmp_path: Path) -> None:
    for name in ("keys.json", "up.lock", "audit-seal.txt", "ready.json"):
        (tmp_path / name).write_text(name)
    for name in ("postgres", "messages", "data.kept-1"):
        (tmp_path / name).mkdir()
    (tmp_path / "messages" / "one.txt").write_text("one")
    aside = place.set_aside(tmp_path)
    assert aside.name == "data.kept-2"
    assert {each.name for each in aside.iterdir()} == {"audit-seal.txt", "ready.json", "messages"}
    assert (aside / "messages" / "one.txt").read_text() == "one"
    assert {each.name for each in tmp_path.iterdir()} == {
        *("keys.json", "up.lock", "postgres", "data.kept-1", "data.kept-2"),
    }
