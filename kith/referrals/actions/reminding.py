"""Reminders: who has to be reminded is, once; and what was forgotten with the referrer expires."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from kith.families.actions.locking import lock_family
from kith.families.queries.reach import consent_held
from kith.families.rules.codes import Purpose
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.platform import audit
from kith.platform.access.viewer import Actor
from kith.platform.action import action_in_parts
from kith.referrals.actions.steps import take_step
from kith.referrals.actions.telling import tell_of_clock
from kith.referrals.models.referrals import Referral, ReferralReminder
from kith.referrals.rules.clocks import ClockKind, ReminderLevel, Urgency, is_forgotten, reminders_due
from kith.referrals.rules.referrals import Move, Party, ReferralReason, ReferralState

SOON = timedelta(hours=24)


@action_in_parts
def remind_of_referrals(*, by: Actor) -> int:
    """Remind and expire what is due by now, each in a transaction of its own; safe to run twice. Says how many."""
    due = Referral.objects.open().filter(due_at__lte=clock.now() + SOON).order_by("due_at", "pk")
    return sum(_remind(pk, by) for pk in list(due.values_list("pk", flat=True)))


@transaction.atomic
def _remind(referral_id: UUID, by: Actor) -> int:
    row = Referral.objects.select_related("receiver").get(pk=referral_id)
    lock_family(FamilyId(row.family_id))
    row.refresh_from_db()
    if row.due_at is None:
        return 0
    if row.state != ReferralState.DRAFT and _lapsed(row):
        take_step(by, row, Move(ReferralState.WITHDRAWN, ReferralReason.CONSENT_WITHDRAWN), party=Party.SYSTEM)
        return 1
    kind, now = ClockKind(row.clock), clock.now()
    if is_forgotten(kind, row.due_at, now=now):
        take_step(by, row, Move(ReferralState.EXPIRED), party=Party.SYSTEM)
        return 1
    promise = row.receiver.promise(Urgency(row.urgency))
    levels = reminders_due(kind, row.due_at, promise, now=now)
    new = [level for level in levels if _is_new(row, row.due_at, level)]
    for level in new:
        # Once it is late no person is told any more that it soon will be.
        if level is not ReminderLevel.BEFORE or ReminderLevel.BREACH not in levels:
            tell_of_clock(row, level)
    if new:
        audit.record(by, "referrals.referral_chased", row, family_id=FamilyId(row.family_id), levels=[*new])
    return len(new)


def _is_new(row: Referral, due_at: datetime, level: ReminderLevel) -> bool:
    """Note the reminder; False where it went out before."""
    _, is_new = ReferralReminder.objects.get_or_create(
        referral=row, clock=row.clock, due_at=due_at, level=level.value, defaults={"at": clock.now()}
    )
    return is_new


def _lapsed(row: Referral) -> bool:
    """Whether the family's word to the receiver was for a time that is over."""
    return consent_held(FamilyId(row.family_id), row.receiver.owner_id, Purpose.REFERRAL) is None
