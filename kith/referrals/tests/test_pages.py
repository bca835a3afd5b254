"""Referring, answering and asking for oneself, as they look: one question a page, all without JavaScript."""

from datetime import timedelta

import pytest
from django.test import Client

from kith.families.queries.page import family_page
from kith.families.queries.reach import consent_held
from kith.families.rules.codes import Purpose
from kith.families.rules.trust import InterpretedBy
from kith.kernel import clock as kernel_clock
from kith.organisations.rules import Role
from kith.referrals.actions.receivers import set_receiver
from kith.referrals.models.referrals import Referral
from kith.referrals.queries.receivers import receivers_for
from kith.referrals.rules.clocks import Promise, Urgency
from kith.referrals.rules.needs import ReferralNeed
from kith.referrals.rules.referrals import ReferralReason, ReferralState
from kith.referrals.tests.referring import Place, a_receiver, move
from testing.people import KITH, account_of, parent_of, worker

S, R = ReferralState, ReferralReason
pytestmark = pytest.mark.django_db
FILLED = {"urgency": "soon", "why": "Asks for somebody to talk to", "agreed": "on", "how": "call", "language": "ro",
          "with_interpreter": "on", "do": "send"}  # fmt: skip


@pytest.fixture
def place(db):
    return Place.build()


def signed_in(account):
    client = Client(headers={"sec-fetch-site": "same-origin"})
    client.force_login(account)
    return client


def at_desk(viewer):
    return signed_in(account_of(viewer))


def words(answer):
    return " ".join(answer.content.decode().split())


def the_only():
    return Referral.objects.get()


def test_signs_come_first_then_need_then_who_then_her_word(place):
    family_id, midwife = place.family(), at_desk(place.midwife)
    start = f"/desk/families/{family_id}/refer/"
    assert "Call 999" in words(midwife.get(start))
    assert "Support from another parent" in words(midwife.get(f"{start}?step=need"))
    who = words(midwife.get(f"{start}?need=peer_support"))
    assert "Too few answers to say how soon they reply" in who
    assert "0 referrals in hand" in who
    final = f"{start}?need=peer_support&receiver={place.to_charity}"
    asked = words(midwife.get(final))
    assert "Phone number" in asked
    assert "Postcode" not in asked
    answer = midwife.post(final, FILLED)
    assert answer["Location"] == f"/desk/referrals/{the_only().pk}/?done=sent"
    assert "The referral was sent" in words(midwife.get(answer["Location"]))
    assert the_only().state == S.SENT
    assert consent_held(family_id, place.charity, Purpose.REFERRAL)
    (given,) = [row for row in family_page(KITH, family_id).consents if row.purpose is Purpose.REFERRAL]
    assert (given.language, given.interpreted_by) == ("ro", InterpretedBy.INTERPRETER)


def test_without_her_word_it_is_not_sent_but_can_be_kept(place):
    family_id, midwife = place.family(), at_desk(place.midwife)
    final = f"/desk/families/{family_id}/refer/?need=peer_support&receiver={place.to_charity}"
    unasked = {"urgency": "routine", "do": "send"}
    answer = midwife.post(final, unasked)
    assert answer.status_code == 422
    assert "Ask the parent first" in words(answer)
    midwife.post(final, unasked | {"do": "draft"})
    draft = f"/desk/referrals/{the_only().pk}/"
    assert "?do=sent" in words(midwife.get(draft))
    midwife.post(draft, {"do": "sent", "seen": "1", "agreed": "on", "language": "ro", "how": "in_person"})
    assert the_only().state == S.SENT


def test_who_is_closed_is_shown_with_the_day_and_cannot_be_chosen(place):
    until = kernel_clock.today().replace(day=30)
    set_receiver(by=KITH, receiver_id=place.to_charity, closed_until=until, promises={})
    family_id, midwife = place.family(), at_desk(place.midwife)
    page = words(midwife.get(f"/desk/families/{family_id}/refer/?need=peer_support&receiver={place.to_charity}"))
    assert "No referrals until 30 March 2026" in page
    assert f"receiver={place.to_group}" in page
    assert f"receiver={place.to_charity}" not in page


def test_one_tap_accepts_and_a_decline_asks_why_and_offers_another(place):
    first, second = (
        place.refer(place.family(), place.to_charity),
        place.refer(place.family(name="Ion R"), place.to_charity),
    )
    supporter, midwife = at_desk(place.supporter), at_desk(place.midwife)
    supporter.post(f"/desk/referrals/{first}/", {"do": "accepted", "seen": "1"})
    assert Referral.objects.get(pk=first).state == S.ACCEPTED
    asking = words(supporter.get(f"/desk/referrals/{second}/?do=declined"))
    assert "No places at present" in asking
    assert supporter.post(f"/desk/referrals/{second}/", {"do": "declined", "seen": "1"}).status_code == 422
    filled = {"do": "declined", "seen": "1", "reason": "full", "receiver": str(place.to_group), "note": "In May again"}
    assert supporter.post(f"/desk/referrals/{second}/", filled).status_code == 302
    back = words(midwife.get(f"/desk/referrals/{second}/"))
    assert "No places at present" in back
    assert f"receiver={place.to_group}&amp;follows={second}" in back
    onward = f"/desk/families/{Referral.objects.get(pk=second).family_id}/refer/?need=peer_support"
    midwife.post(f"{onward}&receiver={place.to_group}&follows={second}", FILLED)
    assert Referral.objects.get(follows_id=second).state == S.SENT


