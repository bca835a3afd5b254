"""The clocks of a referral: what is promised for how urgent it is, what stops a clock, and who is reminded when. Pure.

Clocks run by day and by night, at weekends and on bank holidays: a baby is fed on those too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from kith.kernel.clock import LONDON
from kith.referrals.rules.referrals import CLOSED, Move, ReferralReason, ReferralState

DRAFT_LASTS = timedelta(days=14)
OUTCOME_WITHIN = timedelta(days=90)
FORGOTTEN_AFTER = timedelta(days=28)
LONGEST_LEAD = timedelta(hours=24)


class Urgency(StrEnum):
    """How soon a family needs help. What is urgent for a baby's health is no referral but a call."""

    ROUTINE = "routine"
    SOON = "soon"
    URGENT = "urgent"


class ClockKind(StrEnum):
    """What a clock waits for."""

    DRAFT = "draft"
    ANSWER = "answer"
    INFORMATION = "information"
    CONTACT = "contact"
    OUTCOME = "outcome"
    RETURN = "return"


class ReminderLevel(StrEnum):
    """Who is reminded: before it is late the owner, when it is late both ends, and then the manager."""

    BEFORE = "before"
    BREACH = "breach"
    MANAGER = "manager"


@dataclass(frozen=True)
class Promise:
    """Within how many hours a receiver answers, and after that speaks with the family."""

    answer_hours: int
    contact_hours: int

    @property
    def answer(self) -> timedelta:
        """The time until the answer."""
        return timedelta(hours=self.answer_hours)

    @property
    def contact(self) -> timedelta:
        """The time from the answer until they have spoken."""
        return timedelta(hours=self.contact_hours)


USUAL_PROMISES: Mapping[Urgency, Promise] = {
    Urgency.ROUTINE: Promise(72, 168),
    Urgency.SOON: Promise(24, 72),
    Urgency.URGENT: Promise(4, 24),
}


@dataclass(frozen=True)
class ReferralClock:
    """What runs, until when; ``left`` is what the promise had left when a pause began."""

    kind: ClockKind
    due_at: datetime
    left: timedelta | None = None


def clock_after(before: ReferralClock | None, move: Move, *, at: datetime, promise: Promise) -> ReferralClock | None:
    """The clock once the referral is there: some moves start one, some pause it, some let it run on."""
    answer, contact = promise.answer, promise.contact
    if move.to in CLOSED:
        return None
    started = {
        ReferralState.DRAFT: ReferralClock(ClockKind.DRAFT, at + DRAFT_LASTS),
        ReferralState.SENT: ReferralClock(ClockKind.ANSWER, at + answer),
        ReferralState.ACCEPTED: ReferralClock(ClockKind.CONTACT, at + contact),
        ReferralState.TRIED: ReferralClock(ClockKind.CONTACT, at + contact),
        ReferralState.IN_PROGRESS: ReferralClock(ClockKind.OUTCOME, at + OUTCOME_WITHIN),
        ReferralState.NO_CONTACT: ReferralClock(ClockKind.RETURN, at + contact),
    }
    if move.to in started:
        return started[move.to]
    assert before is not None
    if move.to is ReferralState.MORE_NEEDED:
        return ReferralClock(ClockKind.INFORMATION, at + answer, left=before.due_at - at)
    if move.to is ReferralState.RECEIVED and before.left is not None:
        return ReferralClock(ClockKind.ANSWER, at + before.left)
    if move.reason is ReferralReason.PARENT_ASKED and move.until_on:
        left = max(before.due_at - at, timedelta())
        return ReferralClock(ClockKind.CONTACT, _morning(move.until_on) + left, left=left)
    return before


def time_left(clock: ReferralClock, state: ReferralState, *, now: datetime) -> timedelta:
    """What is left of the time promised, pauses not counted; negative once it is late."""
    return clock.left if clock.left is not None and is_paused(clock, state, now=now) else clock.due_at - now


def is_paused(clock: ReferralClock, state: ReferralState, *, now: datetime) -> bool:
    """Whether the receiver's clock stands still."""
    if clock.left is None:
        return False
    return state is ReferralState.MORE_NEEDED or now < clock.due_at - clock.left


def allowed(kind: ClockKind, promise: Promise) -> timedelta:
    """How long a clock of this kind runs from beginning to end."""
    match kind:
        case ClockKind.DRAFT:
            return DRAFT_LASTS
        case ClockKind.ANSWER | ClockKind.INFORMATION:
            return promise.answer
        case ClockKind.CONTACT | ClockKind.RETURN:
            return promise.contact
        case ClockKind.OUTCOME:
            return OUTCOME_WITHIN


def reminders_due(kind: ClockKind, due_at: datetime, promise: Promise, *, now: datetime) -> tuple[ReminderLevel, ...]:
    """Who should have been reminded by now; a quarter of the time, at most a day, lies between one and the next."""
    if kind is ClockKind.DRAFT:
        return ()
    lead = min(LONGEST_LEAD, allowed(kind, promise) / 4)
    at = {
        ReminderLevel.BEFORE: due_at - lead,
        ReminderLevel.BREACH: due_at,
        ReminderLevel.MANAGER: due_at + lead,
    }
    return tuple(level for level, instant in at.items() if now >= instant)


def is_forgotten(kind: ClockKind, due_at: datetime, *, now: datetime) -> bool:
    """Whether it has run out: a draft by its clock, what waits on the referrer four weeks after. Never a sent one."""
    if kind is ClockKind.DRAFT:
        return now >= due_at
    return kind in (ClockKind.INFORMATION, ClockKind.RETURN) and now >= due_at + FORGOTTEN_AFTER


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(9), LONDON)
