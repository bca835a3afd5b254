#!/usr/bin/env bash
# "Tuesday week" and "tomorrow week", as people here make appointments, are read a week too early; few are refused.
#
# Versions: dateparser 1.5.0, parsedatetime 2.6, timefhuman 0.1.5.
# Guess: a reader of English either knows a British phrase or says that it does not; no word of it is left out in silence.
# Seen (said on Thursday 1 April 2027; dateparser set to English, day first, future; - nothing):
#   said                  meant          dateparser   parsedatetime   timefhuman
#   Tuesday week          13 April       -            6 April         6 April
#   tomorrow week         9 April        2 April      2 April         2 April
#   three weeks today     22 April       11 March     22 April        22 April, and today
#   1st Tuesday in May    4 May          1 May        1 May           4 May
#   10-12 Tuesday         6 April        10 December  12 October      6 April, 10 to 12
#   Tuesday at half two   6 April 14:30  -            6 April 09:00   6 April 00:00
# Means: a mother answers "Tuesday week" to a text and is expected a week before she comes, or told in April that she was due
#   in March. Say back the date that was understood, with its weekday, before anything is booked; refuse what has words left.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq dateparser==1.5.0 parsedatetime==2.6 timefhuman==0.1.5 || exit 2
"$work/venv/bin/python" -W ignore - <<'PY'
import sys
from datetime import datetime

import dateparser
import parsedatetime
from timefhuman import tfhConfig, timefhuman

NOW = datetime(2027, 4, 1, 9)
SETTINGS = {"RELATIVE_BASE": NOW, "PREFER_DATES_FROM": "future", "DATE_ORDER": "DMY"}
EXPECTED = {
    "Tuesday week": (None, "04-06 09:00", ["04-06 00:00"]),
    "tomorrow week": ("04-02 09:00", "04-02 09:00", ["04-02 00:00"]),
    "three weeks today": ("03-11 09:00", "04-22 09:00", ["04-22 09:00", "04-01 00:00"]),
    "1st Tuesday in May": ("05-01 00:00", "05-01 09:00", ["05-04 00:00"]),
    "10-12 Tuesday": ("12-10 00:00", "10-12 09:00", [["04-06 10:00", "04-06 12:00"]]),
    "Tuesday at half two": (None, "04-06 09:00", ["04-06 00:00"]),
}


def short(when):
    if isinstance(when, (list, tuple)):
        return [short(each) for each in when]
    return when and f"{when:%m-%d %H:%M}"


def read(said):
    when, understood = parsedatetime.Calendar().parseDT(said, NOW)
    return (
        short(dateparser.parse(said, languages=["en"], settings=SETTINGS)),
        short(when) if understood else None,
        short(timefhuman(said, config=tfhConfig(now=NOW))),
    )


seen = {said: read(said) for said in EXPECTED}
for said, answers in seen.items():
    print(f"{said:20}", *answers, sep="  ")
sys.exit(0 if seen == EXPECTED else 1)
PY
