"""Run as a program of its own in a place: a caseload of 300 rows, filtered and sorted in every way, on its page."""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from typing import Any
from urllib.parse import urlencode

import psycopg
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.desk_times import FAMILIES_SHE_SEES, signed_in
from bench.wsgi_call import call

APPLICATION: Any = get_wsgi_application()

from kith.caseloads.actions.leading import take_lead  # noqa: E402  # it stands on a Django that is set up
from kith.caseloads.rules.leading import CaseKind  # noqa: E402
from kith.caseloads.rules.sifting import Sort  # noqa: E402
from kith.demonstration.people import DOMAIN  # noqa: E402
from kith.kernel.ids import FamilyId  # noqa: E402
from kith.kernel.refusal import Refusal  # noqa: E402
from kith.platform.access.viewer import viewer_of_account  # noqa: E402
from kith.platform.sign_in.models import Account  # noqa: E402
from kith.walls.saying import OPEN, asked_by  # noqa: E402

ROWS, ROUNDS, PAGE = 300, 5, "/desk/caseload/"
LED = """
    SELECT count(*) FROM caseloads_namedlead l JOIN organisations_membership m ON m.id = l.membership_id
    WHERE m.account_id = %s AND l.until_at IS NULL
"""


def main(seed: str) -> None:
    """Print one JSON object: the rows, the ways, the most statements of any, and the times of all."""
    cookies = signed_in(APPLICATION)
    with asked_by(OPEN):
        rows = _filled(seed)
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
        "rows": rows,
        "ways": len(asked),
        "statements": max(statements),
        "p50_ms": round(statistics.median(times), 2),
        "p95_ms": round(statistics.quantiles(times, n=20)[-1], 2),
        "requests": len(times),
    }
    print(json.dumps(found))


def _filled(seed: str) -> int:
    """Let the health visitor of the demonstration lead 300 families; how many she leads."""
    account = Account.objects.get(email=f"health-visitor@{DOMAIN}")
    viewer = viewer_of_account(account)
    assert viewer
    with psycopg.connect(os.environ["DATABASE_URL"]) as owner:
        families = [row[0] for row in owner.execute(FAMILIES_SHE_SEES, [seed, 20 * ROWS]).fetchall()]
        led = owner.execute(LED, [account.pk]).fetchone()
    count = int(led[0]) if led else 0
    for family_id in families:
        if count >= ROWS:
            break
        try:
            take_lead(by=viewer, family_id=FamilyId(family_id))
            count += 1
        except Refusal:
            continue
    return count


if __name__ == "__main__":
    main(sys.argv[1])
