"""Ages as practitioners say them: days at first, then weeks, months and years."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Age:
    """How old a person is on a day."""

    days: int

    @classmethod
    def of(cls, born_on: date, on: date) -> "Age":
        """The age on that day; ValueError before birth."""
        if on < born_on:
            raise ValueError("age: the day lies before the birth")
        return cls((on - born_on).days)

    @property
    def weeks(self) -> int:
        """Whole weeks."""
        return self.days // 7


def whole_months(born_on: date, on: date) -> int:
    """Whole months of age on that day."""
    months = (on.year - born_on.year) * 12 + on.month - born_on.month
    return months - (on.day < born_on.day)