def test_a_page_grown_old_says_that_it_has_moved_on(place):
    referral_id = place.refer(place.family())
    move(place.visitor, referral_id, S.ACCEPTED)
    colleague = at_desk(worker(at=place.visiting))
    answer = colleague.post(f"/desk/referrals/{referral_id}/", {"do": "in_progress", "seen": "1"})
    assert answer.status_code == 422
    assert "moved this referral on meanwhile" in words(answer)
    unknown = colleague.post(f"/desk/referrals/{referral_id}/", {"do": "begin_anew", "seen": "2"})
    assert unknown.status_code == 422
    assert "This cannot be done from here" in words(unknown)


def test_a_parent_asks_for_herself_in_her_language_and_takes_it_back(place):
    family_id = place.family(phone="+447700900123")
    account, _ = parent_of(family_id)
    parent = signed_in(account)
    ask = f"/ro/my/families/{family_id}/ask/"
    assert parent.get(ask).status_code == 200
    final = f"{ask}?need=peer_support&receiver={place.to_charity}"
    assert "with_interpreter" not in words(parent.get(final))
    assert parent.post(final, {"urgency": "routine"}).status_code == 422
    answer = parent.post(final, {"urgency": "routine", "agreed": "on"})
    assert answer["Location"] == "/ro/my/?done=referred"
    (given,) = [row for row in family_page(KITH, family_id).consents if row.purpose is Purpose.REFERRAL]
    assert given.language == "ro"
    page = words(parent.get("/en/my/"))
    assert "They have not answered yet" in page
    answer = parent.post(f"/en/my/referrals/{the_only().pk}/withdraw/", {"sure": "yes"})
    assert answer["Location"] == "/en/my/?done=referral_withdrawn"
    assert the_only().state == S.WITHDRAWN
    assert parent.post(f"/en/my/referrals/{the_only().pk}/withdraw/", {"sure": "yes"})["Location"] == "/en/my/"


def test_the_family_page_and_today_lead_to_referrals(place):
    family_id = place.family()
    referral_id = place.refer(family_id)
    midwife = at_desk(place.midwife)
    assert f"/desk/referrals/{referral_id}/" in words(midwife.get(f"/desk/families/{family_id}/"))
    assert "1 referral waits for an answer" in words(at_desk(place.visitor).get("/desk/today/"))


def test_a_coordinator_says_until_when_and_how_soon(place):
    receiver_id = a_receiver(place.visiting, ReferralNeed.FEEDING_CLINIC)
    coordinator = at_desk(worker(Role.COORDINATOR, at=place.visiting))
    address = f"/desk/referrals/receivers/{receiver_id}/"
    assert "We take no referrals until" in words(coordinator.get(address))
    hours = {f"{urgency}_{name}": "48" for urgency in ("routine", "soon", "urgent") for name in ("answer", "contact")}
    sooner = coordinator.post(address, hours | {"soon_contact": "3"})
    assert sooner.status_code == 422
    assert '<a href="#id_soon_contact">Speaking with the family cannot be promised sooner' in words(sooner)
    day = {"closed_until_day": "1", "closed_until_month": "1", "closed_until_year": "2030"}
    assert '<a href="#id_closed_until_day">Enter a day in the next six months' in words(
        coordinator.post(address, hours | day)
    )
    assert coordinator.post(address, hours)["Location"] == "/desk/referrals/"
    assert at_desk(worker(Role.COORDINATOR, at=place.charity)).get(address).status_code == 404


def closed(*receivers):
    until = kernel_clock.today() + timedelta(days=9)
    for each in receivers:
        set_receiver(by=KITH, receiver_id=each, closed_until=until, promises={})


def test_a_closed_service_says_so_and_offers_who_helps_instead(place):
    closed(place.to_charity)
    start = f"/desk/families/{place.family()}/refer/?need=peer_support&receiver={place.to_charity}"
    shown = words(at_desk(place.midwife).get(start))
    assert "takes no referrals until" in shown
    assert f"receiver={place.to_group}" in shown.partition("These can help instead.")[2]
    assert "Nobody takes referrals for this today." not in shown


def test_where_all_are_closed_there_is_another_way_to_help(place):
    closed(place.to_charity, place.to_group)
    shown = words(at_desk(place.midwife).get(f"/desk/families/{place.family()}/refer/?need=peer_support"))
    rest = shown.partition("Nobody takes referrals for this today.")[2]
    assert "/find-support/" in rest.partition("<ul")[0]
    assert "/help-now/" in rest.partition("<ul")[0]


def test_the_shortest_wait_stands_first(place):
    soon = dict.fromkeys(Urgency, Promise(2, 48))
    set_receiver(by=KITH, receiver_id=place.to_group, closed_until=None, promises=soon)
    first, second = receivers_for(place.midwife, ReferralNeed.PEER_SUPPORT)
    assert (first.id, second.id) == (place.to_group, place.to_charity)
    assert first.wait < second.wait
