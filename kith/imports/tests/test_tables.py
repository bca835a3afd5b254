"""Reading tables that all kinds of programs wrote."""

import codecs
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.imports.rows import BadRows
from kith.imports.tables import open_table

COLUMNS = {"code": ("LSOA code (2021)", "lsoa21_code"), "name": ("Name",)}


def written(tmp_path: Path, raw: bytes) -> Path:
    path = tmp_path / "table.csv"
    path.write_bytes(raw)
    return path


def read(path: Path) -> list[tuple[int, str, str]]:
    return [(row.number, row["code"], row["name"]) for row in open_table(path).rows(COLUMNS)]


@pytest.mark.parametrize(
    "raw",
    [
        "LSOA CODE (2021),name\nE1,Café\n".encode(),
        codecs.BOM_UTF8 + "lsoa21_code,Name,,\r\nE1,Café,,\r\n".encode(),
        "lsoa21_code,Name\nE1,Café\n".encode("utf-16"),
        "lsoa21_code,Name\nE1,Café\n".encode("latin-1"),
        "lsoa21_code;Name\nE1;Café\n".encode(),
        "Name\tlsoa21_code\nCafé\tE1\n".encode(),
        "lsoa21_code,Name\rE1,Café\r".encode(),
    ],
)
def test_however_it_was_saved_the_row_reads_the_same(tmp_path, raw):
    assert read(written(tmp_path, raw)) == [(2, "E1", "Café")]


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path):
    path = written(tmp_path, b'lsoa21_code,Name\nE1,"two\nlines"\n\nE3,last\n')
    assert [row[0] for row in read(path)] == [2, 4]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf\n", "the file is empty"),
        (b",,\n1,2,3\n", "row 1: there are no headings"),
        (b"lsoa21_code\nE1\n", "row 1: no column for name; expected a heading like 'Name'"),
        (b"lsoa21_code,Name\nE1\n", "row 2: 1 cells where the headings have 2"),
        (b"lsoa21_code,Name\nE1,x,extra\n", "row 2: 3 cells where the headings have 2"),
        (b"lsoa21_code,Name\nE1,x\x00\n", "not a text file"),
        (b'lsoa21_code,Name\nE1,"open\n', "row 2: not readable as CSV"),
    ],
)
def test_a_fault_is_refused_with_its_row_number(tmp_path, raw, words):
    with pytest.raises(BadRows) as refused:
        read(written(tmp_path, raw))
    assert words in str(refused.value)
    assert "nothing was loaded" in str(refused.value)


@given(raw=st.binary(max_size=300) | st.text(max_size=200).map(lambda text: ("lsoa21_code,Name\n" + text).encode()))
def test_no_file_breaks_the_reader(tmp_path_factory, raw):
    path = tmp_path_factory.mktemp("fuzz") / "table.csv"
    path.write_bytes(raw)
    with suppress(BadRows):
        list(open_table(path).rows({}, progress=lambda done, total: None))
        read(path)
