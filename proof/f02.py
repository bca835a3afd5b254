"""F02: a parent who taps twice books once and is told once, over real HTTP to several real workers.

Each parent's form arrives twice in the same moment, and so does the tap by which she confirms.
"""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Thread

from django.db import connection

from proof.figures import Outcome, figure
from proof.rush import ask, counted, filled_in, form_page, link_behind, sessions, web
from testing.place import place_here

PARENTS, SESSIONS, SIDE_BY_SIDE = 1000, 10, 10
CONTROL_PARENTS = 20
PATIENCE = 300


@figure("F02", claim=f"{PARENTS:,} double clicks: {PARENTS:,} bookings, {PARENTS:,} confirmations")
def double_clicks() -> Outcome:
    """A thousand parents tap everything twice; then a few where neither lock nor unique rows stand in the way."""
    with place_here() as url:
        *rooms, last = sessions(SESSIONS + 1, capacity=PARENTS)
        with web(url, worker=True) as port:
            failed = sum(not each for each in _all(port, url, rooms, PARENTS))
            _wait_until_told()
        failed += abs(PARENTS - counted("SELECT count(*) FROM groups_booking WHERE state = 'booked'"))
        failed += abs(PARENTS - counted("SELECT count(DISTINCT family_id) FROM groups_booking"))
        failed += abs(PARENTS - counted("SELECT count(*) FROM messages_message WHERE kind = 'place_booked'"))
        _let_anything_in()
        with web(url, "proof.unlocked:application") as port:
            kept = all(_all(port, url, [last], CONTROL_PARENTS))
        doubled = counted("SELECT count(*) FROM groups_heldbooking WHERE session_id = %s", last) > CONTROL_PARENTS
    return Outcome(n=PARENTS, failed=failed, control=doubled and not kept)


def _all(port: int, url: str, rooms: list[int], parents: int) -> list[bool]:
    """Whether each parent was led to one and the same page by both taps, twice."""
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        return list(pool.map(lambda number: _one(port, url, rooms[number % len(rooms)], number), range(parents)))


def _one(port: int, url: str, session_id: int, number: int) -> bool:
    form = filled_in(port, session_id, f"Parent {number}")
    held = _twice(port, form_page(session_id), form)
    if not _is_one(held):
        return False
    return _is_one(_twice(port, link_behind(url, session_id, held[0][1]), "do=book"))


def _is_one(answers: list[tuple[int, str]]) -> bool:
    return answers[0] == answers[1] and answers[0][0] == 303


def _twice(port: int, path: str, body: str) -> list[tuple[int, str]]:
    """Both answers to what arrives twice at once."""
    start, answers = Barrier(2), [(0, ""), (0, "")]

    def tap(which: int) -> None:
        start.wait(timeout=60)
        status, _, leads_to = ask(port, "POST", path, body)
        answers[which] = status, leads_to

    taps = [Thread(target=tap, args=[which]) for which in range(2)]
    for each in taps:
        each.start()
    for each in taps:
        each.join()
    return answers


def _wait_until_told() -> None:
    """Until the worker has delivered every event."""
    waiting = "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'platform.deliver_event' AND status = ANY (%s)"
    until = time.monotonic() + PATIENCE
    while counted(waiting, ["todo", "doing"]):
        if time.monotonic() > until:
            raise TimeoutError("the worker has not told everybody")
        time.sleep(0.5)


def _let_anything_in() -> None:
    """Take away what makes a row of a booking, or of a wish, unique."""
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX booking_once_for_each_family")
        cursor.execute(
            "SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE contype = 'u'"
            " AND conrelid IN ('groups_booking'::regclass, 'groups_heldbooking'::regclass)"
        )
        for table, name in cursor.fetchall():
            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
