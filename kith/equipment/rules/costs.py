"""What a pump costs for each loan and each week of use, and when a new one is to be bought. Pure."""

from dataclasses import dataclass
from datetime import date

WEEK, YEAR = 7, 365.25


@dataclass(frozen=True)
class Use:
    """How a pump was used since it came: loans, days with a family, and families it helped to their goal."""

    came_on: date
    price_pence: int | None
    loans: int
    days_out: int
    helped: int
    answered: int
    lasts_years: int

    def replace_on(self) -> date:
        """When a new one is to be bought."""
        try:
            return self.came_on.replace(year=self.came_on.year + self.lasts_years)
        except ValueError:  # the 29th of February
            return self.came_on.replace(year=self.came_on.year + self.lasts_years, day=28)

    def share_out(self, today: date) -> float:
        """The share of its days that it was with a family."""
        return self.days_out / max((today - self.came_on).days, 1)

    def pence_a_week(self) -> int | None:
        """What a week with a family has cost so far."""
        if self.price_pence is None or not self.days_out:
            return None
        return round(self.price_pence * WEEK / self.days_out)
