"""When advice may be shown as it stands, and where it comes from."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Provenance:
    """Who says so, where, who answers for it here, and when it is looked at again."""

    source: str
    address: str
    review_on: date

    def is_past_review(self, today: date) -> bool:
        """Whether somebody should have looked at it again by now."""
        return self.review_on < today


# Signs as the hospital of Milton Keynes and the NHS publish them: domain facts, section 5.
ILLNESS_IN_A_BABY = Provenance(
    source="Milton Keynes University Hospital, NHS", address="https://www.mkuh.nhs.uk/", review_on=date(2027, 3, 31)
)
