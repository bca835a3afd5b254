#!/usr/bin/env bash
# A tenth of each language, drawn by pandas: of ten languages with five mothers each not one mother is asked.
#
# Versions: pandas 3.1.1, polars 2.1.0, NumPy 2.4.6.
# Guess: a tenth of 50 mothers is 5 whichever way they are grouped; or at least one is drawn of each group.
# Seen (how many `sample` draws of a group, asked for a tenth):
#   people in the group               4   5   6   14  15  16  25  35
#   pandas groupby(...).sample(0.1)   0   0   1    1   2   2   2   4      halves go to the even number
#   polars sample(fraction=0.1)       0   0   0    1   1   1   2   3      cut off
#   ten groups of five: 0 of 50 by group in both; 5 of 50 by pandas without groups
# Means: "a tenth, stratified by language" leaves out whole communities, always the same ones, in the very audit that was to
#   hear the least heard; and the same share of the same people is another number in the other library. Share the total out
#   by largest remainders first, and draw numbers, not fractions.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq pandas==3.1.1 polars==2.1.0 numpy==2.4.6 || exit 2
"$work/venv/bin/python" - <<'PY'
import sys

import pandas as pd
import polars as pl

SIZES = [4, 5, 6, 14, 15, 16, 25, 35]
by_pandas = [len(pd.DataFrame({"language": ["x"] * size}).groupby("language").sample(frac=0.1)) for size in SIZES]
by_polars = [len(pl.DataFrame({"language": ["x"] * size}).sample(fraction=0.1)) for size in SIZES]
mothers = [f"language {number // 5}" for number in range(50)]
grouped = len(pd.DataFrame({"language": mothers}).groupby("language").sample(frac=0.1))
whole = len(pd.DataFrame({"language": mothers}).sample(frac=0.1))
groups = pl.DataFrame({"language": mothers}).partition_by("language")
partitioned = sum(len(group.sample(fraction=0.1)) for group in groups)
print("people in the group", SIZES)
print("pandas", by_pandas, "polars", by_polars)
print("ten groups of five: pandas by group", grouped, "polars by group", partitioned, "pandas without groups", whole)
as_described = (
    by_pandas == [0, 0, 1, 1, 2, 2, 2, 4]
    and by_polars == [0, 0, 0, 1, 1, 1, 2, 3]
    and (grouped, partitioned, whole) == (0, 0, 5)
)
sys.exit(0 if as_described else 1)
PY
