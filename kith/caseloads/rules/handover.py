"""The steps of a handover, and who may take them. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kith.kernel.ids import MembershipId, TeamId
from kith.kernel.refusal import Refusal
from kith.kernel.steps import StatusMachine


class HandoverStep(StrEnum):
    """How far a handover has come; each step is a new row."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    INTRODUCED = "introduced"
    COMPLETE = "complete"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


_H = HandoverStep
HANDOVER = StatusMachine(
    {
        _H.PROPOSED: {_H.ACCEPTED, _H.DECLINED, _H.WITHDRAWN},
        _H.ACCEPTED: {_H.INTRODUCED, _H.WITHDRAWN},
        _H.INTRODUCED: {_H.COMPLETE},
        _H.COMPLETE: set(),
        _H.DECLINED: set(),
        _H.WITHDRAWN: set(),
    }
)


class HandoverReason(StrEnum):
    """Why another worker should lead."""

    FIRST_LEAD = "first_lead"
    LANGUAGE = "language"
    AREA = "area"
    SERVICE_ENDS = "service_ends"
    LEAVING = "leaving"
    CASELOAD = "caseload"
    FAMILY_ASKED = "family_asked"


class DeclineReason(StrEnum):
    """Why the worker asked cannot take a family on."""

    CASELOAD = "caseload"
    LANGUAGE = "language"
    AREA = "area"
    KNOWS_FAMILY = "knows_family"
    OTHER = "other"


class Introduction(StrEnum):
    """How the new lead was introduced to the parent."""

    MESSAGE = "message"
    TOGETHER = "together"


@dataclass(frozen=True)
class HandoverFacts:
    """A handover as far as its rules need to know it."""

    from_membership: MembershipId | None
    to_membership: MembershipId | None
    to_team: TeamId | None
    accepted_by: MembershipId | None
    is_open: bool


def may_propose(
    *, lead: MembershipId | None, to: MembershipId | None, by: MembershipId | None, is_manager: bool, has_open: bool
) -> Refusal | None:
    """Say why this handover cannot be proposed, or None: by the lead, a manager, or anyone where there is no lead."""
    if has_open:
        return Refusal("handover_open")
    if lead is not None and to == lead:
        return Refusal("leads_already")
    if lead is not None and by != lead and not is_manager:
        return Refusal("not_yours_to_hand_over")
    return None


def may_name_deputy(
    *,
    lead: MembershipId | None,
    deputy: MembershipId | None,
    by: MembershipId | None,
    is_manager: bool,
    may_stand: bool,
) -> Refusal | None:
    """Say why this person cannot stand beside the lead (no deputy is always possible), or None if they can."""
    if lead is None and deputy is not None:
        return Refusal("nobody_leads")
    if by != lead and not is_manager:
        return Refusal("not_yours_to_hand_over")
    if deputy is not None and deputy == lead:
        return Refusal("leads_already")
    return None if may_stand else Refusal("cannot_lead_this_family")


def may_answer(facts: HandoverFacts, *, by: MembershipId | None, teams: Collection[TeamId]) -> Refusal | None:
    """Say why this person can neither accept nor decline, or None if she can."""
    if not facts.is_open:
        return Refusal("handover_closed")
    if facts.accepted_by is not None:
        return Refusal("handover_accepted", by=facts.accepted_by)
    asked = by is not None and (facts.to_membership == by or facts.to_team in teams)
    return None if asked else Refusal("handover_for_another")


def may_introduce(facts: HandoverFacts, *, by: MembershipId | None) -> Refusal | None:
    """Say why the handover cannot be completed by this person: nothing changes hands that was not accepted."""
    if not facts.is_open:
        return Refusal("handover_closed")
    if facts.accepted_by is None:
        return Refusal("handover_not_accepted")
    return None if by in (facts.accepted_by, facts.from_membership) else Refusal("handover_for_another")


def may_be_absent(*, from_on: date, until_on: date, today: date) -> Refusal | None:
    """Say why these days cannot be a planned absence, or None if they can."""
    if until_on < from_on:
        return Refusal("absence_ends_before_it_begins")
    return Refusal("absence_over") if until_on < today else None


def days_away(from_on: date, until_on: date) -> int:
    """How many days, the first and the last included."""
    return (until_on - from_on).days + 1
