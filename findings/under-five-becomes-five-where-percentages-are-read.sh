#!/usr/bin/env bash
# A column told to read "42%" reads the suppressed "<5" as 5, "c5" as 5 and "(12)" as 12, and the file passes as valid.
#
# Versions: frictionless 5.21.0; csvw 4.1.1.
# Guess: `bareNumber: false` of Table Schema, made for "95%" and "€95", takes off a unit; a sign that changes the number is
#   an error, as it is without that word.
# Seen (frictionless, a number field; bareNumber true: all of these but the first are errors; false, as in the last column):
#   "42"     42        "42%"    42        "<5"     5        "≤3"     3        "~10"    10
#   "c5"     5         "5*"     5         "(12)"   12 (bookkeepers' minus)    "3.5 kg" 3.5
#   "1-4", "[c]", "1 in 5"      errors, as they should be
#   validate() of a file with "<5" in that column: valid, no error, no warning.
#   Who knows CSVW expects 0.42 of "42%" (csvw reads it so); the same file means a hundredfold to Table Schema.
# Means: a count that was hidden to protect a mother comes out as a number that is not hers, and is added up. Keep marks of
#   suppression in missingValues or a column of their own, and write percentages as plain numbers with the unit in the name.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq frictionless==5.21.0 csvw==4.1.1 || exit 2
cd "$work" && venv/bin/python -W ignore - <<'PY'
import sys
from decimal import Decimal
from pathlib import Path

from csvw import Datatype
from frictionless import Field, Resource, Schema

EXPECTED = {
    "42": 42, "42%": 42, "<5": 5, "≤3": 3, "~10": 10, "c5": 5, "5*": 5, "(12)": 12, "3.5 kg": Decimal("3.5"),
    "1-4": None, "[c]": None, "1 in 5": None,
}


def field(*, bare):
    return {"name": "breastfed", "type": "number", "bareNumber": bare}


def read(*, bare):
    return {text: Field.from_descriptor(field(bare=bare)).read_cell(text)[0] for text in EXPECTED}


strict, loose = read(bare=True), read(bare=False)
Path("wards.csv").write_text("ward,breastfed\nA,42%\nB,<5\n")
schema = Schema.from_descriptor({"fields": [{"name": "ward", "type": "string"}, field(bare=False)]})
file = Resource(path="wards.csv", schema=schema)
report = file.validate()
rows = [row["breastfed"] for row in Resource(path="wards.csv", schema=schema).read_rows()]
in_csvw = Datatype.fromvalue("decimal").read("42%")
print("bareNumber true:", strict)
print("bareNumber false:", loose)
print("a file with <5 is valid:", report.valid, "and read as", rows, "- csvw reads 42% as", in_csvw)
as_described = (
    strict == {text: 42 if text == "42" else None for text in EXPECTED}
    and loose == EXPECTED
    and report.valid and rows == [42, 5]
    and in_csvw == Decimal("0.42")
)
sys.exit(0 if as_described else 1)
PY
