#!/usr/bin/env bash
# "14 June 2027" in Punjabi, as Babel writes it, is 14 January 2027 to dateparser: without its vowel sign June is January.
#
# Versions: dateparser 1.5.0, Babel 2.19.0.
# Guess: dateparser reads the months of the languages it lists, or gives nothing where it cannot; never another month.
# Seen (the 14th of each month of 2027, medium, long and full, in Punjabi, Bengali, Urdu, Arabic, Polish and Romanian):
#   pa  ਜੂਨ (June)     January, in all three forms, with or without a weekday that does not fit; search_dates says the same
#   all other months of the six languages   right, or nothing (Saturday in Punjabi)
#   with NORMALIZE switched off             June
#   It takes the marks off letters before it looks words up, so that "lutego" may be typed without accents. In Indic scripts
#   the marks are the vowels: j-u-n and j-n, short for January, are then one word.
# Means: a mother's "14 June" in a text message books January, five months gone, and no error tells. Read dates in Indic
#   scripts with NORMALIZE False, and check that a weekday that was said is the weekday of the date.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq dateparser==1.5.0 babel==2.19.0 || exit 2
"$work/venv/bin/python" -W ignore - <<'PY'
import sys
from datetime import date

import dateparser
from babel.dates import format_date
from dateparser.search import search_dates

LANGUAGES = ("pa", "bn", "ur", "ar", "pl", "ro")
JUNE, JANUARY = date(2027, 6, 14), date(2027, 1, 14)


def read(text, language, **settings):
    found = dateparser.parse(text, languages=[language], settings={"DATE_ORDER": "DMY", **settings})
    return found and found.date()


def wrong(**settings):
    """What was read as another date, and as which."""
    days = [date(2027, month, 14) for month in range(1, 13)]
    seen = {}
    for language in LANGUAGES:
        for day in days:
            for form in ("medium", "long", "full"):
                text = format_date(day, form, locale=language)
                if (got := read(text, language, **settings)) not in (day, None):
                    seen[text] = got
    return seen


by_default = wrong()
found = search_dates(f"ਮੁਲਾਕਾਤ {format_date(JUNE, 'long', locale='pa')} ਨੂੰ ਹੈ", languages=["pa"])
mended = read(format_date(JUNE, "long", locale="pa"), "pa", NORMALIZE=False)
print("read as another date:", {text: str(day) for text, day in by_default.items()})
print("searched for in a sentence:", found, "- without NORMALIZE:", mended)
in_punjabi = {format_date(JUNE, form, locale="pa") for form in ("medium", "long", "full")}
as_described = (
    by_default == dict.fromkeys(in_punjabi, JANUARY)
    and [when.date() for _text, when in found] == [JANUARY]
    and mended == JUNE
)
sys.exit(0 if as_described else 1)
PY
