"""The audit can be added to, never changed; a change made all the same is found."""

import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import InternalError, ProgrammingError, connection, transaction

from kith.kernel.ids import AccountId, FamilyId, MembershipId
from kith.platform import audit
from kith.platform.access.viewer import ANONYMOUS, Viewer, ViewerKind, system_actor
from kith.platform.audit import outside
from kith.platform.audit.models import AuditEntry, AuditSeal
from kith.platform.audit.seal import seal, verify
from kith.platform.sign_in.models import Account
from kith.platform.tests.tampering import COLUMNS, TAMPERS, Tamper, as_owner_without_guards

MIDWIFE = Viewer(ViewerKind.STAFF, account_id=AccountId(5), membership_id=MembershipId(9), name="Ann")
FAMILY = FamilyId(UUID(int=3))
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_var(settings: Any, tmp_path: Path) -> None:
    settings.KITH = settings.KITH.model_copy(update={"var": tmp_path})


@pytest.fixture
def account() -> Account:
    return Account.objects.create_user(email="somebody@example.org")


def write(account: Account, count: int, by: Viewer = MIDWIFE) -> None:
    for number in range(count):
        audit.record(by, "care.feeding_recorded", account, family_id=FAMILY, milestone="6_8_weeks", number=number)


def test_an_entry_says_who_did_what_to_what_in_ids_and_codes(account: Account, clock: Any) -> None:
    write(account, 1)
    audit.record(system_actor("import"), "places.areas_loaded", account, count=19)
    audit.record(ANONYMOUS, "groups.place_booked", account)
    first, second, third = AuditEntry.objects.order_by("pk")
    assert (first.at, first.kind, first.actor, first.account_id, first.membership_id) == (
        clock.now(),
        "write",
        "staff",
        5,
        9,
    )
    assert (first.subject_kind, first.subject_id) == ("platform.Account", str(account.pk))
    assert (first.family_id, first.facts) == (FAMILY, {"milestone": "6_8_weeks", "number": 0})
    assert "Ann" not in str(first.__dict__)
    assert (second.actor, third.actor, third.account_id) == ("system:import", "anonymous", None)


def test_an_action_that_is_rolled_back_leaves_no_entry(account: Account) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        write(account, 1)
        raise RuntimeError
    assert not AuditEntry.objects.exists()


def test_reads_outside_a_page_are_written_at_once() -> None:
    audit.read(MIDWIFE, "families.page", "families.Family", FAMILY, family_id=FAMILY)
    row = AuditEntry.objects.get()
    assert (row.membership_id, row.actor, row.action, row.kind) == (9, "staff", "families.page", "read")


def test_a_family_sees_each_person_once_a_day_the_latest_first_and_no_writes(account: Account, clock: Any) -> None:
    colleague, kith = Viewer(ViewerKind.STAFF, membership_id=MembershipId(10)), system_actor("tests")
    begun = clock.now()
    for viewer in (MIDWIFE, colleague, kith, MIDWIFE, ANONYMOUS):
        audit.read(viewer, "families.page", "families.Family", FAMILY, family_id=FAMILY)
        clock.advance(minutes=1)
    clock.advance(days=1)
    audit.read(MIDWIFE, "families.page", "families.Family", FAMILY, family_id=FAMILY)
    write(account, 1)
    looks = audit.record_reads(FAMILY)
    who = [(look.membership_id, look.is_kith, (look.at - begun).seconds // 60) for look in looks]
    assert who == [(9, False, 5), (None, False, 4), (9, False, 3), (None, True, 2), (10, False, 1)]
    shut_out = audit.record_reads(FAMILY, apart=[(9, begun, begun + timedelta(minutes=3)), (10, begun, clock.now())])
    assert [look.membership_id for look in shut_out] == [9, None, 9, None]


@pytest.mark.parametrize("table", ["platform_auditentry", "platform_auditseal"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {}"])
def test_the_database_refuses_to_change_delete_or_empty(account: Account, table: str, statement: str) -> None:
    write(account, 1)
    seal()
    refused = pytest.raises((ProgrammingError, InternalError), match="never changed")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table))
    assert verify().is_whole


def test_an_untouched_audit_is_whole(account: Account, clock: Any) -> None:
    for _ in range(3):
        write(account, 4)
        clock.advance(minutes=1)
        seal()
    write(account, 2)
    verdict = verify()
    assert (verdict.is_whole, verdict.entry_count, verdict.seal_count) == (True, 14, 3)


def test_sealing_twice_seals_once(account: Account) -> None:
    assert seal() is None
    write(account, 2)
    assert seal() is not None
    assert seal() is None


@pytest.mark.django_db(transaction=True)
def test_a_writer_in_flight_puts_the_seal_off_and_is_not_left_out_of_it(account: Account) -> None:
    write(account, 1)
    connection.ensure_connection()
    writer = connection.copy()
    try:
        writer.set_autocommit(False)
        with writer.cursor() as cursor:  # draws its number now, becomes visible later
            cursor.execute(
                f"INSERT INTO platform_auditentry ({COLUMNS}) SELECT {COLUMNS} FROM platform_auditentry RETURNING id"
            )
            in_flight = cursor.fetchone()[0]
        write(account, 1)
        assert seal() is None
        writer.commit()
    finally:
        writer.close()
    sealed = seal()
    assert sealed is not None
    assert (sealed.entry_count, sealed.first_id < in_flight < sealed.last_id) == (3, True)


@pytest.fixture
def sealed_audit(account: Account, clock: Any, django_capture_on_commit_callbacks: Any) -> Iterator[list[int]]:
    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(4):
            write(account, 6)
            with connection.cursor() as cursor:  # a gap, as a rolled-back transaction leaves one
                cursor.execute("SELECT nextval(pg_get_serial_sequence('platform_auditentry', 'id'))")
            clock.advance(minutes=1)
            seal()
    assert verify().is_whole
    return list(AuditEntry.objects.order_by("pk").values_list("pk", flat=True))


@pytest.mark.parametrize("tamper", TAMPERS.values(), ids=TAMPERS)
def test_a_hundred_of_a_hundred_tampers_are_found(sealed_audit: list[int], tamper: Tamper) -> None:
    found = 0
    for seed in range(100):
        statement, parameters = tamper(random.Random(seed), sealed_audit)
        point = transaction.savepoint()
        as_owner_without_guards(statement, parameters)
        found += not verify().is_whole
        transaction.savepoint_rollback(point)
    assert found == 100
    assert verify().is_whole


def test_the_control_a_change_that_changes_nothing_is_not_reported(sealed_audit: list[int]) -> None:
    as_owner_without_guards("UPDATE platform_auditentry SET action = action WHERE id = %s", [sealed_audit[3]])
    assert verify().is_whole


def test_who_holds_another_key_can_forge_nothing(sealed_audit: list[int], settings: Any) -> None:
    settings.KITH = settings.KITH.model_copy(update={"audit_key": type(settings.KITH.audit_key)("another key " * 4)})
    assert len(verify().faults) >= len(sealed_audit)


def test_the_last_seal_is_noted_outside_the_database(sealed_audit: list[int]) -> None:
    last = AuditSeal.objects.order_by("last_id").last()
    assert last is not None
    assert outside.last_noted() == (sealed_audit[-1], bytes(last.digest))
