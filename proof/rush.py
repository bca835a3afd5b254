"""Many families at once, over real HTTP to several real workers: what F01 and F02 share."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import psycopg
from django.db import connection

from kith.kernel import clock
from testing.place import served

WORKERS, THREADS = 2, 10
KEY = re.compile(r'name="request_key" value="([^"]+)"')
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def at_once(count: int, family: Callable[[int], None]) -> None:
    """Let as many families do this, each in a thread of its own."""
    with ThreadPoolExecutor(count) as pool:
        list(pool.map(family, range(count)))


def ask(port: int, method: str, path: str, body: str | None = None) -> tuple[int, str, str]:
    """The status, the page, and where it leads."""
    asker = HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        asker.request(method, path, body, FORM if body else {})
        answer = asker.getresponse()
        return answer.status, answer.read().decode(), answer.headers.get("Location", "")
    finally:
        asker.close()


def filled_in(port: int, session_id: int, name: str) -> str:
    """The form of this session as this parent sends it; she may wait."""
    key = KEY.search(ask(port, "GET", form_page(session_id))[1])
    contact = f"{name.lower().replace(' ', '-')}-{session_id}@families.kith.invalid"
    form = {"name": name, "contact": contact, "places": "1", "may_wait": "on"}
    return urlencode(form | {"request_key": key[1] if key else ""})


def form_page(session_id: int) -> str:
    """Where one books this session."""
    return f"/en/sessions/{session_id}/book/"


def link_behind(url: str, session_id: int, held_page: str) -> str:
    """The page that a worker would have sent the address of, for the page that a family is led to."""
    with psycopg.connect(url) as own:
        found = own.execute("SELECT link FROM groups_heldbooking WHERE token = %s", [held_page.split("/")[-2]])
        return f"/en/sessions/{session_id}/confirm/{(found.fetchone() or ('',))[0]}/"


def counted(sql: str, *values: Any) -> int:
    """The one number that this asks for."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return int(cursor.fetchone()[0])


@contextmanager
def web(url: str, application: str = "kith.config.wsgi:application", *, worker: bool = False) -> Iterator[int]:
    """The port of several web servers on this database."""
    with (
        tempfile.TemporaryDirectory(prefix="kith-rush-") as var,
        served(url, Path(var), worker=worker, web_workers=WORKERS, threads=THREADS, application=application) as place,
    ):
        yield place.port


def sessions(count: int, *, capacity: int) -> list[int]:
    """As many online sessions with so many places. Imports here: only now does Django stand on the place."""
    from kith.directory.actions.offering import add_service  # noqa: PLC0415
    from kith.directory.rules.codes import Way  # noqa: PLC0415
    from kith.directory.rules.listed import ListedService  # noqa: PLC0415
    from kith.directory.rules.needs import Need  # noqa: PLC0415
    from kith.organisations.actions.alliance import add_organisation  # noqa: PLC0415
    from kith.organisations.rules import OrganisationKind  # noqa: PLC0415
    from kith.platform.access.viewer import system_actor  # noqa: PLC0415
    from kith.whats_on.actions.planning import NewSeries, NewSession, add_series, plan_sessions  # noqa: PLC0415

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
    first = clock.now() + timedelta(days=3)
    starts = [first + timedelta(hours=number) for number in range(count)]
    planned = [
        NewSession(starts_at=start, ends_at=start + timedelta(hours=1), capacity=capacity, online=True)
        for start in starts
    ]
    return list(plan_sessions(by=by, series_id=add_series(by=by, series=series), sessions=planned))
