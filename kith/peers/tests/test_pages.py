"""The pages of peers: what a form may not say stands beside its question, and a mother's way needs no script."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from kith.kernel import clock
from kith.kernel.ids import new_uuid
from kith.peers.models.matching import PeerWish
from kith.peers.models.supporters import PeerSupporter
from kith.peers.tests.world import Peers
from testing.people import a_family, account_of, parent_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def peers() -> Peers:
    return Peers()


def day(name: str, on: date) -> dict[str, int]:
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


def test_a_visitor_becomes_interested_and_applies_behind_her_link(client: Client, peers: Peers) -> None:
    said = {"request_key": str(new_uuid()), "name": "Ana", "email": "ana@example.org", "phone": "", "at": 2}
    assert "sent you a message" in client.post(reverse("join-peers"), said).content.decode()
    row = PeerSupporter.objects.get()
    whole = {"first_language": "ro", "lived": ["twins"], "about": "Two at once", "why": "It helped", "at": 8}
    assert client.post(reverse("apply-as-peer", args=[row.token]), whole).status_code == 303
    row.refresh_from_db()
    assert (row.state, row.languages, row.lived) == ("applied", ["ro"], ["twins"])


def test_the_desk_shows_a_supporter_and_what_is_missing_and_draws_the_certificate(client: Client, peers: Peers) -> None:
    supporter_id = peers.ready()
    client.force_login(account_of(peers.lead))
    shown = client.get(reverse("peer", args=[supporter_id])).content.decode()
    assert "Let them support families" in shown
    paper = client.get(reverse("peer-certificate", args=[supporter_id]))
    assert paper.content.startswith(b"%PDF")
    other = client.get(reverse("peer", args=[peers.on_course()])).content.decode()
    assert "A week of the course is still to make up" in other
    for name in ("peers", "peer-courses", "peer-wishes", "peer-weights", "peer-plan"):
        assert client.get(reverse(name)).status_code == 200


def test_a_check_of_tomorrow_is_refused_beside_its_day(client: Client, peers: Peers) -> None:
    supporter_id = peers.applied()
    client.force_login(account_of(peers.lead))
    decision = {"request_key": str(new_uuid()), "work": "groups", "level": "enhanced", "reason": "Café"}
    assert client.post(reverse("decide-peer-check", args=[supporter_id]), decision).status_code == 303
    said = {"state": "clear", **day("on", clock.today().replace(year=clock.today().year + 1))}
    answer = client.post(reverse("answer-peer-check", args=[supporter_id]), said)
    assert (answer.status_code, "Enter the day of the certificate" in answer.content.decode()) == (422, True)


def test_a_match_by_hand_names_her_rule_and_she_chooses_and_changes_without_a_script(
    client: Client, peers: Peers
) -> None:
    supporter_id = peers.active()
    account, _mother = parent_of(a_family(speaks="ro", reads="ro", phone="+447700900123"))
    client.force_login(account)
    wish, mine = reverse("my-supporter-wish"), reverse("my-supporter")
    assert client.post(wish, {"language": "pl"}).status_code == 303
    client.force_login(account_of(peers.lead))
    by_hand = client.post(reverse("peer-wish", args=[PeerWish.objects.get().pk]), {"supporter": supporter_id})
    assert (by_hand.status_code, "it must be “Polish”" in by_hand.content.decode()) == (422, True)
    client.force_login(account)
    assert client.post(wish, {"language": "ro", "matters": ["lived:twins", "near"]}).status_code == 303
    assert "I had twins" in client.get(mine).content.decode()
    assert client.post(mine, {"do": "choose", "supporter": supporter_id}).status_code == 303
    assert "Change my supporter" in client.get(mine).content.decode()
    asked = client.post(mine, {"do": "change"}).content.decode()
    assert "Nobody asks you why" in asked
    assert client.post(mine, {"do": "change", "sure": "yes"}).status_code == 303
    assert "You can choose" in client.get(mine).content.decode()
