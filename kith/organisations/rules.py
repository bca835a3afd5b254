"""The kinds of organisation, the roles people have in them, and how a person comes, stays away and goes. Pure."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NewType

from kith.kernel.ids import MembershipId
from kith.kernel.refusal import Refusal

InvitationId = NewType("InvitationId", int)
FactorResetId = NewType("FactorResetId", int)
WARN_BEFORE = timedelta(days=30)
"""So long before an agreement closes what it opens, those who look after the alliance are told."""
INVITATION_LASTS = timedelta(days=7)
INVITATION_KEPT = timedelta(days=30)
"""After so long without an answer the name and the address are forgotten."""
RESET_LASTS = timedelta(days=2)
BACKUP_OLD_AFTER = timedelta(days=35)
"""A backup is to be restored and compared once a month."""


class OrganisationKind(StrEnum):
    """What sort of member of the alliance an organisation is."""

    COUNCIL = "council"
    HOSPITAL = "hospital"
    HEALTH_VISITING = "health_visiting"
    FAMILY_HUB = "family_hub"
    CHARITY = "charity"
    COMMUNITY_GROUP = "community_group"
    MATERNITY_VOICES = "maternity_voices"
    PRIVATE_PRACTICE = "private_practice"


class SharedFor(StrEnum):
    """What organisations share a family's record for, once she has agreed: the purposes of her consents."""

    CARE = "care"
    PEER_SUPPORT = "peer_support"
    OFFERS = "offers"
    REFERRAL = "referral"


class Duty(StrEnum):
    """What a worker answers for beside their role; one person may have several, and most have none."""

    MANAGER = "manager"
    SAFEGUARDING_LEAD = "safeguarding-lead"


class Role(StrEnum):
    """What a person works or volunteers as."""

    MIDWIFE = "midwife"
    HEALTH_VISITOR = "health-visitor"
    OUTREACH_WORKER = "outreach-worker"
    PEER_SUPPORTER = "peer-supporter"
    COORDINATOR = "coordinator"
    FEEDING_LEAD = "feeding-lead"
    ALLIANCE_CHAIR = "alliance-chair"
    PARENT_REPRESENTATIVE = "parent-rep"
    ANALYST = "analyst"
    ADMIN = "admin"
    PLACE_ADMIN = "place-admin"


class SuspensionReason(StrEnum):
    """Why a person is kept out."""

    LOST_DEVICE = "lost_device"
    LOOKED_INTO = "looked_into"
    AWAY = "away"


class InvitationState(StrEnum):
    """What became of an invitation."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


class FactorResetState(StrEnum):
    """What became of a request to reset a second factor."""

    WAITING = "waiting"
    DONE = "done"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


@dataclass(frozen=True)
class FactorResetFacts:
    """A request to reset a second factor: of which person, by which administrator, since when."""

    state: FactorResetState
    membership_id: MembershipId
    asked_by: MembershipId | None
    asked_at: datetime


def is_open(state: InvitationState, sent_at: datetime, *, now: datetime) -> bool:
    """Whether the link of an invitation still opens."""
    return state is InvitationState.WAITING and now < sent_at + INVITATION_LASTS


def may_grant(role: Role, *, is_of_the_place: bool) -> Refusal | None:
    """Say why an administrator cannot give this role, or None if they can."""
    return Refusal("role_of_the_place") if role is Role.PLACE_ADMIN and not is_of_the_place else None


def may_change_role(before: Role, after: Role, *, cares: Callable[[Role], bool]) -> Refusal | None:
    """Say why a person cannot have another role while their work goes on, or None if they can."""
    return Refusal("role_leaves_families") if cares(before) and not cares(after) else None


def may_work(from_on: date, until_on: date | None) -> Refusal | None:
    """Say why work cannot have these days, or None if it can."""
    return Refusal("work_ends_before_it_begins") if until_on and until_on < from_on else None


def may_act_on(membership_id: MembershipId, *, by: MembershipId | None) -> Refusal | None:
    """Say why an administrator cannot do this to a person, or None if they can: it is never done to oneself."""
    return Refusal("not_to_oneself") if membership_id == by else None


def may_confirm_reset(reset: FactorResetFacts, *, by: MembershipId | None, now: datetime) -> Refusal | None:
    """Say why this administrator cannot be the second person, or None if they can."""
    if reset.state is not FactorResetState.WAITING or now >= reset.asked_at + RESET_LASTS:
        return Refusal("factor_reset_over")
    if by is None or by == reset.asked_by:
        return Refusal("factor_reset_needs_another")
    return may_act_on(reset.membership_id, by=by)


def may_end_organisation(
    until_on: date, *, from_on: date | None, is_own_successor: bool, people_after: int
) -> Refusal | None:
    """Say why an organisation cannot end on this day, or None if it can: no person may still work for it then."""
    if from_on and until_on < from_on:
        return Refusal("organisation_ends_before_it_begins")
    if is_own_successor:
        return Refusal("organisation_follows_itself")
    return Refusal("organisation_has_people", count=people_after) if people_after else None


def may_agree(purposes: Collection[SharedFor], *, signed_on: date, until_on: date | None) -> Refusal | None:
    """Say why an agreement cannot stand, or None if it can: it names what for, and ends after it was signed."""
    if not purposes:
        return Refusal("agreement_without_purpose")
    return Refusal("agreement_ends_too_soon") if until_on and until_on < signed_on else None
