"""Run as a program of its own: how many statements one booking asks of the database, transactions included."""

from __future__ import annotations

import json
import sys
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.booking_journey import book
from bench.wsgi_call import Answer, call

WARM_UP = 3


def main(session_id: int) -> None:
    """Print the number for a booking by a parent not yet known."""
    application: Any = get_wsgi_application()

    def ask(address: str, form: dict[str, str] | None) -> Answer:
        return call(application, address, form)

    for number in range(WARM_UP):
        book(ask, session_id, 10_000_000 + number)
    with CaptureQueriesContext(connection) as asked:
        book(ask, session_id, 20_000_000)
    print(json.dumps(len(asked.captured_queries)))


if __name__ == "__main__":
    main(int(sys.argv[1]))
