"""Writing many dates down in one statement: model by model, hundreds of them take four times as long."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection

from kith.kernel.ids import SessionId
from kith.whats_on.models.sessions import Session
from kith.whats_on.rules.plans import NewSession

_TYPES = {
    "starts_at": "timestamptz",
    "ends_at": "timestamptz",
    "capacity": "smallint",
    "joining": "text",
    "venue_id": "bigint",
    "online": "boolean",
    "language": "text",
    "interpreter_possible": "boolean",
    "room": "text",
    "has_creche": "boolean",
    "creche_places": "smallint",
}
"""What is planned of a date, as the database holds it."""


def write_dates(series_id: int, plans: Sequence[NewSession]) -> list[SessionId]:
    """Add these dates to the series, and say their ids in the same order."""
    if not plans:
        return []
    columns: dict[str, list[Any]] = {name: [getattr(each, name) for each in plans] for name in _TYPES}
    columns["joining"] = [each.joining.value for each in plans]
    columns |= {name: [each.isoformat() for each in columns[name]] for name in ("starts_at", "ends_at")}
    # Most of a timetable is the same on every date, and said once; the rest goes as one text, for hundreds of instants
    # one by one take longer to put into words than the database takes to write them.
    same = {name: values[0] for name, values in columns.items() if name != "starts_at" and len(set(values)) == 1}
    differing = {name: values for name, values in columns.items() if name not in same}
    usual = dict(_usual())
    sql = (
        f"INSERT INTO whats_on_session (series_id, {', '.join([*usual, *same, *differing])}) "
        f"SELECT %s, {'%s, ' * len(usual)}{''.join(f'%s::{_TYPES[name]}, ' for name in same)}"
        f"{', '.join(f'{name}::{_TYPES[name]}' for name in differing)} "
        f"FROM ROWS FROM ({', '.join(['json_array_elements_text(%s)'] * len(differing))}) "
        f"WITH ORDINALITY AS planned ({', '.join(differing)}, number) ORDER BY number RETURNING id"
    )
    said = [json.dumps(values) for values in differing.values()]
    with connection.cursor() as cursor:
        cursor.execute(sql, [series_id, *usual.values(), *same.values(), *said])
        return [SessionId(row[0]) for row in cursor.fetchall()]


def _usual() -> Iterator[tuple[str, Any]]:
    """What a new date has beside what is planned of it, by column; empty ones are left to the database."""
    for each in Session._meta.concrete_fields:
        if each.column not in {*_TYPES, "id", "series_id"} and (value := each.get_default()) is not None:
            yield str(each.column), value
