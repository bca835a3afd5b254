#!/usr/bin/env bash
# Of 23 wards the poorest fifth has five by pandas and by SQL's NTILE, four by Python's statistics; the next ones differ too.
#
# Versions: pandas 2.3.3, NumPy 2.4.6, DuckDB 2.0.1, Python's own statistics.
# Guess: where all ranks are different, fifths and tenths are the same set of places by any tool, but for one at an edge.
# Seen (how many wards in each fifth, from the poorest):
#   pandas.qcut; numpy.quantile + digitize   5 4 5 4 5
#   DuckDB ntile(5), as in all SQL           5 5 5 4 4
#   statistics.quantiles + bisect            4 5 5 5 4
#   rank * 5 / 23, rounded up                4 5 4 5 5
#   33 755 areas in tenths: 12 of them are in another tenth by NTILE than by pandas, and one by digitize.
#   Only where the number divides (20 wards) do all agree. NTILE gives what is left over to the first groups; the
#   others cut between interpolated ranks, each by its own convention.
# Means: a ward is in "the poorest fifth" on the analyst's page and not in the commissioner's, and so is a mother who was
#   promised a visit because of it. Take published tenths as they were published; where one must cut, say by which rule.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq pandas==2.3.3 numpy==2.4.6 duckdb==2.0.1 || exit 2
"$work/venv/bin/python" - <<'PY'
import sys
from bisect import bisect_left
from statistics import quantiles

import duckdb
import numpy as np
import pandas as pd


def groups(places, parts):
    """The group of each rank, poorest first, by tool."""
    ranks = np.arange(1, places + 1)
    tiles = f"SELECT ntile({parts}) OVER (ORDER BY rank) FROM range(1, {places + 1}) AS places(rank) ORDER BY rank"
    cuts = quantiles(ranks.tolist(), n=parts)
    return {
        "pandas": (pd.qcut(ranks, parts, labels=False) + 1).tolist(),
        "numpy": (np.digitize(ranks, np.quantile(ranks, np.arange(1, parts) / parts)) + 1).tolist(),
        "ntile": [group for (group,) in duckdb.sql(tiles).fetchall()],
        "statistics": [bisect_left(cuts, rank) + 1 for rank in ranks.tolist()],
        "rounded up": [-(-rank * parts // places) for rank in ranks.tolist()],
    }


def sizes(places, parts):
    return {tool: [of.count(part) for part in range(1, parts + 1)] for tool, of in groups(places, parts).items()}


fifths, even, tenths = sizes(23, 5), sizes(20, 5), groups(33755, 10)
moved = {tool: sum(one != other for one, other in zip(of, tenths["pandas"])) for tool, of in tenths.items()}
print("23 wards in fifths:", fifths)
print("20 wards in fifths:", even)
print("of 33755 areas in another tenth than by pandas:", moved)
as_described = (
    fifths["pandas"] == fifths["numpy"] == [5, 4, 5, 4, 5]
    and fifths["ntile"] == [5, 5, 5, 4, 4]
    and fifths["statistics"] == [4, 5, 5, 5, 4]
    and fifths["rounded up"] == [4, 5, 4, 5, 5]
    and (moved["ntile"], moved["numpy"]) == (12, 1)
    and all(counts == [4] * 5 for counts in even.values())
)
sys.exit(0 if as_described else 1)
PY
