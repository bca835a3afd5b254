"""F14 as a figure: reading never writes, acts always do, and the audit holds against its own table's owner."""

import json
import logging
import random
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse

from kith.kernel import clock
from kith.kernel.ids import AccountId, FamilyId, MembershipId
from kith.platform import audit
from kith.platform.access.permissions import Audience
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.audit import outside
from kith.platform.audit.models import AuditEntry
from kith.platform.audit.seal import seal, verify
from kith.platform.gate import PageRule, gated
from kith.platform.sign_in.models import Account
from kith.platform.tests.tampering import TAMPERS, as_owner_without_guards
from tests.access.acts import ACTS, actions
from tests.access.addresses import addresses
from tests.access.report import NOW
from tests.access.table import RELATIONS, WHO
from tests.access.world import World

ROUNDS = 100
MIDWIFE = Viewer(ViewerKind.STAFF, account_id=AccountId(5), membership_id=MembershipId(9))
FAMILY = FamilyId(UUID(int=3))


def main() -> None:
    """Read every page in every role; run every action; tamper a hundred times. Each control must raise its alarm."""
    logging.disable(logging.CRITICAL)
    settings.ALLOWED_HOSTS = ["localhost"]
    with clock.use(clock.FixedClock(NOW)), transaction.atomic():
        world = World.build()
        faults = [*_readings(world), *_acts(world), *_refused_changes(), *_tampers()]
        alarms = [_a_reading_that_writes_is_refused(), verify().is_whole]
        transaction.set_rollback(True)
    wrong = [fault for fault in faults if fault]
    for fault in wrong:
        print(fault)
    print(json.dumps({"n": len(faults), "failed": len(wrong), "control": all(alarms)}))


def _readings(world: World) -> list[str]:
    """One entry for each page and reader; empty where the page was read without an error or a write."""
    found = []
    for address in (each for each in addresses() if each.reads):
        relations = RELATIONS if "family_id" in address.wants else RELATIONS[:1]
        for relation in relations:
            for who in sorted(WHO):
                status = world.answer(who, "GET", world.path(address, relation))
                broke = status >= 500 and address.name != "healthz"  # which says 503 while no worker runs
                found.append(f"GET {address.name} as {who}: {status}" if broke else "")
    return found


def _acts(world: World) -> list[str]:
    """One entry for each action; empty where it was written down."""
    found = [f"{name}: has no act" for name in set(actions()) - set(ACTS)]
    for name, prepare in ACTS.items():
        point = transaction.savepoint()
        act = prepare(world)
        before = AuditEntry.objects.filter(kind="write").count()
        act()
        found.append("" if AuditEntry.objects.filter(kind="write").count() > before else f"{name}: wrote nothing down")
        transaction.savepoint_rollback(point)
        transaction.savepoint_commit(point)
    return found


def _refused_changes() -> list[str]:
    """One entry for each way to change the audit; empty where the database refused it."""
    seal()
    found = []
    for table in ("platform_auditentry", "platform_auditseal"):
        statements = [f"UPDATE {table} SET id = id", f"DELETE FROM {table}", f"TRUNCATE {table}"]
        found += ["" if _is_refused(each) else f"{each}: allowed" for each in statements]
    return found


def _is_refused(statement: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except Exception as refusal:  # noqa: BLE001  # PostgreSQL's own words decide
        return "never changed" in str(refusal)
    return False


def _tampers() -> list[str]:
    """One entry for each tampering; empty where it was found."""
    before = AuditEntry.objects.order_by("-pk").values_list("pk", flat=True)[0]
    for _ in range(3):
        for number in range(6):
            audit.record(MIDWIFE, "care.feeding_recorded", Account(pk=number + 1), family_id=FAMILY, number=number)
        sealed = seal()
        assert sealed is not None
        outside.note(sealed.last_id, bytes(sealed.digest))  # as happens when the seal has committed
    ids = list(AuditEntry.objects.filter(pk__gt=before).order_by("pk").values_list("pk", flat=True))
    found = []
    for name, tamper in TAMPERS.items():
        for seed in range(ROUNDS):
            statement, parameters = tamper(random.Random(seed), ids)
            point = transaction.savepoint()
            as_owner_without_guards(statement, parameters)
            found.append(f"{name} {seed}: not found" if verify().is_whole else "")
            transaction.savepoint_rollback(point)
            transaction.savepoint_commit(point)
    return found


def _a_reading_that_writes_is_refused() -> bool:
    def writes(_request: HttpRequest) -> HttpResponse:
        Account.objects.create_user(email="planted@example.org")
        return HttpResponse()

    request = HttpRequest()
    request.method = "GET"
    try:
        gated(writes, PageRule(Audience.PUBLIC))(request)
    except Exception as refusal:  # noqa: BLE001  # PostgreSQL's own words decide
        return "read-only transaction" in str(refusal)
    return False
