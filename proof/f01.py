"""F01: the last places of a session go to exactly as many families, over real HTTP to several real workers.

Each family has asked before and now proves that its e-mail is its own; all tap their links in the same moment.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from http.client import HTTPConnection
from pathlib import Path
from threading import Barrier
from urllib.parse import urlencode

import psycopg
from django.db import connection

from kith.kernel import clock
from proof.figures import Outcome, figure
from testing.place import place_here, served

ROUNDS, FAMILIES, PLACES = 50, 20, 5
CONTROL_ROUNDS = 5
WORKERS, THREADS = 2, 10
KEY = re.compile(r'name="request_key" value="([^"]+)"')


@figure("F01", claim=f"{FAMILIES} families at once for {PLACES} last places: exactly {PLACES} booked, no error")
def last_places() -> Outcome:
    """Fifty rounds with the lock, then a few without it, which must overbook."""
    with place_here() as url:
        sessions = _sessions(ROUNDS + CONTROL_ROUNDS)
        with _web(url, "kith.config.wsgi:application") as port:
            failed = sum(not _is_kept(port, session_id, url) for session_id in sessions[:ROUNDS])
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE groups_session DROP CONSTRAINT session_never_overbooked")
        with _web(url, "proof.unlocked:application") as port:
            control = sum(_overbooks(port, session_id, url) for session_id in sessions[ROUNDS:]) > 0
    return Outcome(n=ROUNDS, failed=failed, control=control)


def _is_kept(port: int, session_id: int, url: str) -> bool:
    answers = _rush(port, session_id, url)
    refused = FAMILIES - PLACES
    return sorted(answers) == [303] * PLACES + [422] * refused and _places_taken(session_id) == PLACES


def _overbooks(port: int, session_id: int, url: str) -> bool:
    _rush(port, session_id, url)
    return _places_taken(session_id) > PLACES


def _rush(port: int, session_id: int, url: str) -> list[int]:
    """All families ask for a place, then tap their links in the same moment; the answers' status codes."""
    start = Barrier(FAMILIES)

    def family(number: int) -> int:
        form_page = f"/en/sessions/{session_id}/book/"
        key = KEY.search(_ask(port, "GET", form_page)[1])
        form = {
            "request_key": key[1] if key else "",
            "name": f"Parent {number}",
            "contact": f"parent-{session_id}-{number}@families.kith.invalid",
            "places": "1",
        }
        status, _page, held_page = _ask(port, "POST", form_page, urlencode(form))
        link = _link(url, held_page) if held_page else ""  # without the lock some find it full already
        start.wait(timeout=60)
        return _ask(port, "POST", f"/en/sessions/{session_id}/confirm/{link}/", "do=book")[0] if link else status

    with ThreadPoolExecutor(FAMILIES) as pool:
        return list(pool.map(family, range(FAMILIES)))


def _link(url: str, held_page: str) -> str:
    """The link that a worker would have sent, for the page that a family is led to."""
    with psycopg.connect(url) as own:
        found = own.execute("SELECT link FROM groups_heldbooking WHERE token = %s", [held_page.split("/")[-2]])
        return str((found.fetchone() or ("",))[0])


def _ask(port: int, method: str, path: str, body: str | None = None) -> tuple[int, str, str]:
    asker = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        asker.request(method, path, body, headers)
        answer = asker.getresponse()
        return answer.status, answer.read().decode(), answer.headers.get("Location", "")
    finally:
        asker.close()


def _places_taken(session_id: int) -> int:
    """Booked and kept, counted from the rows themselves, not from the number the database keeps beside them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(sum(places), 0) FROM ("
            " SELECT places FROM groups_booking WHERE session_id = %s AND state = 'booked'"
            " UNION ALL SELECT places_kept FROM groups_heldbooking WHERE session_id = %s) AS taken",
            [session_id, session_id],
        )
        return int(cursor.fetchone()[0])


@contextmanager
def _web(url: str, application: str) -> Iterator[int]:
    with (
        tempfile.TemporaryDirectory(prefix="kith-f01-") as var,
        served(url, Path(var), worker=False, web_workers=WORKERS, threads=THREADS, application=application) as place,
    ):
        yield place.port


def _sessions(count: int) -> list[int]:
    """As many online sessions with the last places free. Imports here: only now does Django stand on the place."""
    from kith.directory.actions.offering import add_service  # noqa: PLC0415
    from kith.directory.rules.codes import Way  # noqa: PLC0415
    from kith.directory.rules.listed import ListedService  # noqa: PLC0415
    from kith.directory.rules.needs import Need  # noqa: PLC0415
    from kith.groups.actions.planning import NewSeries, NewSession, add_series, plan_sessions  # noqa: PLC0415
    from kith.organisations.actions.alliance import add_organisation  # noqa: PLC0415
    from kith.organisations.rules import OrganisationKind  # noqa: PLC0415
    from kith.platform.access.viewer import system_actor  # noqa: PLC0415

    by = system_actor("proof")
    organisation_id = add_organisation(by=by, name="Proof", kind=OrganisationKind.CHARITY)
    service = ListedService(
        organisation_id=organisation_id,
        code="proof",
        name={"en": "Course"},
        summary={},
        needs=(Need.BEFORE_THE_BIRTH,),
        ways=(Way.ONLINE,),
        checked_on=clock.today(),
    )
    series = NewSeries(service_id=add_service(by=by, service=service), code="proof", title={"en": "Course"})
    first = clock.now() + timedelta(days=1)
    starts = [first + timedelta(hours=number) for number in range(count)]
    planned = [
        NewSession(starts_at=start, ends_at=start + timedelta(hours=1), capacity=PLACES, online=True)
        for start in starts
    ]
    return list(plan_sessions(by=by, series_id=add_series(by=by, series=series), sessions=planned))
