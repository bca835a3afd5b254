"""Keeping a person out at once, and letting them in again."""

from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.organisations.actions.people import administered
from kith.organisations.events import MembershipEnded
from kith.organisations.rules import SuspensionReason, may_act_on
from kith.platform import audit, outbox
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.sign_in.accounts import end_sessions


@action
def suspend_membership(*, by: Actor, membership_id: MembershipId, reason: SuspensionReason) -> None:
    """Keep a worker out from their next request on, everywhere, and hand their work on as on a last day.

    Who they are is looked up with every request; the sessions they have had open nothing even once it is lifted.
    """
    row = administered(by, membership_id)
    if refusal := may_act_on(membership_id, by=by.membership_id):
        raise refusal
    if row.suspended_at:
        return
    row.suspended_at = clock.now()
    row.save(update_fields=["suspended_at"])
    end_sessions(row.account)
    audit.record(by, "organisations.membership_suspended", row, reason=reason)
    outbox.append(MembershipEnded(membership_id))


@action
def lift_suspension(*, by: Actor, membership_id: MembershipId) -> None:
    """Let a worker in again, who signs in anew; what was handed on stays where it is."""
    row = administered(by, membership_id)
    if row.suspended_at is None:
        return
    row.suspended_at = None
    row.save(update_fields=["suspended_at"])
    audit.record(by, "organisations.suspension_lifted", row)
