"""A directory of the size of a large county: 5,000 services, 800 venues and 50,000 dates, invented, copied in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import numpy as np
import psycopg

from kith.directory.rules.codes import Feature, Way
from kith.directory.rules.needs import Need
from kith.kernel.folding import folded
from kith.places.facts import facts_of

SERVICES, VENUES, DATES = 5_000, 800, 50_000
PLACE = "milton-keynes"
LANGUAGES = ("ro", "ar", "pl", "ur", "so", "bn", "pa", "ta", "hi")
KINDS = (
    "Feeding café",
    "Feeding clinic",
    "Baby group",
    "Course before the birth",
    "Peer support",
    "Drop-in",
    "Bottles",
)
EVERY_DATE_OF = DATES // SERVICES
Row = Sequence[Any]


def fill(database_url: str, *, seed: int) -> None:
    """Copy the invented directory into a demonstration place; the same seed gives the same one."""
    rng = np.random.default_rng(seed)
    with psycopg.connect(database_url) as connection:
        owner = _one(connection, "SELECT min(id) FROM organisations_organisation")
        first = {
            table: _one(connection, f"SELECT coalesce(max(id), 0) + 1 FROM {table}")
            for table in ("directory_venue", "directory_service", "whats_on_series", "whats_on_session")
        }
        venues = list(_venues(rng, first["directory_venue"], owner))
        _copy(connection, "directory_venue", _VENUE, venues)
        homes = rng.integers(0, VENUES, SERVICES)
        at_distance = rng.random(SERVICES) < 0.1
        ids = [first["directory_service"] + at for at in range(SERVICES)]
        venue_of = [None if far else venues[home][0] for home, far in zip(homes, at_distance, strict=True)]
        _copy(connection, "directory_service", _SERVICE, _services(rng, ids, venue_of, owner))
        _copy(connection, "directory_spokenlanguage", _SPOKEN, _speakers(rng, ids))
        series = [first["whats_on_series"] + at for at in range(SERVICES)]
        _copy(connection, "whats_on_series", _SERIES, _series(series, ids, owner))
        dates = _dates(rng, first["whats_on_session"], series, venue_of, [row[0] for row in venues])
        _copy(connection, "whats_on_session", _SESSION, dates)
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")


_VENUE = (
    "id", "organisation_id", "name", "address", "postcode", "lon", "lat", "features", "getting_there",
    "checked_on", "review_due_on",
)  # fmt: skip
_SERVICE = (
    "id", "organisation_id", "venue_id", "code", "name", "summary", "what_happens", "who_is_welcome",
    "open_when", "needs", "ways", "cost_pence", "cost_note", "how_to_refer", "before_birth",
    "youngest_months", "oldest_months", "phone", "email", "website", "search_text", "checked_on",
    "review_due_on",
)  # fmt: skip
_SPOKEN = (
    "service_id", "language", "spoken_by", "when",
)  # fmt: skip
_SERIES = (
    "id", "service_id", "organisation_id", "code", "title", "summary", "audience",
)  # fmt: skip
_SESSION = (
    "id", "series_id", "venue_id", "online", "starts_at", "ends_at", "joining", "capacity", "places_taken",
    "places_held", "families_waiting", "language", "interpreter_possible", "room", "has_creche", "creche_places",
    "creche_taken", "revision",
)  # fmt: skip
TODAY = datetime.now(UTC).date()
CHECKED = (TODAY - timedelta(days=20), TODAY + timedelta(days=160))


def _venues(rng: np.random.Generator, first: int, owner: int) -> Iterator[Row]:
    wards = facts_of(PLACE).wards
    for at in range(VENUES):
        ward = wards[at % len(wards)]
        lon, lat = ward.lon + rng.normal(0, 0.02), ward.lat + rng.normal(0, 0.012)
        features = [each.value for each in Feature if rng.random() < 0.5]
        yield (
            first + at, owner, f"Invented hall {at}", f"{at} Invented Way, {ward.name}", "MK9 3EJ", lon, lat,
            features, "{}", *CHECKED,
        )  # fmt: skip


def _services(rng: np.random.Generator, ids: list[int], venues: list[int | None], owner: int) -> Iterator[Row]:
    needs = [each.value for each in Need]
    for at, (pk, venue) in enumerate(zip(ids, venues, strict=True)):
        name = f"{KINDS[at % len(KINDS)]} {at}"
        summary = "Sit down, have a warm drink and ask anything; somebody who knows about feeding has time."
        ways = [Way.IN_PERSON.value] if venue else [Way.ONLINE.value, Way.PHONE.value]
        youngest, oldest = [(None, None), (0, 6), (6, 24), (None, 12)][at % 4]
        yield (
            pk, owner, venue, f"invented-{at}", json.dumps({"en": name, "ro": name}), json.dumps({"en": summary}),
            "{}", "{}", "{}", [needs[n] for n in sorted({*rng.integers(0, len(needs), 3).tolist()})], ways,
            0 if at % 5 else 350, "{}", "{}", at % 4 in (0, 3), youngest, oldest, "+442079460000", "", "",
            folded(f"{name} {summary}"), *CHECKED,
        )  # fmt: skip


def _speakers(rng: np.random.Generator, ids: list[int]) -> Iterator[Row]:
    for pk in ids:
        yield pk, "en", "everybody", "{}"
        if rng.random() < 0.4:
            yield pk, LANGUAGES[int(rng.integers(len(LANGUAGES)))], "a volunteer", "{}"


def _series(ids: list[int], services: list[int], owner: int) -> Iterator[Row]:
    for at, (pk, service) in enumerate(zip(ids, services, strict=True)):
        audience = ("everyone", "with_baby", "expecting")[at % 3]
        yield (
            pk,
            service,
            owner,
            f"invented-run-{at}",
            json.dumps({"en": f"{KINDS[at % len(KINDS)]} {at}"}),
            "{}",
            audience,
        )


def _dates(
    rng: np.random.Generator, first: int, series: list[int], homes: list[int | None], venues: list[int]
) -> Iterator[Row]:
    """Ten weekly dates of each; a third of the services hold every other one somewhere else."""
    for at, (run, home) in enumerate(zip(series, homes, strict=True)):
        day, hour = int(rng.integers(1, 8)), int(rng.integers(9, 20))
        elsewhere = venues[int(rng.integers(VENUES))] if home and at % 3 == 0 else home
        for week in range(EVERY_DATE_OF):
            starts = _at(TODAY + timedelta(days=day, weeks=week), hour)
            joining, capacity = ("walk_in", 30) if at % 2 else ("bookable", 12)
            yield (
                first + at * EVERY_DATE_OF + week, run, elsewhere if week % 2 else home, home is None, starts,
                starts + timedelta(hours=2), joining, capacity, 0, 0, 0, "en", at % 7 == 0, "", False, 0, 0, 1,
            )  # fmt: skip


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), UTC)


def _one(connection: psycopg.Connection[Any], question: str) -> int:
    row = connection.execute(question).fetchone()
    return int(row[0]) if row else 0


def _copy(connection: psycopg.Connection[Any], table: str, columns: Row, rows: Iterator[Row] | list[Row]) -> None:
    named = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        with cursor.copy(f"COPY {table} ({named}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        if "id" in columns:
            cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))")
