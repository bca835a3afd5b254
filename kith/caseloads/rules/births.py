"""What is next for a family around the birth, as a midwife who leads it sees it. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

NEAR = timedelta(days=14)
# Midwives hand over to health visitors between ten and fourteen days after the birth, where all is well.
HANDED_OVER_FROM = timedelta(days=10)
HANDED_OVER_BY = timedelta(days=14)


class BirthStep(StrEnum):
    """A birth that is near, a baby in the first days, a family to be handed over."""

    DUE = "due"
    BORN = "born"
    HAND_OVER = "hand_over"


@dataclass(frozen=True)
class NextBirthStep:
    """What is next, and the day it hangs on: when the baby is due, was born, or is to be handed over by."""

    step: BirthStep
    on: date


def next_birth_step(*, youngest_born_on: date | None, due_on: date | None, today: date) -> NextBirthStep | None:
    """What is next around a birth; None for a family whose baby is not near. A birth to come is the next of all."""
    if due_on is not None:
        return NextBirthStep(BirthStep.DUE, due_on) if due_on - today <= NEAR else None
    if youngest_born_on is None:
        return None
    if today - youngest_born_on < HANDED_OVER_FROM:
        return NextBirthStep(BirthStep.BORN, youngest_born_on)
    return NextBirthStep(BirthStep.HAND_OVER, youngest_born_on + HANDED_OVER_BY)
