"""How many days with children fall within any thirty, and what is said before a fourth. Pure."""

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum
from typing import NewType

from kith.kernel.refusal import Refusal

RotaDayId = NewType("RotaDayId", int)
# Safeguarding Vulnerable Groups Act 2006, Schedule 4: more than three days in any period of 30 days.
MOST_DAYS = 3
STRETCH = timedelta(days=30)
OLDEST = timedelta(days=92)
FURTHEST = timedelta(days=366)


class NoticeKind(StrEnum):
    """Each is worded in ``kith.rotas.wording``."""

    ROTA_THREE_DAYS = "rota_three_days"
    ROTA_FOURTH_DAY = "rota_fourth_day"


def fullest(days: Collection[date]) -> tuple[date, ...]:
    """The days of the thirty that hold most of them; of several such stretches the first."""
    ordered = sorted(set(days))
    stretches = [tuple(day for day in ordered if first <= day < first + STRETCH) for first in ordered]
    return max(stretches, key=len, default=())


def with_day(day: date, others: Collection[date]) -> int:
    """How many days fall within the fullest thirty that this day is one of."""
    near = {each for each in others if abs(each - day) < STRETCH} | {day}
    firsts = [each for each in near if each <= day]
    return max(sum(first <= each < first + STRETCH for each in near) for first in firsts)


def may_note(day: date, place: str, *, today: date) -> Refusal | None:
    """Say why this day cannot be noted, or None if it can."""
    if not place.strip():
        return Refusal("rota_without_place")
    return None if today - OLDEST <= day <= today + FURTHEST else Refusal("rota_day_too_far")


def may_exceed(count: int, *, is_checked: bool) -> Refusal | None:
    """Say that this is a fourth day within thirty, unless it was said that the check is in place; None for fewer."""
    return None if count <= MOST_DAYS or is_checked else Refusal("rota_fourth_day", count=count)
