#!/usr/bin/env bash
# A field that demands an instant with a time zone takes "20261130" and makes August 1970 of it; strict mode does not help.
#
# Versions: pydantic 2.14.3 on Python 3.11, jsonschema 4.26.0 with rfc3339-validator 0.1.4.
# Guess: AwareDatetime in strict mode takes RFC 3339 instants only, the "date-time" of the schema that it publishes.
# Seen (a feed's last_modified as text in JSON; ISO 8601's short form, a year, a stamp to the minute, to the second):
#   "20261130"         1970-08-23 12:05:30 UTC       "2026"            1970-01-01 00:33:46 UTC
#   "202611300930"     1976-06-03 00:55:00.93 UTC    "20261130093000"  2612-01-19 19:41:33 UTC
#   Digits are taken for seconds since 1970, or milliseconds where they would pass the year 2603 or so, and UTC comes as
#   a gift, so "aware" is satisfied. "2026-11-30" is refused. So is "20261130" in a date field: the mistake is loud for
#   days and silent for instants. date-time in the published schema refuses all four texts; fromisoformat reads the
#   first as the day it says.
# Means: put a pattern (or a refusal of bare digits) before every datetime that is read from somebody else's file.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq pydantic==2.14.3 jsonschema==4.26.0 rfc3339-validator==0.1.4 || exit 2
"$work/venv/bin/python" - <<'PY'
import json
import sys
from datetime import date, datetime

import jsonschema
from pydantic import AwareDatetime, TypeAdapter, ValidationError

EXPECTED = {
    "20261130": "1970-08-23T12:05:30+00:00",
    "2026": "1970-01-01T00:33:46+00:00",
    "202611300930": "1976-06-03T00:55:00.930000+00:00",
    "20261130093000": "2612-01-19T19:41:33+00:00",
    "2026-11-30": None,
}
instant = TypeAdapter(AwareDatetime)
by_schema = jsonschema.Draft202012Validator(
    instant.json_schema(), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)


def read(kind, text):
    try:
        return kind.validate_json(json.dumps(text), strict=True).isoformat()
    except ValidationError:
        return None


seen = {text: read(instant, text) for text in EXPECTED}
for text, value in seen.items():
    print(f"{text:15} -> {value}; its own schema accepts it: {by_schema.is_valid(text)}")
day, plain = read(TypeAdapter(date), "20261130"), datetime.fromisoformat("20261130").isoformat()
print("as a date:", day, "- by fromisoformat:", plain)
refused_by_schema = not any(by_schema.is_valid(text) for text in EXPECTED)
sys.exit(0 if seen == EXPECTED and refused_by_schema and day is None and plain == "2026-11-30T00:00:00" else 1)
PY
