"""Laying out 60 series of 200 dates, and changing one rule of them, in a transaction of the caller."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta
from datetime import time as clock_time

from django.db import connection, transaction

from kith.kernel import clock
from kith.kernel.ids import new_uuid
from kith.platform.access.viewer import system_actor
from kith.timetables.actions.rules import add_rule, change_rule
from kith.timetables.models import Rule
from kith.timetables.plans import effect_of
from kith.timetables.rules.codes import Pattern
from kith.timetables.rules.details import Details, RulePlan
from kith.timetables.rules.repeating import Repeat
from kith.whats_on.models.sessions import Series

SERIES, DATES, WEEKS = 60, 200, 100
COLUMNS = "series_id, venue_id, online, room, starts_at, ends_at, joining, capacity"


def measured() -> dict[str, float]:
    """Seconds for all, for the bare rows and for one change, and which rows that wrote."""
    by, model = system_actor("bench"), Series.objects.order_by("pk")[0]
    first = clock.today() + timedelta(days=1)
    details = Details(clock_time(10), clock_time(12), 20, online=True)
    repeat = Repeat(Pattern.WEEKLY, (1, 3), first, first + timedelta(days=7 * WEEKS - 1))
    plan = RulePlan(repeat, details, skips_bank_holidays=False)
    series = [
        Series.objects.create(
            service_id=model.service_id,
            organisation_id=model.organisation_id,
            code=f"bench-{number}",
            title={"en": "Bench"},
            audience=model.audience,
        ).pk
        for number in range(SERIES)
    ]
    bare = _bare(series[0], first)
    started = time.perf_counter()
    made = [add_rule(by=by, series_id=each, plan=plan, request_key=new_uuid()) for each in series]
    seconds = time.perf_counter() - started
    before = _versions()
    last_on: date = repeat.last_on - timedelta(weeks=4)
    shorter = replace(plan, repeat=replace(repeat, last_on=last_on))
    rule = Rule.objects.get(pk=made[0].rule_id)
    started = time.perf_counter()
    agreed = effect_of(by, rule, shorter).mark
    change_rule(by=by, rule_id=made[0].rule_id, plan=shorter, revision=1, agreed=agreed)
    changed = time.perf_counter() - started
    touched = {session_id for session_id, where in _versions().items() if before.get(session_id) != where}
    wanted = {session_id for day, session_id in made[0].sessions if day > last_on}
    return {
        "dates": sum(len(each.sessions) for each in made),
        "seconds": seconds,
        "bare_seconds": bare,
        "change_seconds": changed,
        "touched": len(touched),
        "touched_besides": len(touched ^ wanted),
    }


def _bare(series_id: int, first: date) -> float:
    """As many rows of sessions written by plain SQL, in as many statements."""
    rows = f"INSERT INTO whats_on_session ({COLUMNS}, language, interpreter_possible, places_taken, places_held)"
    point = transaction.savepoint()
    with connection.cursor() as cursor:
        more = ("families_waiting", "creche_places", "creche_taken", "revision")
        started = time.perf_counter()
        for number in range(SERIES):
            named = "".join(f", {each}" for each in more)
            cursor.execute(
                rows.replace(")", f"{named}, has_creche)")
                + f"SELECT %s, NULL, true, '', %s::date + n + %s * interval '1 minute', %s::date + n + "
                f"(%s + 60) * interval '1 minute', 'walk_in', 20, 'en', false, 0, 0{', 1' * len(more)}, true "
                f"FROM generate_series(1, {DATES}) AS n",
                [series_id, first, number, first, number],
            )
        seconds = time.perf_counter() - started
    transaction.savepoint_rollback(point)
    return seconds


def _versions() -> dict[int, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, ctid::text FROM whats_on_session")
        return dict(cursor.fetchall())
