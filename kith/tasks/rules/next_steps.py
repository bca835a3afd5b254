"""What is to be done next for a family, who does it and when; and how it may end. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kith.kernel.ids import MembershipId
from kith.kernel.refusal import Refusal

FURTHEST = timedelta(days=730)
LONGEST_WORDS = 200
LONGEST_OUTCOME = 500
LATE_AFTER = timedelta(days=3)


class StepKind(StrEnum):
    """An ordinary step, the one call that stays when everything else falls silent, or a sign that led to a worker.

    A sign ends only with what was found and done.
    """

    ORDINARY = "ordinary"
    BEREAVEMENT_CALL = "bereavement_call"
    SIGN = "sign"


class StepEnd(StrEnum):
    """How a step ended; one that was handed on goes on as a new one."""

    DONE = "done"
    HANDED_ON = "handed_on"
    DROPPED = "dropped"
    BEREAVED = "bereaved"
    CONSENT_WITHDRAWN = "consent_withdrawn"


class DropReason(StrEnum):
    """Why a step need not be done any more."""

    NOT_WANTED = "not_wanted"
    DONE_BY_OTHERS = "done_by_others"
    NOT_REACHED = "not_reached"
    NO_LONGER_NEEDED = "no_longer_needed"


@dataclass(frozen=True)
class StepEntry:
    """A step as a worker enters it."""

    what: str
    due_on: date
    owner: MembershipId


@dataclass(frozen=True)
class StepFacts:
    """A step as far as its end depends on it."""

    is_open: bool
    due_on: date


def may_add_step(what: str, *, due_on: date, today: date, owner_works: bool, owner_may_open: bool) -> Refusal | None:
    """Say why this cannot be the owner's next step, or None if it can."""
    if not what.strip():
        return Refusal("step_says_nothing")
    if len(what) > LONGEST_WORDS:
        return Refusal("step_too_long", most=LONGEST_WORDS)
    if due_on < today:
        return Refusal("step_due_in_past")
    if due_on > today + FURTHEST:
        return Refusal("step_due_too_far")
    return _wrong_owner(owner_works=owner_works, owner_may_open=owner_may_open)


def may_finish(kind: StepKind, outcome: str) -> Refusal | None:
    """Say why the step is not done with these words, or None if it is; a sign needs what was found and done."""
    if kind is StepKind.SIGN and not outcome.strip():
        return Refusal("say_what_was_found")
    if len(outcome) > LONGEST_OUTCOME:
        return Refusal("outcome_too_long", most=LONGEST_OUTCOME)
    return None


def may_drop(kind: StepKind) -> Refusal | None:
    """Say why the step cannot be dropped, or None if it can: a sign is answered or handed on, never dropped."""
    return Refusal("sign_is_not_dropped") if kind is StepKind.SIGN else None


def may_hand_on(step: StepFacts, *, is_same_owner: bool, owner_works: bool, owner_may_open: bool) -> Refusal | None:
    """Say why the step cannot go to another worker, or None if it can; what is late stays as late as it was."""
    if not step.is_open:
        return Refusal("step_is_over")
    if is_same_owner:
        return Refusal("step_is_hers_already")
    return _wrong_owner(owner_works=owner_works, owner_may_open=owner_may_open)


def _wrong_owner(*, owner_works: bool, owner_may_open: bool) -> Refusal | None:
    if not owner_works:
        return Refusal("owner_has_left")
    return None if owner_may_open else Refusal("owner_may_not_open")
