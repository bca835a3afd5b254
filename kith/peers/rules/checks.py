"""Which check a supporter needs, and whether it holds. Pure.

To mind children in place of their parents, more than now and then, is regulated activity with children, supervised or
not (Crime and Policing Act 2026): it needs an enhanced check with the children's barred list. For any other work that
list must not be asked for: to ask is an offence (Police Act 1997, section 123).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from kith.kernel.refusal import Refusal
from kith.peers.rules.codes import CheckLevel, CheckState, ChildWork

MOST_DAYS, WITHIN = 3, timedelta(days=30)
"""On more than so many days within such a time, over all organisations, minding children counts as frequent."""
_AFTER = {
    CheckState.NOT_NEEDED: frozenset({CheckState.BARRED}),
    CheckState.ASKED: frozenset({CheckState.CLEAR, CheckState.NOT_CLEAR, CheckState.BARRED}),
    CheckState.CLEAR: frozenset({CheckState.NOT_CLEAR, CheckState.BARRED}),
    CheckState.NOT_CLEAR: frozenset({CheckState.CLEAR, CheckState.BARRED}),
    CheckState.BARRED: frozenset[CheckState](),
}


@dataclass(frozen=True)
class CheckFacts:
    """One check: its level, what it has come to, until when it counts."""

    level: CheckLevel
    state: CheckState
    until_on: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether a supporter with this check may support families on that day."""
        if self.state is CheckState.NOT_NEEDED:
            return True
        return self.state is CheckState.CLEAR and self.until_on is not None and self.until_on >= day


def may_decide(work: ChildWork, level: CheckLevel, reason: str) -> Refusal | None:
    """Say why this level cannot be decided for this work, or None if it can."""
    if work is ChildWork.MINDS and level is not CheckLevel.BARRED_LIST:
        return Refusal("check_too_low")
    if work is not ChildWork.MINDS and level is CheckLevel.BARRED_LIST:
        return Refusal("check_too_high")
    return None if reason.strip() else Refusal("check_without_reason")


def may_answer(state: CheckState, *, after: CheckState, on: date, today: date, until_on: date | None) -> Refusal | None:
    """Say why this answer cannot be noted, or None if it can."""
    if state not in _AFTER[after]:
        return Refusal("changed_since")
    if on > today:
        return Refusal("check_in_the_future")
    if state is CheckState.CLEAR and (until_on is None or until_on < today):
        return Refusal("check_too_old")
    return None


def is_fourth_day(days: list[date], new: date) -> bool:
    """Whether with the new day there would be more than three days of minding children within some thirty days."""
    near = sorted({*days, new})
    return any(sum(first <= day < first + WITHIN for day in near) > MOST_DAYS for first in near)
