"""Very many referrals that are over, at once: for imports and demonstrations."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction

from kith.care import rules
from kith.care.models import Referral, ReferralStep
from kith.care.rules import ClockKind, Party, ReferralNeed, ReferralReason, ReferralState, Urgency
from kith.kernel.ids import FamilyId, MembershipId, OrganisationId, ReceiverId, ReferralId, new_uuid
from kith.kernel.refusal import Refusal
from kith.platform import access, audit
from kith.platform.access import Actor, Permission
from kith.platform.imports import copy_rows

_REFERRAL = (
    "id", "family_id", "receiver_id", "need", "urgency", "why", "from_organisation_id", "from_membership_id",
    "begun_at", "stands_beside", "step_count", "state", "tries", "owner_organisation_id", "clock",
)  # fmt: skip
_STEP = (
    "referral_id", "number", "at", "state", "party", "membership_id", "reason", "note", "tries",
    "owner_organisation_id", "owner_membership_id", "clock", "due_at",
)  # fmt: skip


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
    answered_by: MembershipId | None = None
    urgency: Urgency = Urgency.ROUTINE
    id: ReferralId = field(default_factory=lambda: ReferralId(new_uuid()))


@transaction.atomic
def load_referrals(*, by: Actor, referrals: Iterable[PastReferral]) -> int:
    """Write all of them down with their steps, or none, and say how many; needs the right to administer."""
    access.require(by, Permission.ADMINISTER)
    past = list(referrals)
    for each in past:
        _check(each)
    copy_rows(Referral, _REFERRAL, (_referral(each) for each in past))
    copy_rows(ReferralStep, _STEP, (step for each in past for step in _steps(each)))
    audit.record(by, "care.referrals_loaded", Referral(), count=len(past))
    return len(past)


def _check(past: PastReferral) -> None:
    ends = ReferralState.DECLINED if past.ended_at is None else ReferralState.DONE
    if past.reason not in rules.REFERRAL_REASONS[ends]:
        raise Refusal("referral_reason_missing", referral_id=past.id)
    if not past.sent_at <= past.answered_at <= (past.ended_at or past.answered_at):
        raise Refusal("referral_out_of_order", referral_id=past.id)


def _referral(past: PastReferral) -> tuple[object, ...]:
    return (
        past.id,
        past.family_id,
        past.receiver_id,
        past.need.value,
        past.urgency.value,
        "",
        past.from_organisation_id,
        past.from_membership_id,
        past.sent_at,
        True,
        0,
        ReferralState.DRAFT.value,
        0,
        past.from_organisation_id,
        "",
    )


def _steps(past: PastReferral) -> Iterator[tuple[object, ...]]:
    """Sent, answered, and how it went on; each open one with its owner and clock."""
    promise, begins = rules.USUAL_PROMISES[past.urgency], past.answered_at + timedelta(minutes=1)
    due = past.sent_at + promise.answer
    yield _step(past, 1, past.sent_at, ReferralState.SENT, Party.REFERRER, runs=(ClockKind.ANSWER, due))
    if past.ended_at is None:
        yield _step(past, 2, past.answered_at, ReferralState.DECLINED, Party.RECEIVER, reason=past.reason)
        return
    due = past.answered_at + promise.contact
    yield _step(past, 2, past.answered_at, ReferralState.ACCEPTED, Party.RECEIVER, runs=(ClockKind.CONTACT, due))
    due = begins + rules.OUTCOME_WITHIN
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
) -> tuple[object, ...]:
    kind, due_at = runs or ("", None)
    who = past.from_membership_id if party is Party.REFERRER else past.answered_by
    return (
        past.id,
        number,
        at,
        state.value,
        party.value,
        who,
        reason.value if reason else "",
        "",
        0,
        past.receiver_organisation_id if runs else None,
        past.answered_by if runs and state is not ReferralState.SENT else None,
        str(kind),
        due_at,
    )
