"""A supporter's own page, supervision apart from records, and the weekly look at pairs."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse

from kith.kernel import clock
from kith.kernel.ids import MembershipId, new_uuid
from kith.organisations.rules import Role
from kith.peers.actions import matching, supervising, supporting, wishing
from kith.peers.models.matching import PeerMatch
from kith.peers.models.supporters import PeerSupporter
from kith.peers.models.supporting import HelpCall, PeerExpense, PeerLog
from kith.peers.queries.supervising import watch
from kith.peers.rules.codes import SupporterId
from kith.peers.rules.matching import Wish
from kith.peers.rules.supporting import NewCost, PaidState, PeerCost
from kith.peers.tests.world import Peers, later
from kith.platform.access.viewer import Viewer
from testing.people import KITH, a_family, account_of, parent_of, worker
from testing.tasks import Notice

pytestmark = pytest.mark.django_db
SECRET = "She is tired, and doubts herself"


@pytest.fixture
def peers() -> Peers:
    return Peers()


@pytest.fixture
def pair(peers: Peers) -> tuple[SupporterId, Viewer]:
    """A supporter and the mother who chose them."""
    supporter_id = peers.active()
    mother = parent_of(a_family(speaks="ro", reads="ro", name="Maria Ionescu", phone="+447700900123"))[1]
    family_id = min(mother.family_ids)
    wishing.ask_for_peer(by=mother, family_id=family_id, wish=Wish(must=frozenset({"language:ro"})))
    matching.choose_peer(by=mother, family_id=family_id, supporter_id=supporter_id)
    return supporter_id, mother


def kinds(to: Viewer) -> set[str]:
    return set(Notice.objects.filter(membership_id=to.membership_id).values_list("kind", flat=True))


def test_a_log_is_one_page_and_three_taps_and_no_other_supporter_sees_the_family(
    client: Client, peers: Peers, pair: tuple[SupporterId, Viewer]
) -> None:
    client.force_login(account_of(peers.viewer(pair[0])))
    assert "Maria Ionescu" in client.get(reverse("peer-today")).content.decode()
    page = reverse("peer-log", args=[PeerMatch.objects.get().pk])
    shown = client.get(page).content.decode()
    assert "<textarea" not in shown
    assert 'type="text"' not in shown
    taps = {"how": "call", "minutes": "30", "went": "well"}
    answer = client.post(page, {"request_key": str(new_uuid()), **taps})
    assert (answer.status_code, PeerLog.objects.get().minutes) == (303, 30)
    other = peers.viewer(peers.active())
    client.force_login(account_of(other))
    assert "Maria" not in client.get(reverse("peer-today")).content.decode()
    assert client.get(page).status_code == 404


def test_supervision_stands_on_no_page_of_a_family_or_of_a_supporter(
    client: Client, peers: Peers, pair: tuple[SupporterId, Viewer]
) -> None:
    supporter_id, mother = pair
    today = clock.today()
    new = supervising.NewSupervision(today, today + timedelta(days=28), SECRET)
    supervising.note_supervision(by=peers.lead, supporter_id=supporter_id, new=new, request_key=new_uuid())
    client.force_login(account_of(peers.lead))
    assert SECRET in client.get(reverse("peer-supervision", args=[supporter_id])).content.decode()
    assert "Maria" not in client.get(reverse("peer-supervision", args=[supporter_id])).content.decode()
    client.force_login(account_of(peers.viewer(supporter_id)))
    family = reverse("family", args=[min(mother.family_ids)])
    shown = [client.get(each).content.decode() for each in (family, reverse("peer-today"))]
    assert not any(SECRET in each for each in shown)
    assert client.get(reverse("peer-supervision", args=[supporter_id])).status_code == 403


def test_help_reaches_the_supervisor_or_who_covers_and_after_ten_minutes_all(
    peers: Peers, pair: tuple[SupporterId, Viewer]
) -> None:
    own, cover = peers.viewer(pair[0]), worker(Role.COORDINATOR, at=peers.charity, name="Cover")
    me = MembershipId(peers.lead.membership_id or 0)
    supervising.set_supervisor(by=peers.lead, supporter_id=pair[0], supervisor=me)
    today, other = clock.today(), MembershipId(cover.membership_id or 0)
    supporting.note_days_away(by=peers.lead, from_on=today, until_on=today + timedelta(days=7), covered_by=other)
    call_id = supporting.ask_for_help(by=own)
    assert supporting.ask_for_help(by=own) == call_id
    assert ("peer_asks_for_help" in kinds(cover), "peer_asks_for_help" in kinds(peers.lead)) == (True, False)
    assert supporting.call_again(by=KITH) == 0
    with later(1):
        assert (supporting.call_again(by=KITH), supporting.call_again(by=KITH)) == (1, 0)
    assert "peer_help_waits" in kinds(peers.lead)
    supporting.answer_help(by=cover, call_id=call_id)
    assert HelpCall.objects.get().answered_by_id == cover.membership_id


def test_money_is_approved_paid_and_told_and_taken_along_as_a_file(
    client: Client, peers: Peers, pair: tuple[SupporterId, Viewer]
) -> None:
    own = peers.viewer(pair[0])
    cost = NewCost(PeerCost.MILEAGE, clock.today(), miles=10)
    expense_id = supporting.claim_cost(by=own, cost=cost, request_key=new_uuid())
    for state in (PaidState.APPROVED, PaidState.PAID):
        supporting.decide_cost(by=peers.lead, expense_id=expense_id, state=state)
    assert (PeerExpense.objects.get().pence, "peer_cost_paid" in kinds(own)) == (450, True)
    client.force_login(account_of(peers.lead))
    opened = csv.reader(StringIO(client.get(reverse("peer-costs-csv")).content.decode("utf-8-sig")))
    headings, row = opened
    assert headings == ["Name", "What for", "Day", "Miles", "Pounds", "State", "Why"]
    assert row == ["Elena", "mileage", str(clock.today()), "10", "4.50", "paid", ""]
    assert client.get(reverse("peer-costs")).status_code == 200


def test_a_silent_pair_is_named_once_a_week_and_who_has_families_is_never_deleted(
    client: Client, peers: Peers, pair: tuple[SupporterId, Viewer]
) -> None:
    with later(15):
        assert [each.why[0].value for each in watch(peers.lead).pairs] == ["silent"]
        supervising.send_digest(by=KITH)
        supervising.send_digest(by=KITH)
    found = Notice.objects.filter(kind="peer_pairs", membership_id=peers.lead.membership_id)
    assert found.count() == 1
    with pytest.raises(ProtectedError):
        PeerSupporter.objects.get(pk=pair[0]).delete()
    client.force_login(account_of(peers.lead))
    assert client.get(reverse("peer-watch")).status_code == 200
