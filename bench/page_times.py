"""Run as a program of its own for each application: how long its pages take inside the server, without any network."""

from __future__ import annotations

import json
import statistics
import sys
import time
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.wsgi_call import call

WARM_UP = 30
MEASURED = 200
ENCODINGS = "gzip, br"


def main(addresses: list[str]) -> None:
    """Print one JSON object: for each address its median and 95th percentile in milliseconds and its statements."""
    application: Any = get_wsgi_application()
    found = {}
    for address in addresses:
        times = []
        for turn in range(WARM_UP + MEASURED):
            started = time.perf_counter()
            answer = call(application, address, encodings=ENCODINGS)
            if turn >= WARM_UP:
                times.append((time.perf_counter() - started) * 1000)
            if answer.status != 200:
                raise SystemExit(f"{address} answered {answer.status}")
        with CaptureQueriesContext(connection) as asked:
            call(application, address, encodings=ENCODINGS)
        found[address] = {
            "median_ms": statistics.median(times),
            "p95_ms": statistics.quantiles(times, n=20)[-1],
            "statements": sum(not _is_transaction(each["sql"]) for each in asked.captured_queries),
        }
    print(json.dumps(found))


def _is_transaction(statement: str) -> bool:
    return statement.split(maxsplit=1)[0].upper() in ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


if __name__ == "__main__":
    main(sys.argv[1:])
