#!/usr/bin/env bash
# Splink's ready-made postcode comparison: one postcode with and without its space is not the same, strangers are close.
#
# Versions: Splink 5.0.0, DuckDB 2.0.1, pandas 2.3.3.
# Guess: "SW1A 1AA" and "SW1A1AA" match in full, or at least in sector; an unspaced code of S1 is never in S11.
# Seen, as levels of PostcodeComparison (full, sector, district, area, else):
#   SW1A 1AA  SW1A1AA   district    the same postcode, two levels down
#   S1 1AA    S11AA     area        the same postcode, three levels down
#   S11AA     S11 8TP   district    S1 taken for S11: nearer to a stranger than "S1 1AA" is to itself
#   S1 1AA    s1 1aa    else        small letters are as far away as Manchester
#   The patterns are '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9]' and the like: a space is asked for, small letters are let in
#   but compared as they are, and without a space the sector's digit is taken for the district's.
# Means: write postcodes in one form (capitals, one space) before they come near a comparison, and test that each file's
#   do; a match weight learnt from mixed spellings rewards the wrong neighbours.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq splink==5.0.0 duckdb==2.0.1 pandas==2.3.3 || exit 2
cd "$work" && venv/bin/python -W ignore - <<'PY'
import logging
import sys

import pandas as pd
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator

logging.disable(logging.CRITICAL)
LEVELS = ["else", "area", "district", "sector", "full"]
EXPECTED = {
    ("SW1A 1AA", "SW1A1AA"): "district",
    ("S1 1AA", "S11AA"): "area",
    ("S11AA", "S11 8TP"): "district",
    ("S1 1AA", "S11 8TP"): "area",
    ("S1 1AA", "s1 1aa"): "else",
    ("SW1A 1AA", "SW1A 2AA"): "district",
}
postcodes = sorted({each for pair in EXPECTED for each in pair})
people = pd.DataFrame({"unique_id": range(len(postcodes)), "postcode": postcodes})
settings = SettingsCreator(
    link_type="dedupe_only",
    comparisons=[cl.PostcodeComparison("postcode")],
    blocking_rules_to_generate_predictions=["1=1"],
    retain_intermediate_calculation_columns=True,
)
linker = Linker(DuckDBAPI().register(people), settings)
pairs = linker.inference.predict().as_pandas_dataframe()
seen = {frozenset((row.postcode_l, row.postcode_r)): LEVELS[row.gamma_postcode] for row in pairs.itertuples()}
for pair, expected in EXPECTED.items():
    print(*pair, "->", seen[frozenset(pair)])
sys.exit(0 if all(seen[frozenset(pair)] == expected for pair, expected in EXPECTED.items()) else 1)
PY
