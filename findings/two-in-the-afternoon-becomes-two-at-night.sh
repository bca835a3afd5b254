#!/usr/bin/env bash
# Babel writes five past two in the afternoon for an Arabic page, reads its own words back, and makes it five past two at night.
#
# Versions: Babel 2.18.0.
# Guess: parse_time takes what format_time writes in the same locale and format, or raises an error.
# Seen (short format; written, and what parse_time makes of it):
#   14:05   ar "2:05 م", pa "2:05 ਬਾ.ਦੁ.", so "2:05 GD"     02:05, twelve hours early; bn, ur "2:05 PM" 14:05
#   00:15   all five "12:15 …"                            12:15
#   12:00   bn, ur "12:00 PM"                             ValueError: hour must be in 0..23; ar, pa, so 12:00
#   pl, ro and en_GB count to 24 and are right. It looks for the letters "pm" alone, and adds twelve to any hour.
# Means: a form that shows a time and reads it again moves the group to the night in three of these languages and accepts it.
#   Ask for times by a field with one format in all languages (HH:MM), and test the round trip per language.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq babel==2.18.0 || exit 2
"$work/venv/bin/python" - <<'PY'
import sys
from datetime import time

from babel.dates import format_time, parse_time

AFTERNOON, QUARTER_PAST, NOON = time(14, 5), time(0, 15), time(12)
RIGHT = [AFTERNOON, QUARTER_PAST, NOON]
OWN_WORDS = [time(2, 5), time(12, 15), NOON]
LATIN_PM = [AFTERNOON, time(12, 15), "hour must be in 0..23"]
EXPECTED = {
    **dict.fromkeys(("en_GB", "pl", "ro"), RIGHT),
    **dict.fromkeys(("ar", "pa", "so"), OWN_WORDS),
    **dict.fromkeys(("bn", "ur"), LATIN_PM),
}


def back(written, language):
    try:
        return parse_time(written, locale=language, format="short")
    except ValueError as error:
        return str(error)


changed = 0
for language, expected in EXPECTED.items():
    written = [format_time(each, "short", locale=language) for each in RIGHT]
    read = [back(each, language) for each in written]
    print(language, *(f"{words!r} -> {each}" for words, each in zip(written, read)), sep="  ")
    changed += read != expected
sys.exit(1 if changed else 0)
PY
