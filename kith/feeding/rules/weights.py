"""What a baby's weight says in numbers, and when it leads to a person. Pure; no score, no chart, no verdict.

NICE NG75 1.1.1 to 1.1.3: some loss is common and usually stops at about 3 or 4 days; most babies are back at their
birth weight by 3 weeks; a loss of *more than* 10 % leads to a clinical assessment. So 10.0 % exactly leads to no
person. Places add steps above it (12 % and 12.5 % are common); none can take the first step away or raise it.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from enum import StrEnum

from kith.kernel.refusal import Refusal

NATIONAL_STEP = Decimal(10)
HIGHEST_STEP = Decimal(25)
REGAINED_BY = 21  # days of age; a place may ask earlier, never later
EARLIEST_REGAINED_BY = 10
LIGHTEST, HEAVIEST = 200, 40_000  # grams; beyond these it is not a young child's weight in grams
LONGEST_WHAT_TO_DO = 100
# A change beyond these shares of the weight before is asked about once more: nearly always a slip of the finger.
LOSS_TO_CONFIRM = Decimal(15)
GAIN_TO_CONFIRM, GAIN_TO_CONFIRM_A_DAY = Decimal(5), Decimal(3)


class Where(StrEnum):
    """Where a baby was weighed."""

    HOME = "home"
    HOSPITAL = "hospital"
    CLINIC = "clinic"
    HUB = "hub"
    ELSEWHERE = "elsewhere"


class Reason(StrEnum):
    """Why something on a baby's record leads to a person."""

    LOSS = "loss"
    REGAIN = "regain"
    ANSWER = "answer"


@dataclass(frozen=True)
class Compared:
    """A weight beside the weight at birth, both in grams."""

    birth_g: int
    now_g: int

    @property
    def less_g(self) -> int:
        """How many grams less than at birth; negative where it is more."""
        return self.birth_g - self.now_g

    def is_more_than(self, percent: Decimal) -> bool:
        """Whether more than this many per cent of the birth weight are lost: exact, without a division."""
        return self.less_g * 100 > percent * self.birth_g

    def percent(self, steps: Iterable[Decimal] = (NATIONAL_STEP,)) -> Decimal:
        """The loss in per cent of the birth weight (negative: a gain), with as few decimals as tell it from each step.

        10.004 % lost is more than 10 %, so it is never shown as 10.0 %.
        """
        exact = Decimal(self.less_g * 100) / self.birth_g
        for decimals in range(1, 6):
            shown = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_EVEN)
            if all((shown > step) == self.is_more_than(step) for step in steps):
                return shown
        return exact


def step_passed(compared: Compared, steps: Collection[Decimal]) -> Decimal | None:
    """The highest step of the ladder that the loss is more than; the national one always counts."""
    passed = [step for step in {NATIONAL_STEP, *steps} if compared.is_more_than(step)]
    return max(passed, default=None)


def is_late_to_regain(compared: Compared, *, age_days: int, regained_by: int = REGAINED_BY) -> bool:
    """Whether the baby is below its birth weight on a day by which most have reached it again."""
    return compared.less_g > 0 and age_days >= regained_by


def may_weigh(grams: int, *, weighed_at: datetime, born_on: date, now: datetime, day: date) -> Refusal | None:
    """Say why a weight cannot be written down, or None if it can; ``day`` is the day it was weighed on here."""
    if not LIGHTEST <= grams <= HEAVIEST:
        return Refusal("not_in_grams", grams=grams, lightest=LIGHTEST, heaviest=HEAVIEST)
    if weighed_at > now:
        return Refusal("weighed_in_future")
    if day < born_on:
        return Refusal("weighed_before_birth", born_on=born_on)
    return None


def needs_confirming(grams: int, *, before_g: int, days_between: int) -> bool:
    """Whether the change since the weight before is so large that the number is asked for once more, never refused."""
    lost, gained = (before_g - grams) * 100, (grams - before_g) * 100
    most_gained = GAIN_TO_CONFIRM + GAIN_TO_CONFIRM_A_DAY * max(days_between, 0)
    return lost > LOSS_TO_CONFIRM * before_g or gained > most_gained * before_g


def check_step(above_percent: Decimal) -> Refusal | None:
    """Say why a place cannot add this step to its ladder, or None if it can."""
    if above_percent <= NATIONAL_STEP:
        return Refusal("step_not_above_national", national=NATIONAL_STEP)
    if above_percent > HIGHEST_STEP:
        return Refusal("step_too_high", highest=HIGHEST_STEP)
    return None


def check_regained_by(days: int) -> Refusal | None:
    """Say why a place cannot ask by this day of age, or None if it can."""
    if not EARLIEST_REGAINED_BY <= days <= REGAINED_BY:
        return Refusal("regained_by_out_of_range", earliest=EARLIEST_REGAINED_BY, latest=REGAINED_BY)
    return None


def age_days(born_on: date, day: date) -> int:
    """How many days old on that day."""
    return (day - born_on) // timedelta(days=1)
