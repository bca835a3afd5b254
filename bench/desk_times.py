"""Run as a program of its own in a place: how long Today and the family page take for somebody at work there."""

from __future__ import annotations

import json
import statistics
import sys
import time
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.wsgi_call import call

WARM_UP = 20
FAMILIES_SHE_SEES = """
    SELECT DISTINCT c.family_id, md5(c.family_id::text || %s) AS anyhow FROM families_consent c
    JOIN organisations_organisation o ON o.id = c.organisation_id
    WHERE o.kind = 'health_visiting' AND c.purpose = 'care' AND c.withdrawn_at IS NULL AND c.renewed_at IS NULL
      AND (c.until_on IS NULL OR c.until_on >= current_date)
    ORDER BY anyhow LIMIT %s
"""


def main(seed: str, wanted: int) -> None:
    """Print one JSON object: for each page its median and 95th percentile in milliseconds and its statements."""
    application: Any = get_wsgi_application()
    cookies = _signed_in(application)
    with connection.cursor() as cursor:
        cursor.execute(FAMILIES_SHE_SEES, [seed, WARM_UP + wanted])
        families = [f"/desk/families/{row[0]}/" for row in cursor.fetchall()]
    if len(families) < WARM_UP + wanted:
        raise SystemExit(f"only {len(families)} families let her in")
    pages = {"Today": ["/desk/today/"] * (WARM_UP + wanted), "family page": families}
    print(json.dumps({name: _measured(application, cookies, each) for name, each in pages.items()}))


def _measured(application: Any, cookies: str, addresses: list[str]) -> dict[str, float]:
    times = []
    for turn, address in enumerate(addresses):
        started = time.perf_counter()
        answer = call(application, address, cookies=cookies)
        if turn >= WARM_UP:
            times.append((time.perf_counter() - started) * 1000)
        if answer.status != 200:
            raise SystemExit(f"{address} answered {answer.status}")
    statements = []
    for address in addresses[-WARM_UP:]:
        with CaptureQueriesContext(connection) as asked:
            call(application, address, cookies=cookies)
        statements.append(len(asked.captured_queries))
    return {
        "median_ms": statistics.median(times),
        "p95_ms": statistics.quantiles(times, n=20)[-1],
        "statements": max(statements),
    }


def _signed_in(application: Any) -> str:
    answer = call(application, "/demo/sign-in/health-visitor", {})
    if answer.status not in (302, 303):
        raise SystemExit(f"signing in answered {answer.status}")
    name = settings.SESSION_COOKIE_NAME
    return f"{name}={answer.cookies[name]}"


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
