"""England's own figures, for a line to compare with."""

from dataclasses import dataclass

from kith.places.facts import sources
from kith.places.facts.shape import Source


@dataclass(frozen=True)
class FeedingInEngland:
    """England's share of babies totally or partially breastfed at 6 to 8 weeks in one financial year."""

    year: str
    share: float
    source: Source


FEEDING_6_8_WEEKS = FeedingInEngland("2023-24", 0.527, sources.FEEDING_ENGLAND)
