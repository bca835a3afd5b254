"""Who asks is said once a transaction, in the same message as its first question, and never stays behind."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from kith.kernel.ids import AccountId, FamilyId, MembershipId, OrganisationId
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.action import action_in_parts
from kith.walls import saying
from kith.walls.roles import WEB, lay_roles, wall_stands
from kith.walls.shapes import IS_OPEN, said

FAMILY = FamilyId(UUID(int=0xFA0))
ANN = Viewer(
    ViewerKind.STAFF,
    account_id=AccountId(7),
    membership_id=MembershipId(5),
    organisation_ids=frozenset({OrganisationId(3), OrganisationId(2)}),
    permissions=frozenset({Permission.SEE_FAMILY}),
)
BOB = Viewer(ViewerKind.PARENT, account_id=AccountId(8), family_ids=frozenset({FAMILY}))

ACCOUNT, MEMBERSHIP, ORGANISATIONS = f"{said(2)}::bigint", f"{said(3)}::bigint", f"{said(4)}::bigint[]"


def asked(question: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {question}")
        (answer,) = cursor.fetchone()
    return answer


@pytest.mark.django_db
def test_the_database_knows_who_asks_and_what_they_are() -> None:
    with saying.seen_by(ANN):
        assert asked("current_user") == WEB
        assert (asked(MEMBERSHIP), asked(ORGANISATIONS), asked(ACCOUNT)) == (5, [2, 3], 7)
    assert (asked("current_user = session_user"), asked(MEMBERSHIP)) == (True, None)


@pytest.mark.django_db
def test_a_parent_has_families_and_no_organisation() -> None:
    with saying.seen_by(BOB):
        assert (asked(ORGANISATIONS), asked(f"kith_sees_family('{FAMILY}')")) == ([], True)
    with saying.seen_by(ANN):
        assert asked(f"kith_sees_family('{FAMILY}')") is False


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_the_words_go_with_each_question_and_stay_with_none() -> None:
    with saying.seen_by(ANN):
        assert [asked(MEMBERSHIP) for _ in range(2)] == [5, 5]
        told = connection.connection.execute("SELECT current_setting('kith.viewer', true)").fetchone()
    assert told in [("",), (None,)]


@pytest.mark.django_db(transaction=True)
def test_a_transaction_is_told_with_its_first_question_and_forgets_with_its_end() -> None:
    with saying.seen_by(ANN), transaction.atomic():
        assert connection.connection.info.transaction_status.name == "IDLE"
        assert [asked(MEMBERSHIP) for _ in range(2)] == [5, 5]
    assert asked("nullif(current_setting('kith.viewer', true), '')") is None


@pytest.mark.django_db
def test_it_costs_no_statement_of_its_own(django_assert_num_queries: Any) -> None:
    with saying.seen_by(ANN), django_assert_num_queries(2):
        asked("1")
        asked("2")


@pytest.mark.django_db
def test_after_a_savepoint_that_was_undone_the_right_viewer_is_said_again() -> None:
    with saying.seen_by(ANN):
        asked("1")
        point = transaction.savepoint()
        with saying.seen_by(BOB):
            assert asked(ACCOUNT) == 8
        transaction.savepoint_rollback(point)
        assert asked(ACCOUNT) == 7
        with pytest.raises(DatabaseError), transaction.atomic():
            asked("1/0")
        assert asked(ACCOUNT) == 7


@pytest.mark.django_db
def test_an_action_opens_the_walls_and_closes_them_behind_it() -> None:
    @action_in_parts
    def looks() -> bool:
        return bool(asked(IS_OPEN))

    with saying.seen_by(ANN):
        assert (looks(), asked(IS_OPEN)) == (True, False)
    assert not looks(), "where nobody asks there is no wall to open"


@pytest.mark.django_db
def test_who_is_about_to_read_many_rows_in_pieces_is_told_too() -> None:
    with saying.seen_by(ANN), connection.chunked_cursor() as cursor:
        cursor.execute(f"SELECT {MEMBERSHIP}")
        assert cursor.fetchone() == (5,)


@pytest.mark.django_db
def test_the_role_that_owns_all_has_no_wall_and_lays_the_roles_twice() -> None:
    assert not wall_stands(connection)
    assert (lay_roles(connection), lay_roles(connection)) == ("", "")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE planted (id integer)",
        "CREATE TEMPORARY TABLE planted (id integer)",
        "ALTER TABLE families_family DISABLE ROW LEVEL SECURITY",
        "DROP POLICY families_wall ON families_family",
        "TRUNCATE families_family CASCADE",
        "UPDATE platform_auditentry SET actor = 'nobody'",
        "DELETE FROM platform_auditentry",
        "INSERT INTO platform_auditseal DEFAULT VALUES",
        "UPDATE places_area SET name = name",
        "DELETE FROM django_migrations",
        "SELECT kith_audit_settled()",
        "SET ROLE postgres",
    ],
)
def test_the_web_servers_role_owns_nothing_makes_nothing_and_keeps_the_audit(statement: str) -> None:
    refused = pytest.raises(DatabaseError, match=r"permission denied|must be (owner|able)|must be member")
    with saying.asked_by(saying.OPEN), refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.django_db
def test_nothing_belongs_to_the_roles_that_stepped_down() -> None:
    owned = "SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) = ANY (%s)"
    may_create = "SELECT rolname FROM pg_roles WHERE rolname = ANY (%s) AND (rolsuper OR rolcreatedb OR rolcreaterole)"
    with connection.cursor() as cursor:
        for question in (owned, may_create):
            cursor.execute(question, [["kith_web", "kith_worker"]])
            assert cursor.fetchall() == []
