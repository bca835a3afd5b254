"""The built files: small, complete, mirrored, from nowhere else, and made again only when something changed."""

import gzip
import json
import re
from pathlib import Path

import brotli
import pytest

from frontend.build import __main__ as build
from frontend.build import node, output
from frontend.build.fonts import FACES, FACES_OF_LANGUAGE
from frontend.build.paths import AXE, BUILT, LOCK
from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.platform.ui import assets

FIRST_VIEW = 150_000
ROOM_FOR_THE_PAGE = 20_000


def served(name: str) -> Path:
    return BUILT / assets.read_manifest()["files"][name]


SHEETS = ("app.css", "app.rtl.css")


def test_the_build_is_of_these_sources():
    assert output.is_current(BUILT, build.source_stamp())


def test_nothing_changed_means_nothing_to_do(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(build, "find_node", lambda _say: pytest.fail("looked for Node"))
    said: list[str] = []
    assert build.build(said.append) is False
    assert said == ["nothing changed"]


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES, ids=lambda language: language.code)
def test_the_first_view_leaves_room_for_the_page_in_every_language(language):
    style = served("app.rtl.css" if language.direction == "rtl" else "app.css")
    fonts = sum(served(name).stat().st_size for name in FACES_OF_LANGUAGE[language.code])
    assert style.with_name(style.name + ".gz").stat().st_size + fonts < FIRST_VIEW - ROOM_FOR_THE_PAGE


def test_every_interface_language_has_its_letters():
    assert set(FACES_OF_LANGUAGE) == {language.code for language in INTERFACE_LANGUAGES}
    assert {name for names in FACES_OF_LANGUAGE.values() for name in names} <= set(FACES)


def test_arabic_letters_are_offered_for_joiners_only_where_pages_run_from_right_to_left():
    left, right = (re.findall(r"noto-arabic[^}]*unicode-range:([^}]*)", served(each).read_text()) for each in SHEETS)
    assert left == ["U+600-6FF"]
    assert right == ["U+600-6FF,U+200C-200F,U+2010-2011"]


@pytest.mark.parametrize("name", SHEETS)
def test_a_style_sheet_asks_for_nothing_from_elsewhere(name: str):
    sheet = served(name).read_text()
    for address in re.findall(r"url\(([^)]*)\)", sheet):
        assert address.strip("\"'").startswith(("noto-", "names-", "data:")), address
    assert "@import" not in sheet
    assert "frutiger" not in sheet.lower()


def test_a_style_sheet_is_compressed_both_ways_and_says_the_same():
    style = served("app.css")
    assert gzip.decompress(style.with_name(style.name + ".gz").read_bytes()) == style.read_bytes()
    assert brotli.decompress(style.with_name(style.name + ".br").read_bytes()) == style.read_bytes()


def test_the_right_to_left_sheet_is_a_mirror():
    def error_bar(name: str) -> str:
        (rule,) = re.findall(r"\.nhsuk-radios__input\{[^}]*left:[^}]*\}", served(name).read_text()) or [""]
        return rule

    assert error_bar("app.css")
    assert not error_bar("app.rtl.css")
    assert re.search(r"\.nhsuk-radios__input\{[^}]*right:[^}]*\}", served("app.rtl.css").read_text())


def test_what_only_tests_use_is_not_served():
    assert AXE.exists()
    assert not [name for name in assets.read_manifest()["files"] if "axe" in name]


def test_the_lock_names_no_host():
    packages = json.loads(LOCK.read_text())["packages"]
    assert not [name for name, package in packages.items() if "resolved" in package]
    assert all(name == "" or package["integrity"].startswith("sha512-") for name, package in packages.items())


def test_a_name_changes_with_its_content():
    assert output.hashed_name("app.css", b"a") != output.hashed_name("app.css", b"b")
    assert re.fullmatch(r"app\.[0-9a-f]{12}\.css", output.hashed_name("app.css", b"a"))


def test_a_folder_that_lost_a_file_is_not_current(tmp_path: Path):
    folder = tmp_path / "built"
    output.write(folder, {"app.css": b"p{}", "a.woff2": b"font"}, {"en": ("a.woff2",)}, "stamp")
    assert output.is_current(folder, "stamp")
    assert not output.is_current(folder, "another stamp")
    assert {path.suffix for path in folder.iterdir()} == {".css", ".br", ".gz", ".woff2", ".json"}
    next(folder.glob("*.woff2")).unlink()
    assert not output.is_current(folder, "stamp")


def test_a_missing_build_says_what_to_run(tmp_path: Path):
    with pytest.raises(assets.NotBuilt, match=r"python -m frontend\.build"):
        assets.read_manifest(tmp_path)


@pytest.mark.parametrize(("version", "usable"), [("v20.1.0", True), ("v18.0.0", True), ("v16.20.2", False)])
def test_only_a_node_that_is_new_enough_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, usable: bool
):
    for name in ("node", "npm"):
        script = tmp_path / name
        script.write_text(f"#!/bin/sh\necho {version}\n")
        script.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(node, "_packaged_node", lambda: None)
    monkeypatch.setattr(node, "_install_packaged_node", lambda _say: "packaged")
    found = node.find_node(print)
    assert (found != "packaged") is usable


def test_a_failing_step_says_which_and_why(tmp_path: Path):
    script = tmp_path / "fail.js"
    script.write_text("")
    broken = node.Node("/bin/false", ("/bin/false",))
    with pytest.raises(node.BuildFailed, match=r"/bin/false .*fail.js failed"):
        broken.run(script)


@pytest.mark.django_db
def test_a_built_file_is_served_compressed_and_may_be_kept_for_ever(client):
    response = client.get(assets.static_built("app.css"), headers={"accept-encoding": "br, gzip"})
    assert response.status_code == 200
    assert response["Content-Encoding"] == "br"
    assert "immutable" in response["Cache-Control"]
    response.close()
