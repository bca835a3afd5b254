"""Everything about the families that is drawn at once, as arrays: reproducible from one seed."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from kith.demonstration import shape
from kith.demonstration.communities import COMMUNITIES
from kith.feeding.rules.statuses import WINDOWS, Milestone
from kith.kernel.quarter import Quarter
from kith.places.facts.shape import PlaceFacts

WHOLE_QUARTERS = 7
LONGEST_TO_GO = 210  # days before birth at which the earliest families are known
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Draws:
    """One entry a family in each array. ``birth`` counts days from today; families after it are expecting."""

    birth: Ints
    ward: Ints
    decile: Ints
    community: Ints
    feeding_log_odds: Floats
    chance: Floats  # several uniform numbers a family: (families, KINDS)

    def __len__(self) -> int:
        return len(self.birth)


KINDS = 28


def first_birth(today: date) -> date:
    """The first birthday: its baby is due on the first day of the first whole quarter shown."""
    quarter = Quarter.of(today)
    for _ in range(WHOLE_QUARTERS):
        quarter = quarter.previous()
    return quarter.first_day - timedelta(days=WINDOWS[Milestone.WEEKS_6_8].due)


def usual_count(place: PlaceFacts, today: date) -> int:
    """How many families give the place its yearly births over these two years, with those now expecting."""
    births = place.births_a_year * (today - first_birth(today)).days / 365.25
    return round(births / (1 - shape.SHARE_EXPECTING) / (1 + shape.SHARE_TWINS))


def draw(rng: np.random.Generator, place: PlaceFacts, count: int, today: date) -> Draws:
    """Draw where each family lives, who it is and when its baby comes."""
    span = (today - first_birth(today)).days
    is_expecting = rng.random(count) < shape.SHARE_EXPECTING
    birth = np.where(is_expecting, rng.integers(1, LONGEST_TO_GO, count), -rng.integers(0, span + 1, count))
    infants = np.array([ward.infants for ward in place.wards], dtype=float)
    ward = rng.choice(len(place.wards), size=count, p=infants / infants.sum())
    decile = _within(rng, ward, [_shares(each.neighbourhoods_by_decile) for each in place.wards]) + 1
    community = _within(rng, ward, [_communities(each.ethnic_mix.shares()) for each in place.wards])
    groups = [COMMUNITIES[at].group for at in community]
    time = np.clip((birth + span) / span, 0, 1)
    log_odds = shape.log_odds_of_feeding(decile, groups, time, place.feeding_from_to)
    return Draws(birth, ward, decile, community, log_odds, rng.random((count, KINDS)))


def _within(rng: np.random.Generator, ward: Ints, shares: list[Floats]) -> Ints:
    """One draw a family from its own ward's shares."""
    steps = np.cumsum(np.array(shares), axis=1)[ward]
    drawn: Ints = (rng.random((len(ward), 1)) > steps[:, :-1]).sum(axis=1)
    return drawn


def _shares(counts: tuple[int, ...]) -> Floats:
    given = np.array(counts, dtype=float)
    return np.asarray(given / given.sum())


def _communities(groups: dict[str, float]) -> Floats:
    given = np.array([groups[each.group.value] * each.weight for each in COMMUNITIES])
    return np.asarray(given / given.sum())
