"""Run as a program of its own in a place: a caseload of 300 rows, filtered and sorted in every way, on its page."""

from __future__ import annotations

import json
import os
import re
import statistics
import sys
import time
from typing import Any
from urllib.parse import urlencode

import psycopg
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.desk_times import signed_in
from bench.wsgi_call import call

APPLICATION: Any = get_wsgi_application()

from kith.caseloads.rules.leading import CaseKind  # noqa: E402  # it stands on a Django that is set up
from kith.caseloads.rules.sifting import Sort  # noqa: E402
from kith.demonstration.people import DOMAIN  # noqa: E402

ROWS, ROUNDS, PAGE = 300, 5, "/desk/caseload/"
# Families that let her organisation in, and whom a colleague leads until now; in a place that is thrown away.
TAKEN_OVER = """
    WITH me AS (SELECT m.id FROM organisations_membership m JOIN platform_account a ON a.id = m.account_id
                WHERE a.email = %(email)s),
    hers AS (SELECT family_id FROM caseloads_namedlead, me WHERE membership_id = me.id AND until_at IS NULL),
    others AS (SELECT l.id FROM caseloads_namedlead l JOIN families_consent c ON c.family_id = l.family_id
               JOIN organisations_organisation o ON o.id = c.organisation_id, me
               WHERE o.kind = 'health_visiting' AND c.purpose = 'care' AND c.withdrawn_at IS NULL
                 AND c.renewed_at IS NULL AND c.until_on IS NULL AND l.until_at IS NULL AND l.membership_id <> me.id
               ORDER BY md5(l.family_id::text || %(seed)s)
               LIMIT greatest(0, %(rows)s - (SELECT count(*) FROM hers)))
    UPDATE caseloads_namedlead SET membership_id = (SELECT id FROM me) WHERE id IN (SELECT id FROM others)
"""


def main(seed: str) -> None:
    """Print one JSON object: the rows, the ways, the most statements of any, and the times of all."""
    cookies = signed_in(APPLICATION)
    _filled(seed)
    asked = [
        {"sort": sort.value, **sifted}
        for sort in Sort
        for sifted in (
            {},
            {"kind": CaseKind.UNDER_8_WEEKS.value},
            {"language": "en", "overdue": "yes"},
            {"part": "own", "words": "ma"},
        )
    ]
    times, statements = [], []
    for each in asked * ROUNDS:
        started = time.perf_counter()
        answer = call(APPLICATION, f"{PAGE}?{urlencode(each)}", cookies=cookies)
        times.append((time.perf_counter() - started) * 1000)
        if answer.status != 200:
            raise SystemExit(f"{each} answered {answer.status}")
    for each in asked:
        with CaptureQueriesContext(connection) as counted:
            call(APPLICATION, f"{PAGE}?{urlencode(each)}", cookies=cookies)
        statements.append(len(counted.captured_queries))
    found = {
        "rows": _shown(cookies),
        "ways": len(asked),
        "statements": max(statements),
        "p50_ms": round(statistics.median(times), 2),
        "p95_ms": round(statistics.quantiles(times, n=20)[-1], 2),
        "requests": len(times),
    }
    print(json.dumps(found))


def _filled(seed: str) -> None:
    """Let the health visitor of the demonstration lead 300 families, those of her colleagues among them."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as owner:
        owner.execute(TAKEN_OVER, {"email": f"health-visitor@{DOMAIN}", "seed": seed, "rows": ROWS})


def _shown(cookies: str) -> int:
    """How many rows the page says that there are."""
    page = call(APPLICATION, PAGE, cookies=cookies).body.decode()
    found = re.search(r"(\d+) famil", page)
    return int(found[1]) if found else 0


if __name__ == "__main__":
    main(sys.argv[1])
