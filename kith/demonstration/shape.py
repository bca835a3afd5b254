"""The published shapes that the invented families follow: how many, where, how deprived, how fed.

Source of the gradients: OHID's commentaries on breastfeeding at 6 to 8 weeks describe lower shares where deprivation is
higher and among White mothers; the sizes here are chosen to look like them, not estimated from them.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from kith.feeding.rules.statuses import Milestone
from kith.places.codes.ethnicity import EthnicGroup

Floats = NDArray[np.float64]

SHARE_UNKNOWN = 0.03
SHARE_ONLY_BREAST_OF_FED = 0.68
SHARE_TWINS = 0.015
SHARE_EXPECTING = 0.08
PER_DECILE = 0.11  # log odds for each decile less deprived
PER_GROUP: Mapping[EthnicGroup, float] = {
    EthnicGroup.WHITE: -0.35,
    EthnicGroup.MIXED: 0.1,
    EthnicGroup.ASIAN: 0.55,
    EthnicGroup.BLACK: 0.95,
    EthnicGroup.OTHER: 0.6,
}
# Fewer babies are breastfed at each later milestone: log odds beside those at 6 to 8 weeks.
PER_MILESTONE: Mapping[Milestone, float] = {
    Milestone.FIRST_FEED: 1.05,
    Milestone.DISCHARGE: 0.75,
    Milestone.DAYS_10_14: 0.4,
    Milestone.WEEKS_6_8: 0.0,
    Milestone.MONTHS_6: -0.8,
}


def log_odds_of_feeding(
    deciles: NDArray[np.int64], groups: list[EthnicGroup], time: Floats, shares: tuple[float, float]
) -> Floats:
    """Each family's log odds at 6 to 8 weeks, so that the place's share moves from the first to the second figure.

    ``time`` runs from 0 to 1 over the two years. The published shares count babies not known as not fed.
    """
    lean = PER_DECILE * (deciles - 5.5) + np.array([PER_GROUP[group] for group in groups])
    first, last = (_level(lean, share / (1 - SHARE_UNKNOWN)) for share in shares)
    return np.asarray(lean + first + (last - first) * time)


def share(log_odds: Floats | float) -> Floats:
    """The share that log odds say."""
    return np.asarray(1 / (1 + np.exp(-np.asarray(log_odds))))


def _level(lean: Floats, wanted: float) -> float:
    """The level at which the families' mean share is as wanted, by halving."""
    low, high = -8.0, 8.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if float(share(lean + middle).mean()) < wanted else (low, middle)
    return (low + high) / 2
