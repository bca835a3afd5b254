#!/usr/bin/env bash
# A baby of 16 days is "a month" old in arrow and, since 4.15, in humanize; at 46 days both say "2 months".
#
# Versions: humanize 4.14.0 and 4.17.0, arrow 1.4.0, Babel 2.19.0.
# Guess: words for a time that has passed name the whole months and years in it, as ages are told; and a release within one
#   major version keeps to its words.
# Seen (days lived):      15        16        30         46          350
#   humanize 4.14        15 days   16 days   30 days    a month     11 months
#   humanize 4.17        15 days   a month   a month    2 months    11 months
#   arrow                a month   a month   a month    2 months    12 months
#   Babel                2 weeks   2 weeks   1 month    2 months    1 year
#   precisedelta in humanize 4.17, the same package: 46 days are "1 month and 15 days".
#   Months are rounded from half a month on, so in humanize nobody is 16 to 30 days old, and in arrow nobody three weeks.
# Means: in the weeks in which each day counts a page shows a newborn as a month old, and a health visitor looks for the
#   six-week check. An age is counted, not rounded: no library for "ago" should tell it, and a test should pin 16 days.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
for version in 4.14.0 4.17.0; do
  python3 -m venv "$work/$version"
  "$work/$version/bin/pip" install -qq humanize=="$version" babel==2.19.0 arrow==1.4.0 || exit 2
done
cat >"$work/ages.py" <<'PY'
import json
from datetime import UTC, datetime, timedelta

import arrow
import humanize
from babel.dates import format_timedelta

NOW = datetime(2026, 11, 30, tzinfo=UTC)
AGES = [timedelta(days=days) for days in (15, 16, 30, 46, 350)]
print(
    json.dumps(
        {
            "humanize": [humanize.naturaldelta(age) for age in AGES],
            "precisely": humanize.precisedelta(AGES[3]),
            "arrow": [arrow.get(NOW - age).humanize(NOW, only_distance=True) for age in AGES],
            "babel": [format_timedelta(age, locale="en_GB") for age in AGES],
        }
    )
)
PY
"$work/4.17.0/bin/python" - "$work" <<'PY'
import json
import subprocess
import sys

work = sys.argv[1]


def seen(version):
    run = subprocess.run([f"{work}/{version}/bin/python", f"{work}/ages.py"], capture_output=True, check=True)
    return json.loads(run.stdout)


older, newer = seen("4.14.0"), seen("4.17.0")
print("humanize 4.14", older["humanize"])
print("humanize 4.17", newer["humanize"], "- precisedelta of 46 days:", newer["precisely"])
print("arrow        ", newer["arrow"])
print("babel        ", newer["babel"])
as_described = (
    older["humanize"] == ["15 days", "16 days", "30 days", "a month", "11 months"]
    and newer["humanize"] == ["15 days", "a month", "a month", "2 months", "11 months"]
    and newer["precisely"] == "1 month and 15 days"
    and newer["arrow"] == ["a month", "a month", "a month", "2 months", "12 months"]
    and newer["babel"] == ["2 weeks", "2 weeks", "1 month", "2 months", "1 year"]
)
sys.exit(0 if as_described else 1)
PY
