"""A referral that cannot get lost: sent with consent, answered in time, and its outcome comes back."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from kith.families.actions.consenting import withdraw_consent
from kith.families.events import ConsentWithdrawn, FamilyBereaved
from kith.families.queries.reach import consent_held
from kith.families.rules.codes import Purpose
from kith.kernel import clock as kernel_clock
from kith.kernel.refusal import Refusal
from kith.organisations.rules import Role
from kith.platform.access import Forbidden, NotFound
from kith.platform.listing import ListAsked
from kith.referrals.actions.endings import close_for_bereavement, withdraw_without_consent
from kith.referrals.actions.receivers import set_receiver
from kith.referrals.actions.referring import Agreement, NewReferral, refer
from kith.referrals.models.referrals import Referral, ReferralStep
from kith.referrals.queries.receivers import receivers_for
from kith.referrals.queries.referrals import referral_inbox, referral_page, referrals_of, to_answer_count
from kith.referrals.rules.clocks import Urgency
from kith.referrals.rules.needs import ReferralNeed
from kith.referrals.rules.referrals import ReferralReason, ReferralState
from kith.referrals.tests.referring import SHE_AGREED, Place, move
from testing.people import KITH, parent_of, worker
from testing.tasks import Notice

S, R = ReferralState, ReferralReason
pytestmark = pytest.mark.django_db


@pytest.fixture
def place(db):
    return Place.build()


def state_of(referral_id):
    return ReferralState(Referral.objects.get(pk=referral_id).state)


def owner_of(referral_id):
    row = Referral.objects.get(pk=referral_id)
    return row.owner_organisation_id, row.owner_membership_id


def refused(act):
    with pytest.raises(Refusal) as refusal:
        act()
    return refusal.value.code


def test_from_hospital_to_health_visiting_and_the_outcome_comes_back(place):
    referral_id = place.refer(place.family(), why="Baby sleeps through feeds")
    assert (state_of(referral_id), owner_of(referral_id)) == (S.SENT, (place.visiting, None))
    move(place.visitor, referral_id, S.ACCEPTED)
    assert owner_of(referral_id) == (place.visiting, place.visitor.membership_id)
    move(place.visitor, referral_id, S.TRIED)
    move(place.visitor, referral_id, S.IN_PROGRESS)
    move(place.visitor, referral_id, S.DONE, R.HELPED, note="Feeding well now")
    assert (state_of(referral_id), owner_of(referral_id)) == (S.DONE, (None, None))
    told = Notice.objects.filter(membership_id=place.midwife.membership_id).values_list("facts__state", flat=True)
    assert set(told) >= {S.ACCEPTED, S.DONE}
    page = referral_page(place.midwife, referral_id)
    assert [step.state for step in page.steps] == [S.SENT, S.ACCEPTED, S.TRIED, S.IN_PROGRESS, S.DONE]
    assert page.steps[-1].reason is R.HELPED


def test_without_her_word_it_stays_a_draft_that_the_receiver_does_not_see(place):
    referral_id = place.refer(place.family(), agreed=None)
    assert (state_of(referral_id), owner_of(referral_id)[0]) == (S.DRAFT, place.hospital)
    with pytest.raises(NotFound):
        referral_page(place.visitor, referral_id)
    assert refused(lambda: move(place.midwife, referral_id, S.SENT)) == "referral_needs_consent"
    move(place.midwife, referral_id, S.SENT, agreed=SHE_AGREED)
    assert referral_page(place.visitor, referral_id).row.state is S.SENT


def test_the_receiver_sees_what_the_need_needs_and_never_the_record(place):
    family_id = place.family(phone="+447700900777")
    referral_id = place.refer(family_id, place.to_charity)
    shared = referral_page(place.supporter, referral_id).shared
    assert (shared.name, shared.phone) == ("Ana Pop", "+447700900777")
    assert shared.postcode is None
    assert [baby.name for baby in shared.babies] == [None]
    assert not referral_page(place.supporter, referral_id).may_open_record
    move(place.supporter, referral_id, S.DECLINED, R.FULL)
    assert referral_page(place.supporter, referral_id).shared is None


def test_consent_withdrawn_shuts_the_receiver_out_at_once_and_withdraws_it(place, run_jobs):
    family_id = place.family()
    referral_id = place.refer(family_id)
    consent_id = consent_held(family_id, place.visiting, Purpose.REFERRAL)
    withdraw_consent(by=KITH, family_id=family_id, consent_id=consent_id)
    with pytest.raises(NotFound):
        referral_page(place.visitor, referral_id)
    assert referral_inbox(place.visitor, ListAsked()).to_answer.rows == ()
    withdraw_without_consent(ConsentWithdrawn(family_id, place.visiting, Purpose.REFERRAL))
    assert state_of(referral_id) is S.WITHDRAWN
    before = ReferralStep.objects.count()
    run_jobs()
    assert ReferralStep.objects.count() == before


def test_a_death_in_the_family_withdraws_everything(place):
    family_id = place.family()
    ids = [place.refer(family_id), place.refer(family_id, place.to_charity, agreed=None)]
    event = FamilyBereaved(family_id, None, place.midwife.membership_id, kernel_clock.today())
    close_for_bereavement(event)
    close_for_bereavement(event)
    assert [state_of(each) for each in ids] == [S.WITHDRAWN, S.WITHDRAWN]


def test_a_second_referral_for_the_same_need_is_refused_with_a_pointer_to_the_first(place):
    family_id = place.family()
    referral_id = place.refer(family_id)
    assert place.refer(family_id) == referral_id
    colleague = worker(Role.MIDWIFE, at=place.hospital)
    with pytest.raises(Refusal) as refusal:
        refer(by=colleague, family_id=family_id, referral=NewReferral(place.to_visiting), agreed=SHE_AGREED)
    assert (refusal.value.code, refusal.value.facts) == ("referral_open_already", {"referral_id": referral_id})


def test_a_parent_refers_herself_and_takes_it_back_in_one_move(place):
    family_id = place.family(phone="+447700900123")
    _, parent = parent_of(family_id)
    wish = NewReferral(place.to_charity)
    assert refused(lambda: refer(by=parent, family_id=family_id, referral=wish, agreed=None)) == (
        "referral_needs_consent"
    )
    referral_id = refer(by=parent, family_id=family_id, referral=wish, agreed=Agreement("ro"))
    assert owner_of(referral_id) == (place.charity, None)
    assert referral_inbox(place.supporter, ListAsked()).to_answer.rows[0].name == "Ana Pop"
    move(parent, referral_id, S.WITHDRAWN, R.PARENT_CHOSE)
    assert state_of(referral_id) is S.WITHDRAWN
    assert consent_held(family_id, place.charity, Purpose.REFERRAL) is None
    assert [each.row.state for each in referrals_of(parent, family_id)] == [S.WITHDRAWN]


def test_her_own_referral_that_reaches_nobody_stays_with_the_receiver(place):
    family_id = place.family(phone="+447700900123")
    _, parent = parent_of(family_id)
    wish = NewReferral(place.to_charity)
    referral_id = refer(by=parent, family_id=family_id, referral=wish, agreed=Agreement("ro"))
    move(place.supporter, referral_id, S.ACCEPTED)
    assert refused(lambda: move(place.supporter, referral_id, S.NO_CONTACT)) == "referral_not_from_here"
    move(place.supporter, referral_id, S.TRIED)
    assert refused(lambda: move(place.supporter, referral_id, S.NO_CONTACT)) == "referral_try_again"
    for _ in range(2):
        move(place.supporter, referral_id, S.TRIED)
    move(place.supporter, referral_id, S.NO_CONTACT)
    assert owner_of(referral_id)[0] == place.charity


def test_no_contact_goes_back_to_the_referrer_who_sends_it_again(place):
    referral_id = place.refer(place.family())
    move(place.visitor, referral_id, S.ACCEPTED)
    for _ in range(3):
        move(place.visitor, referral_id, S.TRIED)
    move(place.visitor, referral_id, S.NO_CONTACT)
    assert owner_of(referral_id) == (place.hospital, place.midwife.membership_id)
    move(place.midwife, referral_id, S.SENT)
    assert Referral.objects.get(pk=referral_id).tries == 0


def test_a_decline_says_why_and_offers_another(place):
    referral_id = place.refer(place.family(), place.to_charity)
    assert refused(lambda: move(place.supporter, referral_id, S.DECLINED)) == "referral_reason_missing"
    move(place.supporter, referral_id, S.DECLINED, R.FULL, receiver_id=place.to_group)
    page = referral_page(place.midwife, referral_id)
    assert page.offer.organisation.id == place.group
    assert page.moves == frozenset()


def test_transferred_it_goes_on_to_another_with_her_word_and_the_outcome_comes_to_the_first_sender(place):
    family_id = place.family()
    referral_id = place.refer(family_id)
    act = {"to": S.TRANSFERRED, "receiver_id": place.to_charity}
    assert refused(lambda: move(place.midwife, referral_id, **act)) == "referral_needs_consent"
    move(place.midwife, referral_id, **act, agreed=SHE_AGREED)
    following = Referral.objects.get(follows_id=referral_id)
    assert (state_of(referral_id), following.state, following.need) == (
        S.TRANSFERRED,
        S.SENT,
        ReferralNeed.PEER_SUPPORT,
    )
    assert following.from_membership_id == place.midwife.membership_id


def test_the_same_click_twice_is_one_move_and_a_page_grown_old_is_told_so(place):
    referral_id = place.refer(place.family())
    for _ in range(2):
        move(place.visitor, referral_id, S.ACCEPTED, seen=1)
    assert Referral.objects.get(pk=referral_id).step_count == 2
    colleague = worker(at=place.visiting)
    assert refused(lambda: move(colleague, referral_id, S.ACCEPTED, seen=1)) == "referral_moved_on"


def test_who_is_of_neither_end_finds_nothing_and_who_may_not_answer_is_told_no(place):
    family_id = place.family()
    referral_id = place.refer(family_id)
    with pytest.raises(NotFound):
        move(place.supporter, referral_id, S.ACCEPTED)
    with pytest.raises(Forbidden):
        referral_inbox(worker(Role.ANALYST, at=place.visiting), ListAsked())
    assert referral_inbox(worker(Role.COORDINATOR, at=place.visiting), ListAsked()).to_answer.rows[0].id == referral_id


def test_capacity_is_shown_and_nothing_is_said_of_reply_times_from_four_answers(place, clock):
    for number in range(5):
        referral_id = place.refer(place.family(name=f"Ana P{number}"), place.to_charity)
        clock.advance(hours=10 + number)
        if number == 4:
            (card,) = [c for c in receivers_for(place.midwife, ReferralNeed.PEER_SUPPORT) if c.answered_count]
            assert (card.usual_reply, card.open_count, card.answered_count) == (None, 5, 4)
        move(place.supporter, referral_id, S.ACCEPTED)
    cards = {card.id: card for card in receivers_for(place.midwife, ReferralNeed.PEER_SUPPORT)}
    assert cards[place.to_charity].usual_reply == timedelta(hours=12)
    assert cards[place.to_group].usual_reply is None


def test_who_takes_none_until_a_day_refuses_with_another_offer(place):
    until = kernel_clock.today() + timedelta(days=10)
    set_receiver(by=KITH, receiver_id=place.to_visiting, closed_until=until, promises={})
    family_id = place.family()
    assert refused(lambda: place.refer(family_id)) == "receiver_closed"
    with pytest.raises(Refusal):
        far = kernel_clock.today() + timedelta(days=400)
        set_receiver(by=KITH, receiver_id=place.to_visiting, closed_until=far, promises={})


def test_the_tray_shows_what_is_late_first(place, clock):
    slow = place.refer(place.family(name="Ana Pop"))
    urgent = place.refer(place.family(name="Ion Rus"), urgency=Urgency.URGENT)
    clock.advance(hours=5)
    rows = referral_inbox(place.visitor, ListAsked()).to_answer.rows
    assert [row.id for row in rows] == [urgent, slow]
    assert [row.is_late for row in rows] == [True, False]
    assert to_answer_count(place.visitor) == (2, 1)
    assert {row.id for row in referral_inbox(place.midwife, ListAsked()).sent.rows} == {slow, urgent}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE referrals_referral SET state = 'done'",
        "UPDATE referrals_referral SET owner_organisation_id = NULL",
        "UPDATE referrals_referralstep SET note = 'other'",
        "DELETE FROM referrals_referralstep",
    ],
)
def test_the_database_lets_nobody_move_a_referral_but_by_a_step(place, statement):
    place.refer(place.family())
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_database_refuses_an_open_referral_without_an_owner_and_a_step_out_of_turn(place):
    referral_id = place.refer(place.family())
    last = ReferralStep.objects.get(referral_id=referral_id)
    ownerless = {"number": 2, "state": S.ACCEPTED, "owner_organisation_id": None, "due_at": last.due_at}
    for wrong in (ownerless, {"number": 3, "state": S.ACCEPTED}):
        with pytest.raises(IntegrityError), transaction.atomic():
            values = {
                f.attname: getattr(last, f.attname) for f in ReferralStep._meta.concrete_fields if f.attname != "id"
            }
            ReferralStep.objects.create(**(values | wrong))
