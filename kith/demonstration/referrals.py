"""Referrals, invented: who takes them, what lies in whose inbox, and a history from which reply times can be told."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from kith.demonstration.loading import load
from kith.demonstration.people import DOMAIN, Partners, Staff
from kith.families.queries.bereavement import is_bereaved
from kith.families.queries.reach import viewer_for as parent_viewer
from kith.families.rules.entries import NewFamily
from kith.families.rules.trust import HowSaid
from kith.kernel import clock
from kith.kernel.clock import FixedClock
from kith.kernel.ids import OrganisationId, ReceiverId, ReferralId
from kith.organisations.queries.people import viewer_for
from kith.organisations.rules import Role
from kith.platform.access.viewer import Actor, Viewer
from kith.platform.sign_in.models import Account
from kith.referrals.actions.past import PastReferral
from kith.referrals.actions.receivers import NewReceiver, add_receiver, set_receiver
from kith.referrals.actions.referring import Agreement, NewReferral, move_referral, refer
from kith.referrals.rules.clocks import Urgency
from kith.referrals.rules.needs import ReferralNeed
from kith.referrals.rules.referrals import Move, ReferralReason, ReferralState

_N, _S, _R, _U = ReferralNeed, ReferralState, ReferralReason, Urgency
PHONE_FOR_DRAMA = "+447700900911"
LOOKING_BACK = 170
# The organisation that takes them, what for, and in how many hours it usually answers.
_RECEIVERS: tuple[tuple[str, ReferralNeed, int], ...] = (
    ("health_visiting", _N.HEALTH_VISITING, 40),
    ("health_visiting", _N.FEEDING_CLINIC, 20),
    ("charity", _N.PEER_SUPPORT, 52),
    ("community", _N.PEER_SUPPORT, 90),
    ("hospital", _N.PUMP, 6),
    ("hospital", _N.TONGUE_TIE, 70),
    ("council", _N.SAFER_SLEEP, 16),
    ("council", _N.OUTREACH, 60),
)


@dataclass(frozen=True)
class _Step:
    """What a worker did with a referral, so many hours ago."""

    hours_ago: float
    who: Role
    to: ReferralState
    reason: ReferralReason | None = None
    note: str = ""
    offers: tuple[str, ReferralNeed] | None = None


@dataclass(frozen=True)
class _Story:
    """A referral in the inboxes: who sent it to which service, when and why, and what was done since."""

    who: Role
    to: tuple[str, ReferralNeed]
    hours_ago: float
    why: str
    urgency: Urgency = Urgency.ROUTINE
    steps: tuple[_Step, ...] = ()


_M, _H, _P, _C = Role.MIDWIFE, Role.HEALTH_VISITOR, Role.PEER_SUPPORTER, Role.COORDINATOR
_VISITING, _CLINIC = ("health_visiting", _N.HEALTH_VISITING), ("health_visiting", _N.FEEDING_CLINIC)
_CHARITY, _GROUP = ("charity", _N.PEER_SUPPORT), ("community", _N.PEER_SUPPORT)
_SLEEP, _TONGUE = ("council", _N.SAFER_SLEEP), ("hospital", _N.TONGUE_TIE)
_STORIES: tuple[_Story, ...] = (
    _Story(_M, _VISITING, 120, "Going home tomorrow with a first baby, asks for an early visit"),
    _Story(_M, _CLINIC, 20, "Feeding hurts on one side, has tried two positions with us", _U.SOON),
    _Story(_M, _VISITING, 2, "Second baby, would like somebody who speaks her language"),
    _Story(_M, _CLINIC, 80, "Weighed three times, gains slowly, mother is tired", _U.SOON,
           (_Step(60, _H, _S.ACCEPTED), _Step(26, _H, _S.TRIED, note="Rang twice, no answer"))),
    _Story(_H, _CHARITY, 22, "Would love to talk to another mother of twins"),
    _Story(_H, _CHARITY, 90, "New in town, knows nobody",
           steps=(_Step(24, _P, _S.DECLINED, _R.FULL, "Our supporters are all matched until next month", _GROUP),)),
    _Story(_M, _VISITING, 260, "First days at home after a long labour",
           steps=(_Step(220, _H, _S.ACCEPTED), _Step(190, _H, _S.IN_PROGRESS),
                  _Step(30, _H, _S.DONE, _R.HELPED, "Feeding well, she goes to the café now"))),
    _Story(_M, _SLEEP, 30, "Baby sleeps on the sofa, no cot yet", _U.SOON),
    _Story(_H, _SLEEP, 70, "Two families in one room, asks for a travel cot", _U.SOON,
           (_Step(60, _C, _S.ACCEPTED), _Step(40, _C, _S.IN_PROGRESS))),
    _Story(_H, _TONGUE, 50, "Clicks while feeding, latch watched at the clinic",
           steps=(_Step(28, _M, _S.MORE_NEEDED, _R.ABOUT_THE_BABY, "Was vitamin K given at birth?"),)),
    _Story(_H, _GROUP, 26, "Hopes for a walk with other parents"),
)  # fmt: skip


def arrange(
    own: NewFamily, pool: list[NewFamily], past: list[NewFamily], partners: Partners, staff: Staff, *, by: Actor
) -> int:
    """Open the receivers, load their history, and fill the inboxes; says how many referrals there are."""
    receivers = {(each, need): _receiver(each, need, partners, by) for each, need, _ in _RECEIVERS}
    loaded = load(by=by, entries=_history(past, receivers, partners, staff))[PastReferral]
    outreach = receivers["council", _N.OUTREACH]
    until = clock.today() + timedelta(days=17)
    set_receiver(by=by, receiver_id=outreach, closed_until=until, promises={})
    told = _tell(own, [each for each in pool if each.id != own.id], receivers, partners, staff)
    return loaded + told


def _receiver(organisation: str, need: ReferralNeed, partners: Partners, by: Actor) -> ReceiverId:
    is_group = organisation == "community"
    new = NewReceiver(
        getattr(partners, organisation),
        need,
        answers_by_link=is_group,
        email=f"{organisation.replace('_', '-')}-referrals@{DOMAIN}",
        phone=PHONE_FOR_DRAMA if is_group else "",
    )
    return add_receiver(by=by, receiver=new)


def _history(
    past: list[NewFamily],
    receivers: dict[tuple[str, ReferralNeed], ReceiverId],
    partners: Partners,
    staff: Staff,
) -> Iterator[PastReferral]:
    """One referral that is over for each of these families, spread over the receivers and the last months."""
    rng, now = np.random.default_rng(len(past)), clock.now()
    for at, family in enumerate(past):
        organisation, need, hours = _RECEIVERS[at % len(_RECEIVERS)]
        sender, role = ("hospital", _M) if organisation != "hospital" else ("health_visiting", _H)
        oldest = min(LOOKING_BACK, (now - (family.registered_at or now)).days)
        if oldest < 20:
            continue
        sent_at = now - timedelta(days=float(rng.uniform(16, oldest)))
        answered_at = sent_at + timedelta(hours=hours * float(rng.uniform(0.4, 2.2)))
        is_declined = rng.random() < 0.14
        yield PastReferral(
            family_id=family.id,
            receiver_id=receivers[organisation, need],
            receiver_organisation_id=getattr(partners, organisation),
            need=need,
            from_organisation_id=getattr(partners, sender),
            from_membership_id=staff.by_role[role],
            sent_at=sent_at,
            answered_at=answered_at,
            ended_at=None if is_declined else min(answered_at + timedelta(days=float(rng.uniform(1, 30))), now),
            reason=_R.FULL if is_declined else (_R.HELPED if rng.random() < 0.8 else _R.PARTLY_HELPED),
        )


def _tell(
    own: NewFamily,
    pool: list[NewFamily],
    receivers: dict[tuple[str, ReferralNeed], ReceiverId],
    partners: Partners,
    staff: Staff,
) -> int:
    """Play each story through the actions, as its people would have, at the times it tells of."""
    both = {partners.hospital, partners.health_visiting}
    seen = (each for each in pool if both <= _sees_record(each) and not is_bereaved(each.id))
    told = 0
    for story, family in zip(_STORIES, seen, strict=False):
        with _ago(story.hours_ago):
            referral_id = refer(
                by=_viewer(staff, story.who),
                family_id=family.id,
                referral=NewReferral(receivers[story.to], story.urgency, story.why),
                agreed=Agreement(family.parents[0].reads, how=HowSaid.IN_PERSON),
            )
        for step in story.steps:
            _play(step, referral_id, receivers, staff)
        told += 1
    return told + _her_own(own, receivers, staff)


def _play(
    step: _Step, referral_id: ReferralId, receivers: dict[tuple[str, ReferralNeed], ReceiverId], staff: Staff
) -> None:
    move = Move(step.to, step.reason, step.note, receivers[step.offers] if step.offers else None)
    with _ago(step.hours_ago):
        move_referral(by=_viewer(staff, step.who), referral_id=referral_id, move=move)


def _her_own(own: NewFamily, receivers: dict[tuple[str, ReferralNeed], ReceiverId], staff: Staff) -> int:
    """The demonstration's parent has asked for a supporter herself, who has said yes and tried to call."""
    account = Account.objects.get(pk=staff.accounts["parent"])
    parent = parent_viewer(account)
    assert parent is not None
    with _ago(70):
        referral_id = refer(
            by=parent,
            family_id=own.id,
            referral=NewReferral(receivers[_CHARITY], why="Somebody who has fed and gone back to work"),
            agreed=Agreement("en"),
        )
    _play(_Step(50, _P, _S.ACCEPTED), referral_id, receivers, staff)
    _play(_Step(22, _P, _S.TRIED, note="Will ring again in the evening"), referral_id, receivers, staff)
    return 1


def _sees_record(family: NewFamily) -> set[OrganisationId]:
    return {each.organisation_id for each in family.consents}


def _viewer(staff: Staff, role: Role) -> Viewer:
    viewer = viewer_for(Account.objects.get(pk=staff.accounts[role.value]))
    assert viewer is not None
    return viewer


def _ago(hours: float) -> AbstractContextManager[object]:
    return clock.use(FixedClock(clock.now() - timedelta(hours=hours)))
