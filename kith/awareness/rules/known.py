"""Days and weeks that are known beyond this place, typed in with who calls for them and the year. Pure.

A day that returns on the same dates each year says so. Where the organisers name the days anew each year nothing is
typed in, for no source could be read: the place enters them. It confirms the others with the organisers as it saves.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class KnownDay(StrEnum):
    """By what a known day is told apart."""

    BREASTFEEDING_WEEK = "world-breastfeeding-week"
    MIDWIVES_DAY = "day-of-the-midwife"
    PREMATURITY_DAY = "world-prematurity-day"
    SAFER_SLEEP_WEEK = "safer-sleep-week"
    MATERNAL_MENTAL_HEALTH = "maternal-mental-health-week"
    NATIONAL_BREASTFEEDING_WEEK = "national-breastfeeding-week"


Day = tuple[int, int]
"""A month, and a day in it."""


@dataclass(frozen=True)
class Known:
    """A day or week: who calls for it, the year in which it was typed in, and its dates where they return."""

    key: KnownDay
    called_by: str
    typed_in: int
    first: Day | None = None
    last: Day | None = None

    @property
    def returns(self) -> bool:
        """Whether it is on the same dates each year."""
        return self.first is not None

    @property
    def source(self) -> str:
        """Who says that it is on these days, and the year in which that was read."""
        return f"{self.called_by}, {self.typed_in}"

    def next_dates(self, today: date) -> tuple[date, date] | None:
        """Its next dates, those that run today included; None where the organisers name them anew each year."""
        if self.first is None or self.last is None:
            return None
        year = today.year if date(today.year, *self.last) >= today else today.year + 1
        return date(year, *self.first), date(year, *self.last)


KNOWN: tuple[Known, ...] = (
    Known(KnownDay.BREASTFEEDING_WEEK, "World Alliance for Breastfeeding Action", 2026, (8, 1), (8, 7)),
    Known(KnownDay.MIDWIVES_DAY, "International Confederation of Midwives", 2026, (5, 5), (5, 5)),
    Known(KnownDay.PREMATURITY_DAY, "European Foundation for the Care of Newborn Infants", 2026, (11, 17), (11, 17)),
    Known(KnownDay.SAFER_SLEEP_WEEK, "The Lullaby Trust", 2026),
    Known(KnownDay.MATERNAL_MENTAL_HEALTH, "Perinatal Mental Health Partnership UK", 2026),
    Known(KnownDay.NATIONAL_BREASTFEEDING_WEEK, "Department of Health and Social Care", 2026),
)


def known_day(key: str) -> Known | None:
    """The known day of this key."""
    return next((each for each in KNOWN if each.key == key), None)
