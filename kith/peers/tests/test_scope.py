"""A supporter opens the families that are theirs and no other of their organisation, by the pages and by the wall."""

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from kith.kernel import clock
from kith.kernel.ids import FamilyId, new_uuid
from kith.peers.actions import proving, wishing
from kith.peers.models.supporters import PeerSupporter
from kith.peers.rules.codes import CheckLevel, CheckState, ChildWork, SupporterId
from kith.peers.tests.world import Peers
from kith.platform.access.viewer import Viewer
from kith.tasks.queries.next_steps import who_may_own
from kith.walls.roles import WEB
from kith.walls.saying import in_role, seen_by
from testing.people import a_family, account_of, parent_of, worker
from testing.rows import Family
from testing.supporting import supporter_of

pytestmark = pytest.mark.django_db
PAGES = ("family", "add-next-step", "record-contact", "bereavement")


@pytest.fixture
def peers() -> Peers:
    return Peers()


@pytest.fixture
def hers(peers: Peers) -> FamilyId:
    return a_family(peers.charity, name="Maria Ionescu", phone="+447700900123")


@pytest.fixture
def supporter(peers: Peers, hers: FamilyId) -> Viewer:
    return supporter_of(hers, at=peers.charity)


def opened(client: Client, viewer: Viewer, family_id: FamilyId) -> set[int]:
    client.force_login(account_of(viewer))
    return {client.get(reverse(page, args=[family_id])).status_code for page in PAGES}


def behind_the_wall(viewer: Viewer) -> set[FamilyId]:
    """What the database alone shows of families; the application asks for all."""
    with in_role(WEB), seen_by(viewer), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT id FROM families_family")
        return {FamilyId(pk) for (pk,) in cursor.fetchall()}


def seen(viewer: Viewer) -> tuple[set[FamilyId], set[FamilyId]]:
    return {FamilyId(row.pk) for row in Family.objects.visible_to(viewer)}, behind_the_wall(viewer)


def test_a_family_of_the_same_organisation_that_chose_another_is_not_found(
    client: Client, peers: Peers, hers: FamilyId, supporter: Viewer
) -> None:
    other = a_family(peers.charity, name="Ana Pop")
    assert opened(client, supporter, hers) == {200}
    assert opened(client, supporter, other) == {404}
    assert seen(supporter) == ({hers}, {hers})
    carer = worker(at=peers.charity)
    assert seen(carer) == ({hers, other}, {hers, other}), "the control: a colleague who cares sees both"


def test_when_she_changes_her_supporter_sees_her_no_more_at_once(
    client: Client, hers: FamilyId, supporter: Viewer
) -> None:
    wishing.change_peer(by=parent_of(hers)[1], family_id=hers)
    assert opened(client, supporter, hers) == {404}
    assert seen(supporter) == (set(), set())


def test_a_barred_answer_closes_every_record_at_once(
    client: Client, peers: Peers, hers: FamilyId, supporter: Viewer
) -> None:
    decision = proving.Decision(ChildWork.GROUPS, CheckLevel.ENHANCED, "Helps at the café")
    row = SupporterId(PeerSupporter.objects.get().pk)
    check_id = proving.decide_check(by=peers.lead, supporter_id=row, decision=decision, request_key=new_uuid())
    proving.answer_check(by=peers.lead, check_id=check_id, state=CheckState.BARRED, on=clock.today())
    assert opened(client, supporter, hers) == {404}
    assert seen(supporter) == (set(), set())


def test_a_step_for_a_family_is_given_to_no_supporter_of_another(
    peers: Peers, hers: FamilyId, supporter: Viewer
) -> None:
    carer, other = worker(at=peers.charity), a_family(peers.charity, name="Ana Pop")
    assert supporter.membership_id in {each.id for each in who_may_own(carer, hers)}
    assert supporter.membership_id not in {each.id for each in who_may_own(carer, other)}
