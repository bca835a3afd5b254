#!/usr/bin/env bash
# A birthday written 03/04/27 is 3 April of the year 27 to Polars and 27 April 2003 to DuckDB; pandas leaves it a text.
#
# Versions: Polars 2.1.0, DuckDB 2.0.1, pandas 2.3.3 (each asked to find out the columns of a CSV file by itself).
# Guess: a date with two digits for the year is 2027 with day and month in one order or the other, or it stays a text; with
#   four digits Polars and DuckDB both take the day first, so they would here.
# Seen:                      Polars (try_parse_dates)   DuckDB (read_csv)   pandas
#   03/04/2027, 05/06/2027   3 April 2027               3 April 2027        text
#   03/04/27, 05/06/27       3 April 0027               27 April 2003       text
#   31/05/27, 30/06/27       31 May 0027                27 May 2031         text
#   All are true dates by type, so nothing refuses them; DuckDB tries year, month, day first and 31 is a year.
# Means: a ward's list of births made in a spreadsheet with short dates comes in without an error, every baby two thousand
#   years old or born on another day in another year. Name the format, and refuse births outside the last years.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq polars==2.1.0 duckdb==2.0.1 pandas==2.3.3 numpy==2.4.6 || exit 2
cd "$work" && venv/bin/python - <<'PY'
import sys
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl

EXPECTED = {
    ("03/04/2027", "05/06/2027"): ("2027-04-03", "2027-04-03"),
    ("03/04/27", "05/06/27"): ("0027-04-03", "2003-04-27"),
    ("31/05/27", "30/06/27"): ("0027-05-31", "2031-05-27"),
}


def read(births):
    Path("births.csv").write_text("\n".join(["born", *births, ""]))
    by_polars = pl.read_csv("births.csv", try_parse_dates=True)["born"][0]
    (by_duckdb,), *_rest = duckdb.sql("SELECT born FROM read_csv('births.csv', header = true)").fetchall()
    by_pandas = pd.read_csv("births.csv")["born"][0]
    return by_polars.isoformat(), by_duckdb.isoformat(), by_pandas


seen = {births: read(births) for births in EXPECTED}
for births, (by_polars, by_duckdb, by_pandas) in seen.items():
    print(f"{births[0]:10} Polars {by_polars}  DuckDB {by_duckdb}  pandas {by_pandas!r}")
sys.exit(0 if seen == {births: (*days, births[0]) for births, days in EXPECTED.items()} else 1)
PY
