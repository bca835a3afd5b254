#!/usr/bin/env bash
# A total of 26:30 hours in an .ods sheet: one reader refuses the file, one makes a text of it, one loses it without a word.
#
# Versions: pandas 3.1.1 with odfpy 1.4.1 or python-calamine 0.9.1, polars 2.1.0 with fastexcel 0.21.0, openpyxl 3.1.5.
# Guess: hours over a day are read alike from .ods and .xlsx: 1 day, 2 hours and 30 minutes.
# Seen (two rows: 09:30 and 26:30, as a peer supporter's log adds them up):
#   .ods   pandas, odf        DateParseError "hour must be in 0..23: 26:30", for the whole file
#          pandas, calamine   [time(9, 30), 'PT26H30M00S']     a time of day, and the raw text of the format
#          polars             [9h 30m, null]; where the hours stand alone in their column, the row itself is gone
#   .xlsx  all three          9 h 30 min and 1 day 2 h 30 min
#   Which of the first two one gets is decided by the packages installed.
# Means: exchange hours as a number. When reading an .ods sheet of someone else's, add up what was read and compare it
#   with the sheet's own total; count the rows.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq pandas==3.1.1 odfpy==1.4.1 python-calamine==0.9.1 polars==2.1.0 fastexcel==0.21.0 openpyxl==3.1.5 || exit 2
cd "$work" && venv/bin/python -W ignore - <<'PY'
import sys
from datetime import time, timedelta

import openpyxl
import pandas as pd
import polars as pl
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

HOURS = {"09:30": "PT09H30M00S", "26:30": "PT26H30M00S"}
TRUE = [timedelta(hours=9, minutes=30), timedelta(hours=26, minutes=30)]


def cell(shown, **value):
    made = TableCell(**(value or {"valuetype": "string"}))
    made.addElement(P(text=shown))
    return made


def ods(name, *, named):
    """A log of two rows, with or without the supporters' names."""
    document, table = OpenDocumentSpreadsheet(), Table(name="Log")
    rows = [("Who", cell("Hours"))]
    rows += [(who, cell(shown, valuetype="time", timevalue=said)) for who, (shown, said) in zip("AB", HOURS.items())]
    for who, hours in rows:
        row = TableRow()
        for each in ([cell(who)] if named else []) + [hours]:
            row.addElement(each)
        table.addElement(row)
    document.spreadsheet.addElement(table)
    document.save(name)


def read(how):
    try:
        return [None if each is None else each for each in how()["Hours"].to_list()]
    except ValueError as error:
        return str(error)


ods("log.ods", named=True)
ods("bare.ods", named=False)
book = openpyxl.Workbook()
book.active.append(["Who", "Hours"])
for who, hours in zip("AB", TRUE):
    book.active.append([who, hours])
    book.active.cell(book.active.max_row, 2).number_format = "[h]:mm"
book.save("log.xlsx")

seen = {
    "ods, pandas with odf": read(lambda: pd.read_excel("log.ods", engine="odf")),
    "ods, pandas with calamine": read(lambda: pd.read_excel("log.ods", engine="calamine")),
    "ods, polars": read(lambda: pl.read_ods("log.ods")),
    "ods, polars, hours alone": read(lambda: pl.read_ods("bare.ods")),
    "xlsx, pandas with openpyxl": read(lambda: pd.read_excel("log.xlsx", engine="openpyxl")),
    "xlsx, pandas with calamine": read(lambda: pd.read_excel("log.xlsx", engine="calamine")),
    "xlsx, polars": read(lambda: pl.read_excel("log.xlsx")),
}
for name, hours in seen.items():
    print(f"{name:28} {hours}")
expected = ["hour must be in 0..23: 26:30", [time(9, 30), "PT26H30M00S"], [TRUE[0], None], [TRUE[0]], TRUE, TRUE, TRUE]
sys.exit(0 if list(seen.values()) == expected else 1)
PY
