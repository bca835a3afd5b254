"""Run as a program of its own in a place: how long finding a family takes, and how much of it in the database."""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

import psycopg
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.desk_times import FAMILIES_SHE_SEES, signed_in
from bench.scans import Scans
from bench.wsgi_call import Answer, call

WARM_UP = 15
FIND = "/desk/find/"
# Families that let her in, each with all by which it may be looked for.
KNOWN = """
    SELECT p.given_name || ' ' || p.family_name, p.family_name || ' ' || p.given_name, p.phone, b.born_on
    FROM families_parent p JOIN families_baby b ON b.family_id = p.family_id
    WHERE p.family_id = ANY (%s) AND p.is_main AND p.phone <> ''
"""
Asked = Callable[[int], Answer]


def main(seed: str, wanted: int, what: str) -> None:
    """Print one JSON object: for each way of finding its times in milliseconds and its statements."""
    application: Any = get_wsgi_application()
    names, turned, phones, days = _known(seed, wanted + WARM_UP)
    if what == "floor":
        print(
            json.dumps({"bare": _measured(lambda turn: call(application, f"/by-phone/{phones[turn]}/"), len(phones))})
        )
        return
    cookies = signed_in(application)
    given = {
        "name": names,
        "reversed name": turned,
        "phone": phones,
        "name and baby’s birthday": [f"{name} {day:%d/%m/%Y}" for name, day in zip(names, days, strict=True)],
    }

    def find(typed: list[str]) -> Asked:
        return lambda turn: call(application, FIND, {"what": typed[turn]}, cookies=cookies)

    print(json.dumps({way: _by_index(find(typed), len(typed)) for way, typed in given.items()}))


def _by_index(ask: Asked, count: int) -> dict[str, Any]:
    """The times, and whether no large table was read from end to end: asked of the database, as the web server asks."""
    scans = Scans(os.environ["DATABASE_URL"])
    found = _measured(ask, count)
    read_whole = scans.since()
    if read_whole:
        print("read whole:", *read_whole, file=sys.stderr)
    return found | {"uses_index": not read_whole}


def _known(seed: str, wanted: int) -> tuple[list[str], list[str], list[str], list[Any]]:
    with psycopg.connect(os.environ["DATABASE_URL"]) as owner:
        ids = [row[0] for row in owner.execute(FAMILIES_SHE_SEES, [seed, wanted * 4]).fetchall()]
        rows = owner.execute(KNOWN, [ids]).fetchall()[:wanted]
    if len(rows) < wanted:
        raise SystemExit(f"only {len(rows)} of {wanted} were found")
    names, turned, phones, days = (list(column) for column in zip(*rows, strict=True))
    return names, turned, phones, days


def _timed(spent: list[float]) -> Callable[..., Any]:
    """A wrapper around each statement that notes how long it took."""

    def run(execute: Callable[..., Any], *statement: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(*statement)
        finally:
            spent.append(time.perf_counter() - began)

    return run


def _measured(ask: Asked, count: int) -> dict[str, Any]:
    times, in_database = [], []
    for turn in range(count):
        spent: list[float] = []

        started = time.perf_counter()
        with connection.execute_wrapper(_timed(spent)):
            answer = ask(turn)
        if answer.status != 200:
            raise SystemExit(f"answered {answer.status}")
        if turn >= WARM_UP:
            times.append((time.perf_counter() - started) * 1000)
            in_database.append(sum(spent) * 1000)
    with CaptureQueriesContext(connection) as asked:
        ask(0)
    return {
        "p95_ms": statistics.quantiles(times, n=20)[-1],
        "database_p95_ms": statistics.quantiles(in_database, n=20)[-1],
        "statements": len(asked.captured_queries),
    }


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
