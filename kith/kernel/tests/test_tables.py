"""A table as a file: every cell comes back as it was, and none is a formula."""

import csv
from datetime import date
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.kernel.tables import csv_text


def read(text):
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("cell", ["=1+1", "+44", "-1", "@SUM(A1)", "\t=1", " =1", "＝1"])
def test_no_cell_becomes_a_formula(cell):
    assert read(csv_text(["a"], [[cell]]))[1] == [f"'{cell}"]


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"))))
def test_every_cell_comes_back(cells):
    (row, *_) = [*read(csv_text(["a"], [[*cells, "end"]]))[1:], []]
    assert [cell.removeprefix("'") for cell in row] == [cell.removeprefix("'") for cell in [*cells, "end"]]


def test_days_are_written_as_they_are_and_nothing_as_nothing():
    assert read(csv_text(["day", "other"], [[date(2026, 1, 2), None]]))[1] == ["2026-01-02", ""]
