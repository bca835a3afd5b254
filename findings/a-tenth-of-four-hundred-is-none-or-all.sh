#!/usr/bin/env bash
# `USING SAMPLE 10%` of 400 mothers draws none of them nine times in ten, and else all 400.
#
# Versions: duckdb 2.0.1.
# Guess: about 40, each mother with a chance of one in ten; or exactly 40.
# Seen (200 draws from a table of 400 rows):
#   USING SAMPLE 10%              0 rows or 400 rows, nothing between
#   USING SAMPLE 10% (bernoulli)  about 40, another number each time
#   USING SAMPLE reservoir(10%)   40 each time
# A percentage draws whole vectors of 2,048 rows unless a method is named, and a place's quarter is less than one vector.
# Means: an audit that asks "a tenth of the mothers" writes to all of them or finds nothing wrong with none. It looks right on
#   a table of millions, where it was tried. Name the method and the number of rows, or draw outside the query.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq duckdb==2.0.1 || exit 2
"$work/venv/bin/python" - <<'PY'
import sys

import duckdb

DRAWS = 200
place = duckdb.connect()
place.execute("CREATE TABLE mothers AS SELECT range AS id FROM range(400)")


def sizes(method):
    asked = f"SELECT count(*) FROM (SELECT * FROM mothers USING SAMPLE {method})"
    return [place.execute(asked).fetchone()[0] for _ in range(DRAWS)]


plain, bernoulli, reservoir = sizes("10%"), sizes("10% (bernoulli)"), sizes("reservoir(10%)")
print(f"10%: none {plain.count(0)} times, all 400 {plain.count(400)} times of {DRAWS}")
print(f"10% (bernoulli): {min(bernoulli)} to {max(bernoulli)}")
print(f"reservoir(10%): {set(reservoir)}")
as_described = (
    set(plain) == {0, 400}
    and 130 < plain.count(0) < DRAWS
    and 10 < min(bernoulli) < 40 < max(bernoulli) < 80
    and set(reservoir) == {40}
)
sys.exit(0 if as_described else 1)
PY
