"""Run as a program of its own: the rush for one pump, the long list, and the recall. It owns the database it fills."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from statistics import median
from threading import Barrier
from typing import Any

import django

django.setup()

from django.db import connection, transaction  # noqa: E402  # it stands on a Django that is set up
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from kith.equipment.models.loans import Loan  # noqa: E402
from kith.equipment.models.requests import PumpRequest  # noqa: E402
from kith.equipment.models.units import Unit  # noqa: E402
from kith.equipment.rules.codes import AskedBy, LoanEnd, RequestState, UnitState, WhyEnded  # noqa: E402
from kith.families.models.family import Family  # noqa: E402
from kith.kernel import clock  # noqa: E402
from kith.kernel.ids import FamilyId, new_uuid  # noqa: E402
from kith.stores.actions.recalls import NewRecall, begin_recall, tell_holders  # noqa: E402
from kith.stores.models.recalls import RecallHolder  # noqa: E402
from kith.stores.rules.codes import RecallBy, RecallReason  # noqa: E402
from kith.walls.roles import WEB  # noqa: E402
from kith.walls.saying import OPEN, asked_by, in_role, seen_by  # noqa: E402
from proof.f03 import hand_outs  # noqa: E402
from proof.pumps import Desk  # noqa: E402
from testing.people import KITH, account_of  # noqa: E402

AT_ONCE, FEW, MANY, PAST, OF_RECALL, HOLDERS = 100, 80, 2_000, 10_000, 100_000, 1_000
LOOKS = 30
CONNECTIONS = 50  # of the 80 of a place's own server, beside those of its web server


def main(port: int) -> None:
    """Print what each took."""
    desk = Desk()
    writes_ms = _writes(desk)
    tag, started = desk.ready_pump(), time.perf_counter()
    answers = hand_outs(port, desk, tag)
    rush_ms = (time.perf_counter() - started) * 1000
    desk = Desk()
    _pumps(desk, FEW)
    few_ms, few = _list(desk)
    _pumps(desk, MANY - FEW)
    families = [FamilyId(pk) for pk in Family.objects.order_by("pk").values_list("pk", flat=True)[:HOLDERS]]
    _past(desk, families, PAST)
    many_ms, many = _list(desk)
    _past(desk, families, OF_RECALL - PAST)
    find_s, queue_s, holders = _recall(desk)
    found = {
        "writes_ms": round(writes_ms, 1),
        "rush_ms": round(rush_ms, 1),
        "lent": sum(status == 303 for status, _page in answers),
        "refused": sum(status == 422 for status, _page in answers),
        "few_ms": round(few_ms, 2),
        "many_ms": round(many_ms, 2),
        "few_statements": few,
        "many_statements": many,
        "find_s": round(find_s, 2),
        "queue_s": round(queue_s, 2),
        "holders": holders,
        "loans": OF_RECALL,
    }
    print(json.dumps(found))


def _writes(desk: Desk) -> float:
    """A hundred bare rows of the kind, each committed by itself, at once, by the web's role and behind its wall.

    At once over as many connections as the server lends: each writes its share of the rows in turn.
    """
    rows = [_request(desk, desk.family()) for _ in range(AT_ONCE)]
    start = Barrier(CONNECTIONS + 1)

    def write(share: list[PumpRequest]) -> None:
        connection.ensure_connection()
        start.wait(timeout=60)
        for row in share:
            with seen_by(desk.lead), transaction.atomic():
                row.save(force_insert=True)
        connection.close()

    with in_role(WEB), ThreadPoolExecutor(CONNECTIONS) as pool:
        waiting = [pool.submit(write, rows[number::CONNECTIONS]) for number in range(CONNECTIONS)]
        start.wait(timeout=60)
        started = time.perf_counter()
        for each in waiting:
            each.result()
        took = time.perf_counter() - started
    PumpRequest.objects.filter(pk__in=[row.pk for row in rows]).update(
        state=RequestState.ENDED, ended_as=WhyEnded.NOT_WANTED
    )
    return took * 1000


def _request(desk: Desk, family_id: FamilyId, **changes: Any) -> PumpRequest:
    now = clock.now()
    said: dict[str, Any] = {
        "asked_by": AskedBy.PRACTITIONER,
        "needs": ["cannot_afford"],
        "lane": 1,
        "language": "en",
        "contact_name": "Invented",
        "asked_at": now,
        "changed_at": now,
        "request_key": new_uuid(),
    }
    return PumpRequest(organisation_id=desk.organisation_id, family_id=family_id, **said | changes)


def _pumps(desk: Desk, number: int) -> None:
    now, first = clock.now(), Unit.objects.count()
    Unit.objects.bulk_create(
        Unit(
            organisation_id=desk.organisation_id,
            store_id=desk.store_id,
            model_id=desk.model_id,
            tag=f"B-{first + each:06}",
            serial=f"B{first + each}",
            came_by="bought",
            came_on=clock.today(),
            state=UnitState.RETURNED,
            moved_at=now,
        )
        for each in range(number)
    )


def _past(desk: Desk, families: list[FamilyId], number: int) -> None:
    """Loans that are over, each by its pump and family in turn, written past the triggers by who owns the tables."""
    units = list(Unit.objects.filter(organisation_id=desk.organisation_id).values_list("pk", flat=True)[:50])
    begun = clock.now() - timedelta(days=400)
    ends = {"state": RequestState.ENDED, "ended_as": WhyEnded.HELPED_OTHERWISE}
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE equipment_loan DISABLE TRIGGER USER")
    wishes = PumpRequest.objects.bulk_create(_request(desk, each, **ends) for each in families)
    Loan.objects.bulk_create(
        (
            Loan(
                organisation_id=desk.organisation_id,
                family_id=families[each % len(families)],
                request=wishes[each % len(families)],
                unit_id=units[each % len(units)],
                begun_at=begun,
                handed_over_at=begun,
                handed_over_by_id=desk.lead.membership_id,
                due_on=clock.today() - timedelta(days=350),
                language="en",
                talked="english",
                ended_at=begun + timedelta(days=40),
                ended_as=LoanEnd.RETURNED,
                condition="complete",
                request_key=new_uuid(),
            )
            for each in range(number)
        ),
        batch_size=2000,
    )
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE equipment_loan ENABLE TRIGGER USER")
        cursor.execute("ANALYZE")


def _list(desk: Desk) -> tuple[float, int]:
    """The median time of the list, and its statements."""
    client = Client(headers={"sec-fetch-site": "same-origin", "host": "127.0.0.1"})
    client.force_login(account_of(desk.lead))

    def look() -> None:
        status = client.get("/desk/pumps/").status_code
        if status != 200:
            raise SystemExit(f"The list answered {status}.")

    with in_role(WEB):
        for _ in range(5):
            look()
        times = [_timed(look) for _ in range(LOOKS)]
        with CaptureQueriesContext(connection) as asked:
            look()
    return median(times) * 1000, len(asked)


def _recall(desk: Desk) -> tuple[float, float, int]:
    own: dict[str, Any] = {"by": desk.lead, "organisation_id": desk.organisation_id}
    recall = NewRecall(RecallBy.MODEL, "Hospital-grade double pump", RecallReason.MAKER)
    found: list[Any] = []
    find = _timed(lambda: found.append(begin_recall(**own, recall=recall, request_key=new_uuid())))
    queue = _timed(lambda: tell_holders(by=KITH, recall_id=found[0]))
    return find, queue, RecallHolder.objects.filter(recall_id=found[0]).count()


def _timed(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


if __name__ == "__main__":
    with asked_by(OPEN):
        main(int(sys.argv[1]))
