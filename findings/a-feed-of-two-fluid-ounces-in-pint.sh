#!/usr/bin/env bash
# Pint reads "2 fl oz" as two femtolitre-ounces and "7 lb 8 oz" as 56 pound-ounces; neither is refused.
#
# Versions: Pint 0.25.3.
# Guess: a units library reads the two quantities that every British parent gives, or raises an error when it cannot.
# Seen:
#   "2 fl oz"       2 femtoliter * ounce      "fl" is a femtolitre; "2 floz" and "2 fluid_ounce" are the American 59 ml
#   "7 lb 8 oz"     56 ounce * pound          a space multiplies; "7 lb + 8 oz" is 7.5 pound
#   "3 kg 200 g"    600 gram * kilogram
#   "1 h 30 min"    30 hour * minute
#   "60 ML"         60 megaliter              as a keyboard with capitals on writes it
#   "1 pint"        the American pint, 473 ml; the British one is imperial_pint
#   The error comes later, where a conversion is asked for, or never, where the number alone is kept.
# Means: ask for pounds and ounces in two boxes; let a parser of units only see what a pattern has let through, and check
#   the dimension at once: quantity.check("[mass]").
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq pint==0.25.3 || exit 2
"$work/venv/bin/python" - <<'PY'
import sys

import pint

EXPECTED = {
    "2 fl oz": "2 femtoliter * ounce",
    "7 lb 8 oz": "56 ounce * pound",
    "7 lb + 8 oz": "7.5 pound",
    "3 kg 200 g": "600 gram * kilogram",
    "1 h 30 min": "30 hour * minute",
    "60 ML": "60 megaliter",
}
MILLILITRES = {"2 floz": 59, "2 fluid_ounce": 59, "1 pint": 473, "1 imperial_pint": 568}
units = pint.UnitRegistry()
changed = 0
for text, expected in EXPECTED.items():
    print(f"{text!r} -> {units(text)}")
    changed += str(units(text)) != expected
for text, expected in MILLILITRES.items():
    print(f"{text!r} -> {units(text).to('ml'):.0f}")
    changed += round(units(text).to("ml").magnitude) != expected
sys.exit(1 if changed else 0)
PY
