"""Find support over 5,000 services and 50,000 dates, with 50 readers at once, beside a bare view and plain SQL.

Another search each time is the hard way, for no page lies ready; what was asked before is kept, as public pages are.
Readers read: the fifty also search as people do, with some seconds between; without them they measure how much the
machine can answer at all.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import count, product
from random import Random
from threading import local as thread_local
from urllib.parse import urlencode

import psycopg

from bench.listings import DATES, PLACE, SERVICES, fill
from kith.directory.rules.needs import Need
from kith.places.facts import facts_of
from testing.place import RunningPlace, served

READERS, SEARCHES, ALONE, WARM_UP = 50, 600, 120, 60
ASKED_BEFORE = 10
READS_FOR = (1.5, 4.5)
AIM_ALONE_MS = 100.0
SEED = 1
# The nearest services for a need that have a date to come, in the order of an index; nothing is drawn of it.
PLAIN = """
    SELECT service.id, service.name, venue.name FROM directory_venue AS venue
    JOIN directory_meetingplace AS place ON place.venue_id = venue.id
    JOIN directory_service AS service ON service.id = place.service_id
    WHERE service.needs @> ARRAY[%(need)s]::varchar[] AND service.withdrawn_on IS NULL
      AND (SELECT session.id FROM whats_on_session AS session JOIN whats_on_series AS series
           ON series.id = session.series_id
           WHERE series.service_id = service.id AND session.venue_id = venue.id AND session.starts_at > now()
             AND session.cancelled_at IS NULL LIMIT 1) IS NOT NULL
    ORDER BY point(venue.lon * 0.61, venue.lat) <-> point(%(lon)s * 0.61, %(lat)s) LIMIT 22
"""


@dataclass(frozen=True)
class SearchSpeed:
    """Median and 95th percentile of one way of asking, in milliseconds, and as a ratio to the search's own."""

    way: str
    readers: int
    p50_ms: float
    p95_ms: float
    ratio_p50: float
    ratio_p95: float
    services: int = SERVICES
    dates: int = DATES


_numbers = count()
_lines = thread_local()


def search_speed(place: RunningPlace) -> list[SearchSpeed]:
    """Fill the place; then the search alone, and search, bare view and plain SQL in turn with many readers."""
    fill(place.database_url, seed=SEED)
    floor_settings = {"DJANGO_SETTINGS_MODULE": "bench.floor.settings"}
    with served(
        place.database_url, place.var, worker=False, application="bench.floor.wsgi:application", extra=floor_settings
    ) as floor:
        alone = _times(lambda: _get(place, _address(next(_numbers))), readers=1, times=ALONE)
        reading = _times(
            lambda: _get(place, _address(next(_numbers))), readers=READERS, times=SEARCHES, reads=READS_FOR
        )
        search = _times(lambda: _get(place, _address(next(_numbers))), readers=READERS, times=SEARCHES)
        again = _times(lambda: _get(place, _address(next(_numbers) % ASKED_BEFORE)), readers=READERS, times=SEARCHES)
        bare = _times(lambda: _get(floor, "/"), readers=READERS, times=SEARCHES)
        plain = _times(lambda: _ask(place.database_url), readers=READERS, times=SEARCHES)
    own = _percentiles(search)
    return [
        _speed("another search each time, one reader", 1, alone, own),
        _speed("another each time, read for 3 s", READERS, reading, own),
        _speed("another search each time", READERS, search, own),
        _speed("searches asked before", READERS, again, own),
        _speed("bare view", READERS, bare, own),
        _speed("plain SQL", READERS, plain, own),
    ]


def _speed(way: str, readers: int, times: list[float], own: tuple[float, float]) -> SearchSpeed:
    p50, p95 = _percentiles(times)
    return SearchSpeed(way, readers, round(p50, 2), round(p95, 2), round(own[0] / p50, 2), round(own[1] / p95, 2))


def _percentiles(times: list[float]) -> tuple[float, float]:
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def _times(
    act: Callable[[], None], *, readers: int, times: int, reads: tuple[float, float] = (0.0, 0.0)
) -> list[float]:
    """How long each of so many takes, as one reader feels it, while all others ask as well or read what they found."""
    pauses = Random(SEED)  # noqa: S311  # how long somebody reads is no secret

    def one(_turn: int) -> float:
        time.sleep(pauses.uniform(*reads))
        started = time.perf_counter()
        act()
        return (time.perf_counter() - started) * 1000

    with ThreadPoolExecutor(readers) as pool:
        list(pool.map(one, range(WARM_UP)))
        return list(pool.map(one, range(times)))


def _address(number: int) -> str:
    """The search of this number, unlike that of any other: no page lies ready until it has been asked for once."""
    districts = [each.outward for each in facts_of(PLACE).districts]
    near, need = list(product(districts, Need))[number % (len(districts) * len(Need))]
    asked = {"near": near, "need": need.value, "visit": ("either", "in_person")[number // 4 % 2]}
    if number % 2:
        asked |= {"language": ("ro", "ur", "so")[number % 3], "day": ("weekday", "weekend")[number // 2 % 2]}
    return f"/en/find-support/?{urlencode(asked)}&reader={number}"


def _get(place: RunningPlace, address: str) -> None:
    lines: dict[int, HTTPConnection] = _lines.__dict__.setdefault("by_port", {})
    line = lines.setdefault(place.port, HTTPConnection("127.0.0.1", place.port, timeout=60))
    line.request("GET", address, headers={"Accept-Encoding": "gzip, br"})
    answer = line.getresponse()
    answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{address} answered {answer.status}")


def _ask(database_url: str) -> None:
    connection: psycopg.Connection | None = _lines.__dict__.get("connection")
    if connection is None:
        connection = _lines.connection = psycopg.connect(database_url, autocommit=True)
    number = next(_numbers)
    district = facts_of(PLACE).districts[number % len(facts_of(PLACE).districts)]
    need = list(Need)[number % len(Need)]
    connection.execute(PLAIN, {"need": need.value, "lon": district.lon, "lat": district.lat}).fetchall()
