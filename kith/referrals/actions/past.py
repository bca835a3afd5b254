"""A referral that is over as it is loaded, and the cells of its row and its steps."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from kith.imports.copying import Cells, Tables
from kith.kernel.ids import FamilyId, MembershipId, OrganisationId, ReceiverId, ReferralId, new_uuid
from kith.kernel.refusal import Refusal
from kith.referrals.models.referrals import Referral, ReferralStep
from kith.referrals.rules.clocks import OUTCOME_WITHIN, USUAL_PROMISES, ClockKind, Urgency
from kith.referrals.rules.needs import ReferralNeed
from kith.referrals.rules.referrals import REFERRAL_REASONS, Party, ReferralReason, ReferralState


@dataclass(frozen=True)
class PastReferral:
    """A referral that was answered, and helped with or declined."""

    family_id: FamilyId
    receiver_id: ReceiverId
    receiver_organisation_id: OrganisationId
    need: ReferralNeed
    from_organisation_id: OrganisationId
    from_membership_id: MembershipId
    sent_at: datetime
    answered_at: datetime
    reason: ReferralReason
    ended_at: datetime | None = None  # None: it was declined
    urgency: Urgency = Urgency.ROUTINE
    id: ReferralId = field(default_factory=lambda: ReferralId(new_uuid()))


def referral_row(past: PastReferral) -> Iterator[Cells]:
    """The row of a referral before its first step; Refusal where its reason or its order cannot be."""
    ends = ReferralState.DECLINED if past.ended_at is None else ReferralState.DONE
    if past.reason not in REFERRAL_REASONS[ends]:
        raise Refusal("referral_reason_missing", referral_id=past.id)
    if not past.sent_at <= past.answered_at <= (past.ended_at or past.answered_at):
        raise Refusal("referral_out_of_order", referral_id=past.id)
    yield {
        "id": past.id,
        "family_id": past.family_id,
        "receiver_id": past.receiver_id,
        "need": past.need,
        "urgency": past.urgency,
        "why": "",
        "from_organisation_id": past.from_organisation_id,
        "from_membership_id": past.from_membership_id,
        "begun_at": past.sent_at,
        "stands_beside": True,
        "step_count": 0,
        "state": ReferralState.DRAFT,
        "tries": 0,
        "owner_organisation_id": past.from_organisation_id,
        "clock": "",
    }


def step_rows(past: PastReferral) -> Iterator[Cells]:
    """Sent, answered, and how it went on; each open one with its owner and clock."""
    promise, begins = USUAL_PROMISES[past.urgency], past.answered_at + timedelta(minutes=1)
    due = past.sent_at + promise.answer
    yield _step(past, 1, past.sent_at, ReferralState.SENT, Party.REFERRER, runs=(ClockKind.ANSWER, due))
    if past.ended_at is None:
        yield _step(past, 2, past.answered_at, ReferralState.DECLINED, Party.RECEIVER, reason=past.reason)
        return
    due = past.answered_at + promise.contact
    yield _step(past, 2, past.answered_at, ReferralState.ACCEPTED, Party.RECEIVER, runs=(ClockKind.CONTACT, due))
    due = begins + OUTCOME_WITHIN
    yield _step(past, 3, begins, ReferralState.IN_PROGRESS, Party.RECEIVER, runs=(ClockKind.OUTCOME, due))
    yield _step(past, 4, max(past.ended_at, begins), ReferralState.DONE, Party.RECEIVER, reason=past.reason)


def _step(
    past: PastReferral,
    number: int,
    at: datetime,
    state: ReferralState,
    party: Party,
    *,
    runs: tuple[ClockKind, datetime] | None = None,
    reason: ReferralReason | None = None,
) -> Cells:
    kind, due_at = runs or ("", None)
    return {
        "referral_id": past.id,
        "number": number,
        "at": at,
        "state": state,
        "party": party,
        "membership_id": past.from_membership_id if party is Party.REFERRER else None,
        "reason": reason or "",
        "note": "",
        "tries": 0,
        "owner_organisation_id": past.receiver_organisation_id if runs else None,
        "clock": kind,
        "due_at": due_at,
    }


TABLES: dict[type[Any], Tables] = {PastReferral: ((Referral, referral_row), (ReferralStep, step_rows))}
