"""The second wall: every table of persons has one, and with the application's scoping switched off it still stands."""

from __future__ import annotations

import re

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.urls import reverse

from kith.families.models.consent import Consent
from kith.families.rules.codes import Purpose
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.organisations.models import Membership
from kith.organisations.rules import Role
from kith.platform.access.viewer import ANONYMOUS, Viewer, viewer_of_account
from kith.platform.sign_in.demonstration import DOMAIN
from kith.platform.sign_in.models import Account
from kith.walls.raising import declarations, mark
from kith.walls.roles import WEB
from kith.walls.saying import BEYOND, holding, in_role, seen_by, signing_in
from kith.walls.sessions import SessionStore
from tests.access.world import World
from tests.second_wall import foreign

# Readings that go beyond their viewer's wall. Each says why, where it stands; the number only shrinks, but for a room
# that is new: two of peers (behind a private link; who supports her), a pump asked for by a link, counts of bundles.
MOST_BEYOND = 45


def declared(kind: str) -> dict[str, object]:
    return {table: said for _, room in declarations() for table, said in getattr(room, kind, {}).items()}


def without_a_word(tables: set[str]) -> set[str]:
    return tables - declared("WALLS").keys() - declared("NO_PERSON").keys()


def known_tables() -> set[str]:
    managed = [each for each in apps.get_models(include_auto_created=True) if each._meta.managed]
    return {each._meta.db_table for each in managed}


def test_every_table_has_a_wall_or_says_why_it_holds_no_person() -> None:
    assert without_a_word(known_tables()) == set()
    assert len(BEYOND) <= MOST_BEYOND


def test_the_control_a_table_to_come_is_named() -> None:
    assert without_a_word({*known_tables(), "standards_evidence"}) == {"standards_evidence"}


def standing() -> dict[tuple[str, str], str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, p.polname, obj_description(p.oid, 'pg_policy') FROM pg_policy p "
            "JOIN pg_class c ON c.oid = p.polrelid WHERE c.relrowsecurity AND p.polname LIKE '%_wall'"
        )
        return {(table, name): said for table, name, said in cursor.fetchall()}


@pytest.mark.django_db
def test_every_wall_stands_as_its_room_declares_it() -> None:
    wanted = {
        (table, f"{label}_wall"): mark(table, shape)
        for label, room in declarations()
        for table, shape in getattr(room, "WALLS", {}).items()
    }
    assert standing() == wanted


@pytest.mark.django_db
def test_a_view_behind_the_walls_is_declared_and_never_written_through() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, has_table_privilege(%s, c.oid, 'INSERT, UPDATE, DELETE') FROM pg_class c "
            "WHERE relkind IN ('v', 'm') AND relnamespace = current_schema()::regnamespace",
            [WEB],
        )
        assert dict(cursor.fetchall()) == dict.fromkeys(foreign.views(), False)
        cursor.execute("SELECT has_table_privilege(%s, 'families_parent', 'INSERT')", [WEB])
        assert cursor.fetchone() == (True,), "the control: into a table it may write"


def test_a_referral_service_is_told_columns_and_sees_no_row_of_the_family(
    known: dict[str, Viewer], world: World
) -> None:
    family_id, midwife = world.families["other"].id, known["midwife"]
    (ours,) = midwife.organisation_ids
    assert tables_showing(family_id, midwife) == set()
    word = {"organisation_id": ours, "purpose": Purpose.REFERRAL, "language": "ro", "granted_at": clock.now()}
    Consent.objects.create(family_id=family_id, **word)
    assert tables_showing(family_id, midwife) == {"families_consent", *foreign.views()}


def tables_showing(family_id: FamilyId, viewer: Viewer) -> set[str]:
    shown = set()
    for table in ("families_family", "families_parent", "families_baby", "families_consent", *foreign.views()):
        key = "id" if table == "families_family" else "family_id"
        with in_role(WEB), seen_by(viewer), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SELECT FROM {table} WHERE {key} = %s", [family_id])
            shown |= {table} if cursor.rowcount else set()
    return shown


