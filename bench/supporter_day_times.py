"""Run as a program of its own: a peer supporter's own page among few supporters and among 5,000; all is taken back."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from datetime import timedelta
from statistics import median
from uuid import UUID

import django

django.setup()

from django.conf import settings  # noqa: E402  # it stands on a Django that is set up
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from kith.families.models.consent import Consent  # noqa: E402
from kith.families.rules.codes import Purpose  # noqa: E402
from kith.kernel import clock  # noqa: E402
from kith.kernel.ids import new_uuid  # noqa: E402
from kith.organisations.models import Membership, Organisation  # noqa: E402
from kith.organisations.rules import OrganisationKind, Role  # noqa: E402
from kith.peers.models.matching import PeerMatch, PeerWish  # noqa: E402
from kith.peers.models.proofs import PeerCheck  # noqa: E402
from kith.peers.models.supporters import PeerSupporter  # noqa: E402
from kith.peers.models.supporting import PeerLog  # noqa: E402
from kith.peers.rules.codes import MatchState, SupporterState, WishState  # noqa: E402
from kith.platform.sign_in.models import Account  # noqa: E402

FEW, MANY, FAMILIES, TIMES = 50, 5000, 3, 60
PAGE = "/desk/peers/today/"


def main() -> None:
    """Print the medians in milliseconds, and the statements."""
    settings.ALLOWED_HOSTS = ["testserver"]
    with transaction.atomic():
        members = _supporters(0, FEW)
        asker = Client(headers={"accept-language": "en"})
        asker.force_login(members[0].account)
        few_ms, few_statements = _measured(asker)
        _supporters(FEW, MANY)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE peers_peersupporter, peers_peermatch, peers_peerlog, families_consent")
        many_ms, many_statements = _measured(asker)
        transaction.set_rollback(True)
    found = {"few": FEW, "many": MANY, "few_ms": few_ms, "many_ms": many_ms}
    print(json.dumps(found | {"few_statements": few_statements, "many_statements": many_statements}))


def _measured(asker: Client) -> tuple[float, int]:
    times = []
    for turn in range(TIMES + 10):
        began = time.perf_counter()
        answer = asker.get(PAGE)
        if answer.status_code != 200 or answer.content.count(b"We were in touch") < FAMILIES:
            raise SystemExit(f"{PAGE} answered {answer.status_code} without the supporter's families")
        if turn >= 10:
            times.append(time.perf_counter() - began)
    with CaptureQueriesContext(connection) as asked:
        asker.get(PAGE)
    return round(median(times) * 1000, 2), len(asked)


def _supporters(begin: int, end: int) -> list[Membership]:
    """So many active supporters with families and logs of their own; families are shared, as rows are what is asked."""
    at, today = clock.now(), clock.today()
    charity = Organisation.objects.filter(kind=OrganisationKind.CHARITY).order_by("pk")[0]
    agreed = Consent.objects.in_force().filter(organisation=charity, purpose=Purpose.PEER_SUPPORT)
    families = list(agreed.order_by("pk").values_list("family_id", flat=True)[: FAMILIES * 20])
    numbers = range(begin, end)
    accounts = Account.objects.bulk_create(Account(email=f"day-{n}@example.org") for n in numbers)
    role = Role.PEER_SUPPORTER.value
    members = Membership.objects.bulk_create(
        Membership(account=each, organisation=charity, role=role, name=f"Person {each.email}", from_on=today)
        for each in accounts
    )
    active = {"language": "en", "state": SupporterState.ACTIVE, "places": FAMILIES, "created_at": at}
    rows = PeerSupporter.objects.bulk_create(
        PeerSupporter(name=each.name, email=f"{each.pk}@example.org", membership=each, request_key=new_uuid(), **active)
        for each in members
    )
    decided = {"work": "talks", "level": "none", "reason": "Talks alone", "state": "not_needed", "decided_on": today}
    PeerCheck.objects.bulk_create(
        PeerCheck(supporter=row, decided_by=row.membership, request_key=new_uuid(), **decided) for row in rows
    )
    _matched(rows, families)
    return members


def _matched(rows: list[PeerSupporter], families: Sequence[UUID]) -> None:
    at = clock.now()
    pairs = [(row, families[(FAMILIES * n + k) % len(families)]) for n, row in enumerate(rows) for k in range(FAMILIES)]
    wish = {"state": WishState.MATCHED, "language": "en", "asked_at": at, "changed_at": at}
    wishes = PeerWish.objects.bulk_create(PeerWish(family_id=family_id, **wish) for _, family_id in pairs)
    matches = PeerMatch.objects.bulk_create(
        PeerMatch(
            wish=wishes[n],
            family_id=family_id,
            supporter=row,
            membership=row.membership,
            state=MatchState.ACTIVE,
            begun_at=at,
        )
        for n, (row, family_id) in enumerate(pairs)
    )
    PeerLog.objects.bulk_create(
        PeerLog(
            match=each,
            membership_id=each.membership_id,
            at=at - timedelta(days=days),
            how="call",
            minutes=30,
            went="well",
            request_key=new_uuid(),
        )
        for each in matches
        for days in (3, 9)
    )


if __name__ == "__main__":
    main()
