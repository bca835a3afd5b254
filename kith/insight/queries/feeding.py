"""Feeding at 6 to 8 weeks over some quarters, as a page shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kith.insight.drafts import publication_rules
from kith.insight.rules.figures import Change, Figure, PublicationRules, change
from kith.kernel.quarter import Quarter
from kith.places.facts.england import FEEDING_6_8_WEEKS, FeedingInEngland

QUARTERS_SHOWN = 9  # two years, and one to compare


@dataclass(frozen=True)
class Feeding:
    """Each quarter's figure, the change over those that are complete, and which release of a quarter corrects it."""

    figures: list[Figure]
    change: Change | None
    rules: PublicationRules
    england: FeedingInEngland
    corrected: Mapping[Quarter, int] = field(default_factory=dict)


def feeding_of(figures: list[Figure], corrected: Mapping[Quarter, int] | None = None) -> Feeding:
    """The figures with what is said beside them."""
    return Feeding(figures, change(figures), publication_rules(), FEEDING_6_8_WEEKS, corrected or {})


def quarters_until(last: Quarter, count: int = QUARTERS_SHOWN) -> list[Quarter]:
    """So many quarters up to this one, oldest first."""
    row = [last]
    while len(row) < count:
        row.append(row[-1].previous())
    return row[::-1]
