"""Logs, expenses, absences, supervision, and which pairs a person should look at. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NewType

from kith.kernel.refusal import Refusal
from kith.kernel.steps import StatusMachine

PeerExpenseId = NewType("PeerExpenseId", int)
HelpCallId = NewType("HelpCallId", int)
OLDEST = timedelta(days=92)
"""An expense or a log is told within so long."""
LONGEST_AWAY = timedelta(days=183)
MOST_MILES = 300
MOST_PENCE = 30_000


class HowTalked(StrEnum):
    """How a supporter and a mother were in touch."""

    CALL = "call"
    MESSAGE = "message"
    MET = "met"


class HowItWent(StrEnum):
    """What the supporter says of it: nothing of the mother."""

    WELL = "well"
    NO_ANSWER = "no_answer"
    UNSURE = "unsure"


class PeerCost(StrEnum):
    """What a supporter has spent money on."""

    MILEAGE = "mileage"
    CHILDCARE = "childcare"
    OTHER = "other"


class PaidState(StrEnum):
    """How an expense stands."""

    CLAIMED = "claimed"
    APPROVED = "approved"
    REFUSED = "refused"
    PAID = "paid"


class LookAt(StrEnum):
    """Why a pair should be looked at."""

    SILENT = "silent"
    TOO_OFTEN = "too_often"
    TOO_LONG = "too_long"


PAYING: StatusMachine[PaidState] = StatusMachine(
    {
        PaidState.CLAIMED: {PaidState.APPROVED, PaidState.REFUSED},
        PaidState.APPROVED: {PaidState.PAID, PaidState.REFUSED},
        PaidState.REFUSED: set(),
        PaidState.PAID: set(),
    }
)
MINUTES = (10, 30, 60, 120)
"""How long a log can say that it took."""


@dataclass(frozen=True)
class NewCost:
    """What was spent, on which day: miles of a journey, or pence."""

    kind: PeerCost
    spent_on: date
    miles: int = 0
    pence: int = 0


@dataclass(frozen=True)
class Pair:
    """What is known of a pair without a word of what was said: since when, and on which days they were in touch."""

    since: date
    days: Sequence[date]


def may_claim(cost: NewCost, *, today: date) -> Refusal | None:
    """Say why this cannot be claimed, or None if it can."""
    if cost.spent_on > today:
        return Refusal("peer_cost_in_the_future")
    if cost.spent_on < today - OLDEST:
        return Refusal("peer_cost_too_old")
    if cost.kind is PeerCost.MILEAGE:
        return None if 1 <= cost.miles <= MOST_MILES else Refusal("peer_cost_without_miles")
    return None if 1 <= cost.pence <= MOST_PENCE else Refusal("peer_cost_without_pounds")


def may_decide(state: PaidState, *, after: PaidState, why: str) -> Refusal | None:
    """Say why an expense cannot come to this state, or None if it can."""
    if not PAYING.allows(state, after=after):
        return Refusal("changed_since")
    return Refusal("peer_cost_refused_without_words") if state is PaidState.REFUSED and not why.strip() else None


def may_be_away(from_on: date, until_on: date, *, today: date) -> Refusal | None:
    """Say why these days cannot be noted as away, or None if they can."""
    if until_on < max(from_on, today):
        return Refusal("peer_away_ends_too_soon")
    return Refusal("peer_away_too_long") if until_on - from_on > LONGEST_AWAY else None


def may_supervise(held_on: date, next_on: date, *, today: date, words: str) -> Refusal | None:
    """Say why this supervision cannot be noted, or None if it can."""
    if held_on > today:
        return Refusal("supervision_in_the_future")
    if next_on <= today:
        return Refusal("supervision_without_next")
    return None if words.strip() else Refusal("supervision_without_words")


def may_take(count: int, most: int) -> Refusal | None:
    """Say why a supervisor cannot take one supporter more, or None if they can."""
    return Refusal("supervisor_full") if count >= most else None


def to_look_at(pair: Pair, *, today: date, silent: int, often: int, weeks: int) -> tuple[LookAt, ...]:
    """Why a pair should be looked at: so many days silent, more often than so in a week, longer than so many weeks."""
    last = max(pair.days, default=pair.since)
    in_week = sum(today - timedelta(days=7) < day <= today for day in pair.days)
    told = (
        (LookAt.SILENT, (today - last).days >= silent),
        (LookAt.TOO_OFTEN, in_week > often),
        (LookAt.TOO_LONG, today - pair.since >= timedelta(weeks=weeks)),
    )
    return tuple(each for each, is_so in told if is_so)
