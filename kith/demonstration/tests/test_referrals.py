"""The demonstration's inboxes: something to answer, something late, a no with another offer, and one that is done."""

from kith.platform.access.viewer import viewer_of_account
from kith.platform.listing import ListAsked
from kith.platform.sign_in.models import Account
from kith.referrals.queries.receivers import receivers_for
from kith.referrals.queries.referrals import referral_inbox, referrals_of
from kith.referrals.rules.needs import ReferralNeed
from kith.referrals.rules.referrals import ReferralState


def viewer(role):
    found = viewer_of_account(Account.objects.get(email=f"{role}@demo.kith.invalid"))
    assert found
    return found


def inbox(role):
    return referral_inbox(viewer(role), ListAsked())


def test_each_tray_shows_a_day_as_it_is(demonstration):
    visitor, midwife = inbox("health-visitor"), inbox("midwife")
    assert visitor.to_answer.count == 3
    assert [row.is_late for row in visitor.to_answer.rows].count(True) == 1
    assert visitor.to_answer.rows[0].is_late
    assert {row.state for row in visitor.with_us.rows} >= {ReferralState.TRIED, ReferralState.MORE_NEEDED}
    assert ReferralState.DECLINED in {row.state for row in visitor.news.rows}
    assert ReferralState.DONE in {row.state for row in midwife.news.rows}
    assert inbox("coordinator").to_answer.rows[0].is_late
    assert inbox("peer-supporter").to_answer.rows
    assert all(row.name for row in visitor.to_answer.rows)


def test_reply_times_are_told_where_enough_have_answered(demonstration):
    cards = receivers_for(viewer("midwife"), ReferralNeed.PEER_SUPPORT)
    assert [bool(card.usual_reply) for card in cards] == [True, True]
    (outreach,) = receivers_for(viewer("midwife"), ReferralNeed.OUTREACH)
    assert outreach.is_closed


def test_the_parent_sees_where_her_own_referral_is(demonstration):
    parent = viewer("parent")
    (family_id,) = parent.family_ids
    assert ReferralState.TRIED in {each.row.state for each in referrals_of(parent, family_id)}
