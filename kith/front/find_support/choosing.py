"""What a visitor looks for, and what is let go when nothing fits."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from kith.directory.queries.search import Sought
from kith.directory.rules.codes import BabyAge, Feature
from kith.directory.rules.needs import Need
from kith.whats_on.queries.finding import Timing
from kith.whats_on.rules.codes import DayWish, PartOfDay

WALKING_KMH = 4.0
"""With a pram, and streets are longer than the line on the map."""
DETOUR = 1.3
LONGEST_WALK_MINUTES = 30
KM_IN_A_MILE = 1.609344


class Visit(StrEnum):
    """Where the parent would like to be."""

    EITHER = "either"
    IN_PERSON = "in_person"
    ONLINE = "online"


class Letting(StrEnum):
    """A wish that can be let go."""

    DAY = "day"
    VISIT = "visit"
    ACCESS = "access"
    COST = "cost"
    AGE = "age"
    LANGUAGE = "language"
    NEED = "need"


@dataclass(frozen=True)
class Wish:
    """Everything the parent would like."""

    need: Need | None = None
    words: str = ""
    day: DayWish = DayWish.ANY
    part: PartOfDay | None = None
    language: str = ""
    visit: Visit = Visit.EITHER
    features: tuple[Feature, ...] = ()
    is_free: bool = False
    age: BabyAge | None = None

    @property
    def sought(self) -> Sought:
        """What services and venues must be."""
        return Sought(self.need, self.words, self.language, self.features, self.is_free, self.age)

    @property
    def timing(self) -> Timing:
        """When, and in which way."""
        return Timing(
            self.day,
            self.part,
            in_person=self.visit is not Visit.ONLINE,
            at_a_distance=self.visit is not Visit.IN_PERSON,
        )

    @property
    def held(self) -> tuple[Letting, ...]:
        """The wishes that can still be let go, the least costly first and what she comes for last."""
        is_held = {
            Letting.DAY: self.day is not DayWish.ANY or self.part is not None,
            Letting.VISIT: self.visit is not Visit.EITHER,
            Letting.ACCESS: bool(self.features),
            Letting.COST: self.is_free,
            Letting.AGE: self.age is not None,
            Letting.LANGUAGE: bool(self.language),
            Letting.NEED: self.need is not None or bool(self.words),
        }
        return tuple(letting for letting, held in is_held.items() if held)

    def without(self, letting: Letting) -> "Wish":
        """The same with one wish let go."""
        return replace(self, **_LET_GO[letting])


_LET_GO: dict[Letting, dict[str, Any]] = {
    Letting.DAY: {"day": DayWish.ANY, "part": None},
    Letting.VISIT: {"visit": Visit.EITHER},
    Letting.ACCESS: {"features": ()},
    Letting.COST: {"is_free": False},
    Letting.AGE: {"age": None},
    Letting.LANGUAGE: {"language": ""},
    Letting.NEED: {"need": None, "words": ""},
}


def widenings(wish: Wish) -> Iterator[tuple[Wish, tuple[Letting, ...]]]:
    """The wish as it is, then with one after another let go."""
    let_go: tuple[Letting, ...] = ()
    yield wish, let_go
    for letting in wish.held:
        wish, let_go = wish.without(letting), (*let_go, letting)
        yield wish, let_go


def minutes_on_foot(kilometres: float) -> int | None:
    """About how long the walk takes, to the next five minutes; None where it is no walk."""
    minutes = kilometres * DETOUR / WALKING_KMH * 60
    return max(5, round(minutes / 5) * 5) if minutes <= LONGEST_WALK_MINUTES else None


def miles(kilometres: float) -> int:
    """The distance in whole miles, as the signs here give it."""
    return max(1, round(kilometres / KM_IN_A_MILE))
