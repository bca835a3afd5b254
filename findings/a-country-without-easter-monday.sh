#!/usr/bin/env bash
# The bank holidays of "GB" leave out Easter Monday and the one in August; so does "UK".
#
# Versions: holidays 0.109.
# Guess: without a part of the country the library means England, or every day that is a holiday anywhere in it.
# Seen (2026): GB and UK give the 7 days that all four nations share. subdiv="ENG" adds Monday 6 April (Easter Monday) and
#   Monday 31 August.
# Means: a timetable laid out with country code alone holds its café before a locked hub on two Mondays a year, and a deadline
#   counted in working days is a day short over Easter. A Monday group meets it twice; others never, so no test for Christmas
#   or New Year's Day shows it. Say the nation, and hold a test against the government's own list.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq holidays==0.109 || exit 2
"$work/venv/bin/python" - <<'PY'
import sys
from datetime import date

import holidays

YEAR = 2026
shared, united = set(holidays.GB(years=YEAR)), set(holidays.UK(years=YEAR))
england = set(holidays.GB(subdiv="ENG", years=YEAR))
print("GB:", *sorted(shared))
print("England has besides:", *sorted(england - shared))
as_described = (
    shared == united
    and len(shared) == 7
    and england - shared == {date(YEAR, 4, 6), date(YEAR, 8, 31)}
    and shared <= england
)
sys.exit(0 if as_described else 1)
PY
