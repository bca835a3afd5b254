"""A small place to refer in: a hospital, health visiting, two charities, and a family that says yes."""

from dataclasses import dataclass
from typing import Any

from kith.kernel.ids import FamilyId, OrganisationId, ReceiverId, ReferralId
from kith.organisations.rules import OrganisationKind, Role
from kith.platform.access.viewer import Viewer
from kith.referrals.actions import referring as referrals
from kith.referrals.actions.receivers import NewReceiver, add_receiver
from kith.referrals.actions.referring import Agreement, NewReferral, move_referral
from kith.referrals.rules.clocks import Urgency
from kith.referrals.rules.needs import ReferralNeed
from kith.referrals.rules.referrals import Move, ReferralReason, ReferralState
from testing.people import KITH, a_family, organisation, worker

SHE_AGREED = Agreement("ro", with_interpreter=True)


@dataclass(frozen=True)
class Place:
    """Who refers to which service."""

    hospital: OrganisationId
    visiting: OrganisationId
    charity: OrganisationId
    group: OrganisationId
    midwife: Viewer
    visitor: Viewer
    supporter: Viewer
    to_visiting: ReceiverId
    to_charity: ReceiverId
    to_group: ReceiverId

    @classmethod
    def build(cls) -> "Place":
        hospital, visiting = organisation(OrganisationKind.HOSPITAL), organisation(OrganisationKind.HEALTH_VISITING)
        charity, group = organisation(OrganisationKind.CHARITY), organisation(OrganisationKind.COMMUNITY_GROUP)
        return cls(
            hospital,
            visiting,
            charity,
            group,
            midwife=worker(Role.MIDWIFE, at=hospital, name="Grace Danso"),
            visitor=worker(at=visiting, name="Helen Marlowe"),
            supporter=worker(Role.PEER_SUPPORTER, at=charity, name="Noor Barakat"),
            to_visiting=a_receiver(visiting, ReferralNeed.HEALTH_VISITING),
            to_charity=a_receiver(charity, ReferralNeed.PEER_SUPPORT, email="desk@charity.invalid"),
            to_group=a_receiver(
                group,
                ReferralNeed.PEER_SUPPORT,
                email="group@example.invalid",
                phone="+447700900001",
                answers_by_link=True,
            ),
        )

    def family(self, **parent: Any) -> FamilyId:
        return a_family(self.hospital, **parent)

    def refer(self, family_id: FamilyId, to: ReceiverId | None = None, **wish: Any) -> ReferralId:
        agreed = wish.pop("agreed", SHE_AGREED)
        referral = NewReferral(to or self.to_visiting, **wish)
        return referrals.refer(by=self.midwife, family_id=family_id, referral=referral, agreed=agreed)


def a_receiver(organisation_id: OrganisationId, need: ReferralNeed, **options: Any) -> ReceiverId:
    return add_receiver(by=KITH, receiver=NewReceiver(organisation_id, need, **options))


def move(
    by: Viewer, referral_id: ReferralId, to: ReferralState, reason: ReferralReason | None = None, **more: Any
) -> ReferralState:
    options = {name: more.pop(name) for name in ("seen", "agreed") if name in more}
    return move_referral(by=by, referral_id=referral_id, move=Move(to, reason, **more), **options)


__all__ = ["SHE_AGREED", "Place", "Urgency", "a_receiver", "move"]
