"""What parents come for."""

from enum import StrEnum


class Need(StrEnum):
    """One thing a parent comes for."""

    IT_HURTS = "it_hurts"
    NOT_ENOUGH_MILK = "not_enough_milk"
    IS_BABY_GETTING_ENOUGH = "is_baby_getting_enough"
    LATCHING = "latching"
    BOTTLE_FEEDING = "bottle_feeding"
    MIXED_FEEDING = "mixed_feeding"
    EXPRESSING = "expressing"
    BEFORE_THE_BIRTH = "before_the_birth"
    SPECIAL_CARE = "special_care"
    STARTING_SOLIDS = "starting_solids"
    SAFER_SLEEP = "safer_sleep"
    SOMEONE_TO_TALK_TO = "someone_to_talk_to"
