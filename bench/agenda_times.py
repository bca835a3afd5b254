"""Run as a program of its own in a place: an agenda over few and over many actions and stories; all is put back.

Both have twenty late actions and ten new themes: what there is to speak of does not grow with what was said and done.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import django
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

SIZES = ((20, 50), (2000, 5000))
LATE, NEW, ROUNDS = 20, 10, 41


def main() -> None:
    """Print one JSON object."""
    django.setup()
    from kith.walls.saying import OPEN, asked_by  # noqa: PLC0415  # its rooms need Django ready

    found: dict[str, Any] = {"times": ROUNDS}
    with asked_by(OPEN):
        for name, size in zip(("small", "large"), SIZES, strict=True):
            with _written(*size) as ask:
                found |= {f"{name}_{what}": value for what, value in _measured(ask).items() if what != "points"}
                found["points"] = ask()
    found |= {"actions": SIZES[1][0], "stories": SIZES[1][1]}
    print(json.dumps(found))


def _measured(ask: Any) -> dict[str, float]:
    ask()
    with CaptureQueriesContext(connection) as said:
        ask()
    taken = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        ask()
        taken.append((time.perf_counter() - started) * 1000)
    return {"ms": round(statistics.median(taken), 3), "statements": len(said)}


@contextmanager
def _written(actions: int, stories: int) -> Iterator[Any]:
    """So many rows, and a way to read the agenda that grows over them; taken back at the end."""
    from bench.agenda_rows import write_rows  # noqa: PLC0415
    from kith.alliance.queries.meetings import meeting_page  # noqa: PLC0415

    with transaction.atomic():
        viewer, meeting_id = write_rows(actions, stories, late=LATE, new=NEW, soon=timedelta(days=9))
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE listening_theme, listening_themestory, alliance_agreedaction, alliance_agendaitem")
        yield lambda: len(meeting_page(viewer, meeting_id).points)
        transaction.set_rollback(True)


if __name__ == "__main__":
    main()
