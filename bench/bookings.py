"""Bookings a second over HTTP, as a ratio to a view that only locks, inserts and commits on the same server."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import count
from pathlib import Path
from threading import local as thread_local
from urllib.parse import urlencode, urlsplit

import psycopg

from bench.booking_journey import REQUESTS, book
from bench.floor.urls import TABLES
from bench.programs import told_by
from bench.wsgi_call import Answer
from kith.groups.rules.codes import CODE
from kith.platform.private_links import code_from
from testing.place import RunningPlace, served, working

CLIENTS = 4
BOOKINGS = 300
FLOOR_TURNS = 2000
WARM_UP = 100
SESSIONS = 8
ROUNDS = 3
AIM_RATIO, AIM_REQUESTS, AIM_STATEMENTS = 11.0, 6, 24


@dataclass(frozen=True)
class BookingSpeed:
    """The worst of the rounds: how fast, against which floor, and what one booking asks for."""

    bookings_per_second: float
    floor_per_second: float
    ratio: float
    beside_a_busy_worker_per_second: float
    requests_per_booking: int
    statements_per_booking: int
    processor_seconds_per_booking: float
    settings_per_booking: int
    """How many of the statements begin with who asks: a setting that goes in the message of the question after it."""

    bookings: int = BOOKINGS
    clients: int = CLIENTS
    rounds: int = ROUNDS
    aim_ratio: float = AIM_RATIO
    aim_requests: int = AIM_REQUESTS
    aim_statements: int = AIM_STATEMENTS


_numbers = count(1)


def booking_speed(place: RunningPlace) -> BookingSpeed:
    """Measure the journey and the floor in turn, on a place without a worker; then the journey beside a busy one."""
    sessions = _roomy_sessions(place.database_url)
    statements = _statements(place, sessions[0])
    with served(
        place.database_url,
        place.var,
        worker=False,
        application="bench.floor.wsgi:application",
        extra={"DJANGO_SETTINGS_MODULE": "bench.floor.settings"},
    ) as floor:
        rounds = [_round(place, floor, sessions) for _ in range(ROUNDS)]
    own, bare, processor = max(rounds, key=lambda each: each[1] / each[0])
    with working(place):  # on what has waited: more than a thousand confirmations
        beside = _rate(lambda: _book(place, sessions), BOOKINGS)
    return BookingSpeed(
        round(own, 1),
        round(bare, 1),
        round(bare / own, 2),
        round(beside, 1),
        REQUESTS,
        statements["messages"],
        round(processor, 4),
        statements["settings"],
    )


def _round(place: RunningPlace, floor: RunningPlace, sessions: list[int]) -> tuple[float, float, float]:
    """Bookings between two halves of the floor, so that a machine that grows busier is so for both."""
    first = _rate(lambda: _lock_insert_commit(floor, sessions), FLOOR_TURNS // 2)
    before = _processor_seconds(place.web_group)
    own = _rate(lambda: _book(place, sessions), BOOKINGS)
    spent = _processor_seconds(place.web_group) - before
    second = _rate(lambda: _lock_insert_commit(floor, sessions), FLOOR_TURNS // 2)
    return own, 2 / (1 / first + 1 / second), spent / (BOOKINGS + WARM_UP)


def _rate(act: Callable[[], None], times: int) -> float:
    with ThreadPoolExecutor(CLIENTS) as clients:
        list(clients.map(lambda _: act(), range(WARM_UP)))
        started = time.perf_counter()
        list(clients.map(lambda _: act(), range(times)))
        return times / (time.perf_counter() - started)


def _book(place: RunningPlace, sessions: list[int]) -> None:
    number = next(_numbers)
    session_id = sessions[number % len(sessions)]
    book(lambda address, form: _ask(place, address, form), lambda held: _code_of(place, held), session_id, number)


def _code_of(place: RunningPlace, held_page: str) -> str:
    """The code that the worker would have sent; read beside the place, which does nothing for it."""
    if "DJANGO_SETTINGS_MODULE" not in os.environ:
        os.environ.update(place.environment)
    with psycopg.connect(place.database_url) as own:
        sent = "UPDATE groups_heldbooking SET sent_at = now() WHERE token = %s RETURNING link"
        found = own.execute(sent, [held_page.split("/")[-2]])
        return code_from(str((found.fetchone() or ("",))[0]), CODE)


def _lock_insert_commit(floor: RunningPlace, sessions: list[int]) -> None:
    number = next(_numbers)
    answer = _ask(floor, f"/book/{sessions[number % len(sessions)]}/", {"name": f"Invented Visitor{number}"})
    if answer.status != 302:
        raise RuntimeError(f"the floor answered {answer.status}")


_lines = thread_local()


def _ask(place: RunningPlace, address: str, form: dict[str, str] | None) -> Answer:
    lines: dict[int, HTTPConnection] = _lines.__dict__.setdefault("by_port", {})
    line = lines.setdefault(place.port, HTTPConnection("127.0.0.1", place.port, timeout=60))
    path = address if address.startswith("/") else urlsplit(address).path
    if form is None:
        line.request("GET", path)
    else:
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": place.url}
        line.request("POST", path, urlencode(form), headers)
    answer = line.getresponse()
    return Answer(answer.status, dict(answer.getheaders()), answer.read())


def _roomy_sessions(database_url: str) -> list[int]:
    """Some sessions to come with room for every parent about to book, and the floor's own beside them."""
    with psycopg.connect(database_url) as connection:
        rows = connection.execute(
            "UPDATE whats_on_session SET capacity = 30000 WHERE id IN (SELECT id FROM whats_on_session "
            "WHERE cancelled_at IS NULL AND starts_at > now() + interval '1 day' AND joining = 'bookable' "
            "ORDER BY starts_at LIMIT %s) RETURNING id",
            [SESSIONS],
        ).fetchall()
        connection.execute(TABLES)
        connection.cursor().executemany("INSERT INTO floor_session (id) VALUES (%s)", rows)
    return [int(row[0]) for row in rows]


def _statements(place: RunningPlace, session_id: int) -> dict[str, int]:
    found: dict[str, int] = told_by(
        "bench.booking_statements", session_id, environment=place.environment | {"KITH_PART": "web"}
    )
    return found


def _processor_seconds(group: int) -> float:
    """Processor time of all processes of the web server so far; nothing where the machine does not tell."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group:
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")
