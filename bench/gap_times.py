"""Run as a program of its own: the list of gaps of few people and of 5,000, who are added and taken back again."""

from __future__ import annotations

import json
import time
from datetime import timedelta
from statistics import median

import django

django.setup()

from django.db import connection, transaction  # noqa: E402  # it stands on a Django that is set up
from django.test.utils import CaptureQueriesContext  # noqa: E402

from kith.education.models.qualifications import Qualification  # noqa: E402
from kith.education.models.requirements import Requirement  # noqa: E402
from kith.education.models.sessions import TrainingAttendance, TrainingSession  # noqa: E402
from kith.education.queries.gaps import GapPage, Sought, gap_page  # noqa: E402
from kith.education.rules.codes import Presence  # noqa: E402
from kith.education.rules.requirements import ALWAYS  # noqa: E402
from kith.kernel import clock  # noqa: E402
from kith.kernel.ids import new_uuid  # noqa: E402
from kith.kernel.training import Training  # noqa: E402
from kith.organisations.models import Membership, Organisation  # noqa: E402
from kith.organisations.queries.workforce import workers  # noqa: E402
from kith.organisations.rules import Role  # noqa: E402
from kith.platform.access.viewer import system_actor  # noqa: E402
from kith.platform.listing import ListAsked  # noqa: E402
from kith.platform.sign_in.models import Account  # noqa: E402

BY = system_actor("bench")
MANY, TIMES = 5000, 15
HAD = (Training.ORIENTATION, Training.SAFEGUARDING, Training.SAFER_SLEEP, Training.UPDATE)


def main() -> None:
    """Print the medians in milliseconds, statements, and how many gaps there are."""
    with transaction.atomic():
        few, (few_ms, few_statements, _) = len(workers()), _measured()
        _hire(MANY)
        many, (many_ms, many_statements, gaps) = len(workers()), _measured()
        transaction.set_rollback(True)
    found = {"few": few, "many": many, "few_ms": few_ms, "many_ms": many_ms, "gaps": gaps}
    print(json.dumps(found | {"few_statements": few_statements, "many_statements": many_statements}))


def _list() -> GapPage:
    return gap_page(BY, Sought(), ListAsked(), today=clock.today())


def _measured() -> tuple[float, int, int]:
    _list()
    times = []
    for _ in range(TIMES):
        began = time.perf_counter()
        found = _list()
        times.append(time.perf_counter() - began)
    with CaptureQueriesContext(connection) as asked:
        _list()
    return round(median(times) * 1000, 1), len(asked), found.total


def _hire(count: int) -> None:
    """So many peer supporters and midwives, each trained in some of four things, some of it long ago."""
    today, at = clock.today(), clock.now()
    organisation = Organisation.objects.order_by("pk")[0]
    accounts = Account.objects.bulk_create(Account(email=f"bench-{n}@example.org") for n in range(count))
    roles = (Role.PEER_SUPPORTER.value, Role.MIDWIFE.value)
    members = Membership.objects.bulk_create(
        Membership(account=each, organisation=organisation, role=roles[n % 2], name=f"Person {n}", from_on=today)
        for n, each in enumerate(accounts)
    )
    for training in HAD:
        asked, _ = Requirement.objects.get_or_create(
            training=training, version=1, defaults={"grace_days": 30, "from_on": ALWAYS}
        )
        held_on = today - timedelta(days=400)
        session = TrainingSession.objects.create(training=training, held_on=held_on, request_key=new_uuid())
        came = TrainingAttendance.objects.bulk_create(
            TrainingAttendance(session=session, membership=each, presence=Presence.ATTENDED, noted_at=at)
            for each in members
        )
        Qualification.objects.bulk_create(
            Qualification(
                training=training,
                membership_id=each.membership_id,
                requirement=asked,
                attendance=each,
                from_on=held_on,
                until_on=None if n % 3 else today - timedelta(days=n % 100),
                noted_at=at,
            )
            for n, each in enumerate(came)
        )


if __name__ == "__main__":
    main()