@pytest.mark.django_db
def test_what_keeps_tables_in_order_sees_behind_the_walls() -> None:
    walls = declared("WALLS").keys()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT proname, prosrc FROM pg_proc WHERE prorettype = 'trigger'::regtype AND NOT prosecdef "
            "AND pronamespace = current_schema()::regnamespace"
        )
        asking = {name for name, text in cursor.fetchall() if walls & set(re.findall(r"\w+", text))}
    assert asking == set()


@pytest.fixture
def known(world: World) -> dict[str, Viewer]:
    """All who sign in, by their role."""
    who = ["parent", *(role.value for role in Role)]
    found = {each: viewer_of_account(Account.objects.get(email=f"{each}@{DOMAIN}")) for each in who}
    return {each: viewer for each, viewer in found.items() if viewer}


def test_with_every_scope_switched_off_no_viewer_reads_a_row_that_is_not_theirs(known: dict[str, Viewer]) -> None:
    tables = foreign.walled_tables()
    assert len(tables) > 45
    looks = {viewer.role: foreign.looked(viewer, [*tables, *foreign.views()]) for viewer in foreign.viewers(known)}
    assert [line for look in looks.values() for line in look.foreign] == []
    assert looks[""].row_count == 0
    assert min(looks["midwife"].row_count, looks["parent"].row_count) > 20


def test_the_control_without_its_wall_each_table_leaks(known: dict[str, Viewer]) -> None:
    parent = known["parent"]
    tables = [table for table in foreign.walled_tables() if foreign.holds_rows_of_others(parent, table)]
    assert {"families_parent", "referrals_referral", "contacts_contact", "groups_booking"} <= set(tables)
    silent = []
    for table in tables:
        with foreign.without_wall(table):
            silent += [table] * (not foreign.looked(parent, [table]).foreign)
    assert silent == []


@pytest.mark.parametrize("name", ["family", "consents"])
def test_a_page_of_another_family_is_not_found_where_the_wall_alone_stands(world: World, name: str) -> None:
    page = reverse(name, args=[world.families["other"].id])
    with foreign.scopes_switched_off():
        assert world.answer("midwife", "GET", page) == 404
        with in_role(""):
            assert world.answer("midwife", "GET", page) == 200, "the control: without the wall it leaks"


@pytest.mark.django_db
def test_a_request_sees_the_session_whose_key_it_holds_and_no_other() -> None:
    keys = []
    for _ in range(2):
        store = SessionStore()
        store["said"] = "words"
        store.save()
        keys.append(str(store.session_key))
    with in_role(WEB), seen_by(ANONYMOUS):
        assert Session.objects.count() == 0
        with holding(keys[0]):
            assert [each.pk for each in Session.objects.all()] == [keys[0]]
        for typed in ("", keys[0][:-1], f"{keys[0]}'", "x' OR true OR 'y"):
            with holding(typed):
                assert Session.objects.count() == 0
        assert SessionStore(keys[1])["said"] == "words"
    assert Session.objects.count() == 2, "the control: its owner sees both"


def test_an_account_is_looked_for_by_what_was_typed_on_the_pages_of_signing_in_alone(known: dict[str, Viewer]) -> None:
    sought = Account.objects.filter(email=f"coordinator@{DOMAIN}")
    with in_role(WEB):
        for viewer in (ANONYMOUS, known["parent"], known["midwife"]):
            with seen_by(viewer):
                assert not sought.exists()
                with signing_in():
                    assert sought.exists()
                    assert viewer.account_id is None or Account.objects.filter(pk=viewer.account_id).exists()
        with seen_by(known["admin"]):
            assert {each.pk for each in Account.objects.all()} == colleagues_of(known["admin"])


def colleagues_of(viewer: Viewer) -> set[int]:
    with in_role(""):
        rows = Membership.objects.filter(organisation_id__in=viewer.organisation_ids)
        return {*rows.values_list("account_id", flat=True), int(viewer.account_id or 0)}
