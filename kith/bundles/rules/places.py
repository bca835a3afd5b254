"""Which advice belongs to which sleeping place, and when a new place is looked at. Pure.

On the back, in a clear and firm place of its own, in the room of the parents, everywhere; and what is dangerous here.
A sofa is always the most dangerous place to fall asleep with a baby.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kith.bundles.rules.codes import SleepingPlace


class Advice(StrEnum):
    """One sentence of the advice."""

    BACK = "back"
    CLEAR = "clear"
    SAME_ROOM = "same_room"
    WARM = "warm"
    SMOKE = "smoke"
    SOFA = "sofa"
    FEEDING_AT_NIGHT = "feeding_at_night"
    SHARED_BED = "shared_bed"
    SHARED_ROOM = "shared_room"
    NO_COT_THERE = "no_cot_there"
    HEATING = "heating"
    WARD = "ward"
    MOVE = "move"


EVERYWHERE = (Advice.BACK, Advice.CLEAR, Advice.SAME_ROOM, Advice.WARM, Advice.SMOKE, Advice.SOFA, Advice.SHARED_BED)
HERE: dict[SleepingPlace, tuple[Advice, ...]] = {
    SleepingPlace.OWN_HOME: (Advice.FEEDING_AT_NIGHT,),
    SleepingPlace.SHARED_FLAT: (Advice.SHARED_ROOM, Advice.FEEDING_AT_NIGHT, Advice.MOVE),
    SleepingPlace.BED_AND_BREAKFAST: (Advice.NO_COT_THERE, Advice.HEATING, Advice.FEEDING_AT_NIGHT, Advice.MOVE),
    SleepingPlace.REFUGE: (Advice.SHARED_ROOM, Advice.FEEDING_AT_NIGHT, Advice.MOVE),
    SleepingPlace.SOFA: (Advice.NO_COT_THERE, Advice.SHARED_ROOM, Advice.MOVE),
    SleepingPlace.HOSPITAL: (Advice.WARD, Advice.FEEDING_AT_NIGHT),
    SleepingPlace.OTHER: (Advice.NO_COT_THERE, Advice.HEATING, Advice.FEEDING_AT_NIGHT, Advice.MOVE),
}


def advice_for(place: SleepingPlace) -> tuple[Advice, ...]:
    """The advice for this place: what is dangerous here first, then what is true everywhere."""
    here = HERE[place]
    first = (Advice.SOFA,) if place is SleepingPlace.SOFA else ()
    return (*first, *here, *(each for each in EVERYWHERE if each not in first))


@dataclass(frozen=True)
class Clock:
    """Since when a family lives at a new temporary address, and by when its sleeping place is looked at again."""

    moved_on: date
    due_on: date
    is_done: bool = False

    def is_overdue(self, today: date) -> bool:
        """Whether the day has passed."""
        return not self.is_done and self.due_on < today


def recheck_due(moved_on: date, *, days: int) -> date:
    """By when the new place is looked at."""
    return moved_on + timedelta(days=days)
