#!/usr/bin/env bash
# No event in 100 weeks: the mid-P interval of statsmodels runs from 0.030 to 0.030 a week; nought, which was seen, is not in it.
#
# Versions: statsmodels 0.14.6, SciPy 1.17.1, NumPy 2.4.6, pandas 2.3.3.
# Guess: confint_poisson(0, 100) begins at 0 by each of its methods that keeps the rate above nought, mid-P too.
# Seen (95 %, events per week):
#   exact-c   0 to 0.0369     score   0 to 0.0384     jeff   0.0000 to 0.0251     midp-c   0.0300 to 0.0300
#   The upper bound is right (half of P(no event) is 0.025 at a rate of 0.0300); the lower one was looked for as the place
#   where a probability crosses the line, there is only one such place at nought events, and it was found twice.
#   From one event on mid-P is as it should be: 1 in 100 is 0.0005 to 0.0493. No warning in either case.
# Means: small places have many noughts; a chart of admissions shows a bar without a length far above nought, and an analyst
#   reads "significantly more than none". Set the lower bound to 0 where nothing was counted, and test each method at 0.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq statsmodels==0.14.6 scipy==1.17.1 numpy==2.4.6 pandas==2.3.3 || exit 2
"$work/venv/bin/python" - <<'PY'
import math
import sys
import warnings

from statsmodels.stats.rates import confint_poisson

warnings.simplefilter("error")
METHODS = ("exact-c", "score", "jeff", "midp-c")


def bounds(events, method):
    return tuple(round(float(bound), 4) for bound in confint_poisson(events, 100, method=method))


nothing = {method: bounds(0, method) for method in METHODS}
one = bounds(1, "midp-c")
truth = round(-math.log(2 * 0.025) / 100, 4)
print("no event in 100 weeks:", nothing)
print("one event, midp-c:", one, "- upper bound for none, by hand:", truth)
as_described = (
    nothing["exact-c"] == (0, 0.0369)
    and nothing["score"] == (0, 0.0384)
    and nothing["jeff"] == (0, 0.0251)
    and nothing["midp-c"] == (truth, truth) == (0.03, 0.03)
    and one == (0.0005, 0.0493)
)
sys.exit(0 if as_described else 1)
PY
