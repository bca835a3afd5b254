"""Writing the next step of a referral: its new state, clock and owner, the audit, and word to the other end."""

from dataclasses import dataclass
from datetime import datetime

from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId, OrganisationId, TeamId
from kith.platform import audit
from kith.platform.access.viewer import Actor
from kith.referrals.actions.telling import tell_of_step
from kith.referrals.models.referrals import Referral, ReferralStep
from kith.referrals.rules.clocks import ReferralClock, Urgency, clock_after
from kith.referrals.rules.referrals import Move, Party, ReferralReason, ReferralState, owner_of, tries_after


@dataclass(frozen=True)
class Owner:
    """Whose a referral is: an organisation, perhaps its team, perhaps one person there."""

    organisation_id: OrganisationId | None = None
    team_id: TeamId | None = None
    membership_id: MembershipId | None = None


def owner_after(row: Referral, to: ReferralState, by: Actor) -> Owner:
    """Whose the referral is once it is there; the worker there who takes it on keeps it."""
    side = owner_of(to, is_self=row.is_self)
    if side is None:
        return Owner()
    if side is Party.REFERRER:
        return Owner(OrganisationId(row.from_organisation_id or 0), None, MembershipId(row.from_membership_id or 0))
    person = by.membership_id if row.receiver.owner_id in by.organisation_ids and to is not ReferralState.SENT else None
    team_id = TeamId(row.receiver.team_id) if row.receiver.team_id else None
    return Owner(row.receiver.owner_id, team_id, person)


def take_step(by: Actor, row: Referral, move: Move, *, party: Party) -> ReferralStep:
    """Add the step, which moves the referral; nothing here asks whether it may (the database refuses a second one)."""
    now, owner, tries = clock.now(), owner_after(row, move.to, by), tries_after(row.facts(), move.to)
    runs = clock_after(row.running, move, at=now, promise=row.receiver.promise(Urgency(row.urgency)))
    step = _add(by, row, move, owner, runs, at=now, party=party, tries=tries)
    tell_of_step(by, row, step)
    return step


def give_to(by: Actor, row: Referral, owner: Owner, *, reason: ReferralReason) -> ReferralStep:
    """Add a step that changes nothing but whose the referral is."""
    move = Move(ReferralState(row.state), reason)
    return _add(by, row, move, owner, row.running, at=clock.now(), party=Party.SYSTEM, tries=row.tries)


def _add(
    by: Actor,
    row: Referral,
    move: Move,
    owner: Owner,
    runs: ReferralClock | None,
    *,
    at: datetime,
    party: Party,
    tries: int,
) -> ReferralStep:
    step = ReferralStep.objects.create(
        referral=row,
        number=row.step_count + 1,
        at=at,
        state=move.to,
        party=party,
        membership_id=by.membership_id,
        reason=move.reason or "",
        note=move.note.strip(),
        offer_id=move.receiver_id,
        until_on=move.until_on,
        tries=tries,
        owner_organisation_id=owner.organisation_id,
        owner_team_id=owner.team_id,
        owner_membership_id=owner.membership_id,
        clock=runs.kind if runs else "",
        due_at=runs.due_at if runs else None,
        left=runs.left if runs else None,
    )
    row.refresh_from_db()
    facts = {"need": row.need, "reason": step.reason, "number": step.number}
    audit.record(by, f"referrals.referral_{step.state}", row, family_id=FamilyId(row.family_id), **facts)
    return step
