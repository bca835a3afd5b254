"""Every action of referrals, done once."""

import re
from collections.abc import Callable
from datetime import timedelta

from kith.families.events import ConsentWithdrawn, FamilyBereaved
from kith.families.queries.reach import consent_held
from kith.families.rules.codes import Purpose
from kith.kernel import clock
from kith.kernel.clock import FixedClock
from kith.kernel.ids import BereavementId, MembershipId, ReferralId
from kith.messages.tests.fakes import facts_of
from kith.organisations.events import MembershipEnded
from kith.platform.access.viewer import viewer_of_account
from kith.platform.sign_in.demonstration import DOMAIN
from kith.platform.sign_in.models import Account
from kith.referrals.actions.endings import close_for_bereavement, release_for_leaver, withdraw_without_consent
from kith.referrals.actions.erasing import erase_referral_words
from kith.referrals.actions.links import open_link, send_link_code
from kith.referrals.actions.receivers import NewReceiver, add_receiver, set_receiver
from kith.referrals.actions.referring import Agreement, NewReferral, move_referral, refer
from kith.referrals.actions.reminding import remind_of_referrals
from kith.referrals.rules.needs import ReferralNeed
from kith.referrals.rules.referrals import Move, ReferralReason, ReferralState
from tests.access.world import BY, World

Act = Callable[[], object]


def _moved(world: World, to: ReferralState, reason: ReferralReason | None = None) -> ReferralId:
    move_referral(by=_visitor(), referral_id=world.referral_ids["own"], move=Move(to, reason))
    return world.referral_ids["own"]


def _visitor():
    viewer = viewer_of_account(Account.objects.get(email=f"health-visitor@{DOMAIN}"))
    assert viewer is not None
    return viewer


def _late(_world: World) -> Act:
    later = FixedClock(clock.now() + timedelta(days=9))

    def chase() -> None:
        with clock.use(later):
            remind_of_referrals(by=BY)

    return chase


def _without_consent(world: World) -> Act:
    family_id, (organisation_id,) = world.families["own"].id, _visitor().organisation_ids
    consent_id = consent_held(family_id, organisation_id, Purpose.REFERRAL)
    assert consent_id is not None
    return lambda: withdraw_without_consent(ConsentWithdrawn(family_id, organisation_id, Purpose.REFERRAL))


def _words_erased(world: World) -> Act:
    declined = Move(ReferralState.DECLINED, ReferralReason.OUT_OF_AREA, note="Lives beyond the ring road")
    move_referral(by=_visitor(), referral_id=world.referral_ids["own"], move=declined)
    return lambda: erase_referral_words(by=BY, family_id=world.families["own"].id)


def _left(world: World) -> Act:
    _moved(world, ReferralState.ACCEPTED)
    membership_id = _visitor().membership_id
    assert membership_id is not None
    return lambda: release_for_leaver(MembershipEnded(membership_id))


def _bereaved(world: World) -> Act:
    event = FamilyBereaved(world.families["own"].id, BereavementId(1), MembershipId(1), clock.today())
    return lambda: close_for_bereavement(event)


def _referral(world: World) -> Act:
    receiver_id = add_receiver(by=BY, receiver=_a_group())
    return lambda: refer(
        by=BY, family_id=world.families["own"].id, referral=NewReferral(receiver_id), agreed=Agreement("ro")
    )


def _a_group() -> NewReceiver:
    (organisation_id,) = _visitor().organisation_ids
    return NewReceiver(organisation_id, ReferralNeed.PUMP, answers_by_link=True, email="group@example.org")


def _token(world: World) -> str:
    _referral(world)()
    link = str(facts_of("referral_link")["link"])
    found = re.search(r"referral-answers/([\w-]+)/", link)
    assert found
    return found[1]


def _code(world: World) -> Act:
    token = _token(world)
    return lambda: send_link_code(token=token)


def _opened(world: World) -> Act:
    token = _token(world)
    send_link_code(token=token)
    return lambda: open_link(token=token, code=str(facts_of("referral_code")["code"]))


REFERRAL_ACTS: dict[str, Callable[[World], Act]] = {
    "referrals.add_receiver": lambda _: lambda: add_receiver(by=BY, receiver=_a_group()),
    "referrals.set_receiver": lambda world: (
        lambda: set_receiver(by=BY, receiver_id=world.receiver_ids["own"], closed_until=None, promises={})
    ),
    "referrals.refer": _referral,
    "referrals.move_referral": lambda world: lambda: _moved(world, ReferralState.ACCEPTED),
    "referrals.remind_of_referrals": _late,
    "referrals.erase_referral_words": _words_erased,
    "referrals.withdraw_without_consent": _without_consent,
    "referrals.close_for_bereavement": _bereaved,
    "referrals.release_for_leaver": _left,
    "referrals.send_link_code": _code,
    "referrals.open_link": _opened,
}
