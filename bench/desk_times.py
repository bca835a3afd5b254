"""Run as a program of its own in a place: how long Today, the family page and a search take for a health visitor."""

from __future__ import annotations

import json
import statistics
import sys
import time
from typing import Any
from urllib.parse import urlencode

import psycopg
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.scans import Scans
from bench.wsgi_call import call

WARM_UP = 20
UNLED = "/desk/families/without-a-lead/"
FAMILIES_SHE_SEES = """
    SELECT DISTINCT c.family_id, md5(c.family_id::text || %s) AS anyhow FROM families_consent c
    JOIN organisations_organisation o ON o.id = c.organisation_id
    WHERE o.kind = 'health_visiting' AND c.purpose = 'care' AND c.withdrawn_at IS NULL AND c.renewed_at IS NULL
      AND (c.until_on IS NULL OR c.until_on >= current_date)
    ORDER BY anyhow LIMIT %s
"""
# What a page asks grows with what a family has: statements are counted on families that have about everything.
FAMILIES_WITH_MOST = FAMILIES_SHE_SEES.replace(
    "ORDER BY",
    """AND EXISTS (SELECT 1 FROM families_baby b WHERE b.family_id = c.family_id)
      AND EXISTS (SELECT 1 FROM referrals_referral r WHERE r.family_id = c.family_id)
      AND EXISTS (SELECT 1 FROM contacts_contact t WHERE t.family_id = c.family_id)
    ORDER BY""",
)


# Names to look for among the families without a lead: those of families that let her in, spelled as they are.
NAMES_SHE_MAY_FIND = """
    SELECT DISTINCT p.family_name, md5(p.family_name || %s) AS anyhow FROM families_parent p
    JOIN families_consent c ON c.family_id = p.family_id JOIN organisations_organisation o ON o.id = c.organisation_id
    WHERE o.kind = 'health_visiting' AND c.purpose = 'care' AND c.withdrawn_at IS NULL AND c.renewed_at IS NULL
    ORDER BY anyhow LIMIT %s
"""


def main(seed: str, wanted: int, *, with_search: bool = False) -> None:
    """Print one JSON object: for each page its median and 95th percentile in milliseconds and its statements."""
    application: Any = get_wsgi_application()
    cookies = signed_in(application)
    families = [f"/desk/families/{each}/" for each in _found(FAMILIES_SHE_SEES, seed, WARM_UP + wanted)]
    fullest = [f"/desk/families/{each}/" for each in _found(FAMILIES_WITH_MOST, seed, WARM_UP)]
    today = ["/desk/today/"]
    found = {
        "Today": _measured(application, cookies, today * len(families), counted=today),
        "family page": _measured(application, cookies, families, counted=fullest),
    }
    if with_search:
        names = _found(NAMES_SHE_MAY_FIND, seed, WARM_UP)
        asked = [f"{UNLED}?{urlencode({'words': names[turn % len(names)]})}" for turn in range(WARM_UP + wanted)]
        scans = Scans(settings.KITH.database_url)
        found["search"] = _measured(application, cookies, asked, counted=asked[:1])
        read_whole = scans.since()
        if read_whole:
            print("a search reads whole:", *read_whole, file=sys.stderr)
        found["search"]["read_whole"] = len(read_whole)
    print(json.dumps(found))


def _found(question: str, seed: str, wanted: int) -> list[str]:
    """What the owner of the database finds: behind her wall the web server's role sees nothing before she signs in."""
    with psycopg.connect(settings.KITH.database_url) as owner:
        found = [str(row[0]) for row in owner.execute(question, [seed, wanted]).fetchall()]
    if len(found) < wanted:
        raise SystemExit(f"only {len(found)} of {wanted} were found")
    return found


def _measured(application: Any, cookies: str, addresses: list[str], *, counted: list[str]) -> dict[str, float]:
    times = []
    for turn, address in enumerate(addresses):
        started = time.perf_counter()
        answer = call(application, address, cookies=cookies)
        if turn >= WARM_UP:
            times.append((time.perf_counter() - started) * 1000)
        if answer.status != 200:
            raise SystemExit(f"{address} answered {answer.status}")
    statements = []
    for address in counted:
        with CaptureQueriesContext(connection) as asked:
            call(application, address, cookies=cookies)
        statements.append(len(asked.captured_queries))
    return {
        "median_ms": statistics.median(times),
        "p95_ms": statistics.quantiles(times, n=20)[-1],
        "statements": max(statements),
    }


def signed_in(application: Any) -> str:
    """The cookie of the health visitor of the demonstration."""
    answer = call(application, "/demo/sign-in/health-visitor", {})
    if answer.status not in (302, 303):
        raise SystemExit(f"signing in answered {answer.status}")
    name = settings.SESSION_COOKIE_NAME
    return f"{name}={answer.cookies[name]}"


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), with_search="search" in sys.argv[3:])
