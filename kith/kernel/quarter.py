"""Financial quarters: Q1 begins on 1 April."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, order=True)
class Quarter:
    """A quarter of a financial year; ``year`` is the one in which the financial year begins."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if self.number not in (1, 2, 3, 4):
            raise ValueError(f"quarter: number must be 1 to 4, not {self.number}")

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """The quarter in which the day lies."""
        if day.month < 4:
            return cls(day.year - 1, 4)
        return cls(day.year, (day.month - 1) // 3)

    @property
    def first_day(self) -> date:
        """Its first day."""
        return date(self.year + 1, 1, 1) if self.number == 4 else date(self.year, 3 * self.number + 1, 1)

    @property
    def last_day(self) -> date:
        """Its last day."""
        return self.next().first_day - timedelta(days=1)

    @property
    def label(self) -> str:
        """The usual short name ("Q1 2025-26")."""
        return f"Q{self.number} {self.year}-{(self.year + 1) % 100:02d}"

    def next(self) -> "Quarter":
        """The quarter after it."""
        return Quarter(self.year + 1, 1) if self.number == 4 else Quarter(self.year, self.number + 1)

    def previous(self) -> "Quarter":
        """The quarter before it."""
        return Quarter(self.year - 1, 4) if self.number == 1 else Quarter(self.year, self.number - 1)

    def __str__(self) -> str:
        return self.label
