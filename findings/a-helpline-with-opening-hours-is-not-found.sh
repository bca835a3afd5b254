#!/usr/bin/env bash
# Phone numbers in a directory's text are found unless opening hours follow; a remark behind a number is dialled.
#
# Versions: phonenumbers 9.0.43 (Google's metadata of the same release).
# Guess: PhoneNumberMatcher finds "0114 273 4567" in any sentence; parse drops words that are no part of the number.
# Seen:
#   "0114 273 4567 (Mon 9-5)"               found
#   "0114 273 4567, 9am-5pm"                found
#   "0114 273 4567 9am-5pm"                 nothing
#   "0800 123 4567 8am to 8pm"              nothing
#   "0300 123 1021 24 hours a day"          nothing
#   The hours' first digits join the candidate, it is too long then, and the finder goes on behind it. The stricter
#   leniencies find nothing either; POSSIBLE splits it wrongly: 0114 and 273 4567 9. parse is the other way about:
#   three letters or more are keys of a telephone, so "0114 273 4567 (mum)" is +441142734567686 and
#   "0114 273 4567 after 4" is +441142734567238374, while "(ma)" is dropped.
# Means: take the hours away, or cut at each letter, before looking for numbers in free text; the pages that lose
#   their number are those that say when to ring. Strip letters before parse, and say "write the number only".
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq phonenumbers==9.0.43 || exit 2
"$work/venv/bin/python" - <<'PY'
import sys

import phonenumbers
from phonenumbers import Leniency, PhoneNumberFormat, PhoneNumberMatcher, format_number

FINDS = {
    "Ring 0114 273 4567 (Mon 9-5)": ["+441142734567"],
    "Ring 0114 273 4567, 9am-5pm": ["+441142734567"],
    "Ring 0114 273 4567 9am-5pm": [],
    "Ring 0800 123 4567 8am to 8pm": [],
    "Ring 0300 123 1021 24 hours a day": [],
}
PARSES = {
    "0114 273 4567 (ma)": "+441142734567",
    "0114 273 4567 (mum)": "+441142734567686",
    "0114 273 4567 after 4": "+441142734567238374",
}


def found(text, leniency):
    return [format_number(each.number, PhoneNumberFormat.E164) for each in PhoneNumberMatcher(text, "GB", leniency)]


changed = 0
for text, expected in FINDS.items():
    seen = found(text, Leniency.VALID)
    print(f"{text!r} -> {seen}")
    stricter = found(text, Leniency.STRICT_GROUPING) + found(text, Leniency.EXACT_GROUPING)
    split = not expected and "+441142734567" in found(text, Leniency.POSSIBLE)
    changed += seen != expected or (not expected and bool(stricter)) or split
for text, expected in PARSES.items():
    seen = format_number(phonenumbers.parse(text, "GB"), PhoneNumberFormat.E164)
    print(f"{text!r} parses as {seen}")
    changed += seen != expected
sys.exit(1 if changed else 0)
PY
