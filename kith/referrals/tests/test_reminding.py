"""No referral is forgotten: the owner is reminded before, both ends when it is late, then the managers; once each."""

from datetime import timedelta

import pytest

from kith.kernel import clock as kernel_clock
from kith.messages.tests.fakes import facts_of
from kith.organisations.events import MembershipEnded
from kith.organisations.rules import Role
from kith.referrals.actions.endings import release_for_leaver
from kith.referrals.actions.reminding import remind_of_referrals
from kith.referrals.models.referrals import Referral
from kith.referrals.rules.notices import NoticeKind
from kith.referrals.rules.referrals import ReferralReason, ReferralState
from kith.referrals.tests.referring import Place, move
from testing.people import KITH, worker
from testing.tasks import Notice

S, R = ReferralState, ReferralReason
pytestmark = pytest.mark.django_db


@pytest.fixture
def place(db):
    return Place.build()


def chase():
    return remind_of_referrals(by=KITH)


def told(viewer, kind):
    return Notice.objects.filter(membership_id=viewer.membership_id, kind=kind).count()


def test_the_owner_before_both_ends_when_late_then_the_manager(place, clock):
    lead = worker(Role.FEEDING_LEAD, at=place.visiting)
    referral_id = place.refer(place.family())
    move(place.visitor, referral_id, S.ACCEPTED)
    clock.advance(hours=168 - 25)
    assert chase() == 0
    clock.advance(hours=2)
    assert chase() == 1
    assert (told(place.visitor, NoticeKind.REFERRAL_DUE_SOON), told(lead, NoticeKind.REFERRAL_LATE)) == (1, 0)
    clock.advance(hours=24)
    chase()
    assert told(place.visitor, NoticeKind.REFERRAL_LATE) == told(place.midwife, NoticeKind.REFERRAL_LATE) == 1
    clock.advance(hours=24)
    chase()
    assert told(lead, NoticeKind.REFERRAL_LATE) == 1
    assert chase() == 0


def test_run_twice_it_reminds_once_and_late_it_does_not_say_soon(place, clock):
    referral_id = place.refer(place.family())
    move(place.visitor, referral_id, S.ACCEPTED)
    clock.advance(days=8)
    chase()
    notices = Notice.objects.count()
    assert told(place.visitor, NoticeKind.REFERRAL_DUE_SOON) == 0
    assert chase() == 0
    assert Notice.objects.count() == notices


def test_mails_say_nothing_of_the_family(place, clock):
    referral_id = place.refer(place.family(phone="+447700900777"), place.to_charity)
    clock.advance(days=4)
    chase()
    for kind in ("referral_came", "referral_reminder"):
        facts = facts_of(kind)
        assert facts["link"].endswith(f"/desk/referrals/{referral_id}/")
        assert set(facts) == {"link"}


def test_while_more_is_needed_the_referrer_is_chased_and_the_receivers_clock_stands_still(place, clock):
    referral_id = place.refer(place.family())
    clock.advance(hours=50)
    move(place.visitor, referral_id, S.MORE_NEEDED, R.HOW_TO_REACH)
    clock.advance(hours=72)
    chase()
    assert told(place.midwife, NoticeKind.REFERRAL_LATE) == 1
    move(place.midwife, referral_id, S.RECEIVED, note="07700 900123, evenings")
    row = Referral.objects.get(pk=referral_id)
    assert row.due_at - kernel_clock.now() == timedelta(hours=22)


def test_when_the_parent_asks_to_wait_the_clock_goes_on_that_morning(place, clock):
    referral_id = place.refer(place.family())
    move(place.visitor, referral_id, S.ACCEPTED)
    clock.advance(hours=68)
    until = kernel_clock.today() + timedelta(days=20)
    move(place.visitor, referral_id, S.WAITING, R.PARENT_ASKED, until_on=until)
    clock.advance(days=19)
    assert chase() == 0
    clock.advance(days=6)
    assert chase()


def test_what_waits_on_the_referrer_expires_and_what_was_sent_never_does(place, clock):
    draft = place.refer(place.family(), agreed=None)
    asked = place.refer(place.family(name="Ion Rus"), place.to_charity)
    sent = place.refer(place.family(name="Eva Lis"))
    move(place.supporter, asked, S.MORE_NEEDED, R.HOW_TO_REACH)
    clock.advance(days=40)
    chase()
    assert [Referral.objects.get(pk=each).state for each in (draft, asked, sent)] == [S.EXPIRED, S.EXPIRED, S.SENT]


def test_who_leaves_leaves_no_referral_behind(place):
    referral_id = place.refer(place.family())
    move(place.visitor, referral_id, S.ACCEPTED)
    for _ in range(2):
        release_for_leaver(MembershipEnded(place.visitor.membership_id))
    row = Referral.objects.get(pk=referral_id)
    assert (row.state, row.owner_organisation_id, row.owner_membership_id) == (S.ACCEPTED, place.visiting, None)
    assert row.step_count == 3
    colleague = worker(at=place.visiting)
    move(colleague, referral_id, S.IN_PROGRESS)
    assert Referral.objects.get(pk=referral_id).owner_membership_id == colleague.membership_id
