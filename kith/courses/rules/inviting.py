"""Who is invited by name, and what came of it. Pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kith.courses.rules.codes import InvitationAnswer
from kith.kernel.refusal import Refusal

WEEKS_AFTER = timedelta(weeks=1)


@dataclass(frozen=True)
class FirstInvited:
    """Which families the course is to reach first: those of these wards, or of these languages."""

    wards: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    def include(self, *, ward: str, speaks: str) -> bool:
        """Whether a family is among them, as far as the record knows."""
        wanted = {each.partition("-")[0] for each in self.languages}
        return bool(ward and ward in self.wards) or speaks.partition("-")[0] in wanted


@dataclass(frozen=True)
class Invited:
    """An invitation as it is counted: of which group, what she said, and whether she came to at least one date."""

    group: str
    has_accepted: bool
    came: bool


def suits(due_on: date | None, *, begins_on: date) -> bool:
    """Whether a family expects a baby that is not due before the course begins."""
    return due_on is not None and due_on >= begins_on + WEEKS_AFTER


def may_invite(*, has_begun: bool, is_bereaved: bool, was_invited: bool, is_on_it: bool) -> Refusal | None:
    """Say why a family is not invited, or None if it can be."""
    if is_bereaved:
        return Refusal("nobody_is_invited")
    if has_begun:
        return Refusal("course_begun", offer="other_sessions")
    if is_on_it:
        return Refusal("already_on_course")
    return Refusal("course_invited_already") if was_invited else None


def may_answer(answer: InvitationAnswer, *, is_on_it: bool) -> Refusal | None:
    """Say why this cannot be noted, or None if it can: who has a place has accepted."""
    return Refusal("invited_is_on_it") if is_on_it and answer is not InvitationAnswer.ACCEPTED else None


def counted(invited: Iterable[Invited], groups: Collection[str]) -> dict[str, tuple[int, int, int]]:
    """For each group how many were offered a place by name, accepted, and came."""
    counts = {group: [0, 0, 0] for group in groups}
    for each in invited:
        row = counts.setdefault(each.group, [0, 0, 0])
        row[0] += 1
        row[1] += each.has_accepted
        row[2] += each.has_accepted and each.came
    return {group: (row[0], row[1], row[2]) for group, row in counts.items()}
