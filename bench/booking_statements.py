"""Run as a program of its own: how many statements one booking asks of the database, transactions included."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

import psycopg
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.booking_journey import book
from bench.wsgi_call import Answer, call
from kith.groups.rules.codes import CODE
from kith.platform.private_links import code_from

WARM_UP = 3
LINK = "UPDATE groups_heldbooking SET sent_at = now() WHERE token = %s RETURNING link"
SETTING = "SET LOCAL kith.viewer"


def main(session_id: int) -> None:
    """Print the numbers for a booking by a parent not yet known: of messages, and of settings that some begin with."""
    application: Any = get_wsgi_application()

    def ask(address: str, form: dict[str, str] | None) -> Answer:
        return call(application, address, form)

    for number in range(WARM_UP):
        book(ask, _code_of, session_id, 10_000_000 + number)
    with CaptureQueriesContext(connection) as asked:
        book(ask, _code_of, session_id, 20_000_000)
    said = [each["sql"] for each in asked.captured_queries]
    print(json.dumps({"messages": len(said), "settings": sum(SETTING in each for each in said)}))


def _code_of(held_page: str) -> str:
    """The code that the worker would have sent; read by the owner, for the web server sees no such row by itself."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as owner:
        found = owner.execute(LINK, [held_page.split("/")[-2]]).fetchone()
    return code_from(str((found or ("",))[0]), CODE)


if __name__ == "__main__":
    main(int(sys.argv[1]))
