#!/usr/bin/env bash
# In fhirpathpy a weight is not equal to itself: 3.2 kg = 3200 g is false, and so is an Observation's 3.2 kg = 3.2 kg.
#
# Versions: fhirpathpy 2.2.4 with its R4 model.
# Guess: equality of quantities follows FHIRPath: true, or empty ("cannot say") where units cannot be compared.
# Seen:
#   3.2 'kg' = 3200 'g'                     false, and != is true (no conversion; empty would have been honest)
#   7 'd' = 1 'wk'                          true  (times are converted, masses are not)
#   Observation.value = 3.2 'kg'            false (a resource's Quantity is never equal to a literal)
#   Observation.value > 3 'kg'              an error
#   3 'kg' > 2 'kg'                         TypeError: no comparison of quantities works at all
#   Observation.value.value > 3             true
# Means: rules over weights ("below 2500 g", "the same as last week's") that are written with = or != pass or fail for
#   every baby, silently. Take number and unit apart, allow one unit, and test a rule on a value that must trip it.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq fhirpathpy==2.2.4 || exit 2
"$work/venv/bin/python" - <<'PY'
import sys

from fhirpathpy import evaluate
from fhirpathpy.models import models

WEIGHT = {
    "resourceType": "Observation",
    "valueQuantity": {"value": 3.2, "unit": "kg", "system": "http://unitsofmeasure.org", "code": "kg"},
}
EXPECTED = {
    "3.2 'kg' = 3200 'g'": [False],
    "3.2 'kg' != 3200 'g'": [True],
    "7 'd' = 1 'wk'": [True],
    "Observation.value = 3.2 'kg'": [False],
    "Observation.value > 3 'kg'": "refused",
    "3 'kg' > 2 'kg'": "refused",
    "Observation.value.value > 3": [True],
}


def answer(question):
    try:
        return evaluate(WEIGHT, question, model=models["r4"])
    except Exception as error:  # fhirpathpy raises bare Exception
        print(f"  ({type(error).__name__}: {str(error)[:80]})")
        return "refused"


seen = {question: answer(question) for question in EXPECTED}
for question, said in seen.items():
    print(f"{question:32} {said}")
sys.exit(0 if seen == EXPECTED else 1)
PY
