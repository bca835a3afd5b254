#!/usr/bin/env bash
# Two auditors agree on 20 of 20 visits: their agreement is no number in three libraries, an error in a fourth; 19 of 20 is 0.
#
# Versions: scikit-learn 1.9.1, statsmodels 0.15.0, krippendorff 0.9.0, NumPy 2.4.6.
# Guess: full agreement is 1 in all of them, and 19 of 20 nearly so.
# Seen (each visit "yes, the standard is met" by both; then one auditor says no once; then each says no once, apart):
#                                        20 of 20   19 of 20   18 of 20
#   scikit-learn cohen_kappa_score       nan        0.0        -0.05
#   statsmodels cohens_kappa             nan        0.0        -0.05
#   statsmodels fleiss_kappa             nan        -0.03      -0.05
#   the same, "randolph"                 1.0        0.9        0.8
#   krippendorff alpha                   ValueError 0.0        -0.03
# Chance is reckoned from the answers themselves: where nearly all are yes, chance explains nearly all agreement.
# Means: competence checks are signed where the work is good, so a threshold such as "kappa at least 0.6" fails the best
#   services, and a table of many questions loses the finest rows to nan. State the plain share of agreement beside it.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq scikit-learn==1.9.1 statsmodels==0.15.0 krippendorff==0.9.0 numpy==2.4.6 || exit 2
"$work/venv/bin/python" -W ignore - <<'PY'
import sys
from math import isnan

import krippendorff
import numpy as np
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import aggregate_raters, cohens_kappa, fleiss_kappa

ALWAYS, ONCE_NO, ANOTHER_NO = [1] * 20, [1] * 19 + [0], [0] + [1] * 19
EXPECTED = {
    "20 of 20": ["nan", "nan", "nan", "1.0", "ValueError"],
    "19 of 20": ["0.0", "0.0", "-0.03", "0.9", "0.0"],
    "18 of 20": ["-0.05", "-0.05", "-0.05", "0.8", "-0.03"],
}


def written(value):
    return "nan" if isnan(value) else str(round(float(value), 2) + 0.0)


def alpha(one, other):
    try:
        return written(krippendorff.alpha([one, other], level_of_measurement="nominal"))
    except ValueError:
        return "ValueError"


def seen_of(one, other):
    table = np.zeros((2, 2), int)
    np.add.at(table, (one, other), 1)
    counts, _ = aggregate_raters(np.array([one, other]).T, n_cat=2)
    return [
        written(cohen_kappa_score(one, other)),
        written(cohens_kappa(table, return_results=False)),
        written(fleiss_kappa(counts)),
        written(fleiss_kappa(counts, method="randolph")),
        alpha(one, other),
    ]


pairs = [(ALWAYS, ALWAYS), (ALWAYS, ONCE_NO), (ANOTHER_NO, ONCE_NO)]
seen = {name: seen_of(*pair) for name, pair in zip(EXPECTED, pairs, strict=True)}
for name, values in seen.items():
    print(name, *values)
sys.exit(0 if seen == EXPECTED else 1)
PY
