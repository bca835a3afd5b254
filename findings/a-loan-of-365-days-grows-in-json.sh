#!/usr/bin/env bash
# A loan of 365 days, written as JSON by pydantic, is "P1Y"; others who read that count 366 days over a leap day.
#
# Versions: pydantic 2.14.3, isodate 0.7.2, isoduration 20.11.0, jsonschema_rs 0.60.3.
# Guess: a timedelta has days only, so it is written in days ("P365D") and means the same to each reader of ISO 8601.
# Seen (from 1 December 2027):
#   364 days  "P364D"     isodate 364, isoduration 364
#   365 days  "P1Y"       isodate 366, isoduration 366
#   728 days  "P1Y363D"   isodate 729, isoduration 729
#   3650 days "P10Y"      isodate 3653, isoduration 3653
#   pydantic itself reads a year back as 365 days, so its own round trip is right and shows nothing.
#   "P1Y363D" is refused by jsonschema_rs against the schema that pydantic publishes ("format": "duration"), because RFC
#   3339 allows no days straight after years; "-P1D", pydantic's day before, is refused too.
# Means: no timedelta of a year or more in an interface. Send the number of days, or the day it ends. Tests with a
#   fortnight or 90 days see nothing, and a test that reads back with pydantic sees nothing ever.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq pydantic==2.14.3 isodate==0.7.2 isoduration==20.11.0 jsonschema_rs==0.60.3 || exit 2
"$work/venv/bin/python" - <<'PY'
import json
import sys
from datetime import datetime, timedelta

import isodate
import isoduration
import jsonschema_rs
from pydantic import TypeAdapter

FROM = datetime(2027, 12, 1)
EXPECTED = {364: ("P364D", 364), 365: ("P1Y", 366), 728: ("P1Y363D", 729), 3650: ("P10Y", 3653)}
span = TypeAdapter(timedelta)
by_schema = jsonschema_rs.validator_for(span.json_schema(mode="serialization"), validate_formats=True)


def written(days):
    return json.loads(span.dump_json(timedelta(days=days)))


changed = 0
for days, (text, read) in EXPECTED.items():
    seen = written(days)
    by_isodate = (FROM + isodate.parse_duration(seen) - FROM).days
    by_isoduration = (FROM + isoduration.parse_duration(seen) - FROM).days
    by_itself = span.validate_python(seen).days
    print(f"{days} days: {seen} - isodate {by_isodate}, isoduration {by_isoduration}, pydantic {by_itself}")
    changed += (seen, by_isodate, by_isoduration, by_itself) != (text, read, read, days)
own = {days: by_schema.is_valid(written(days)) for days in (364, 365, 728, -1)}
print("its own schema accepts:", {written(days): accepted for days, accepted in own.items()})
sys.exit(0 if not changed and own == {364: True, 365: True, 728: False, -1: False} else 1)
PY
