"""The short code lists of the directory."""

from enum import StrEnum


class Way(StrEnum):
    """How a service is reached."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    PHONE = "phone"


class Feature(StrEnum):
    """How a venue feels: what a parent asks before she sets out."""

    PRAM_ACCESS = "pram_access"
    STEP_FREE = "step_free"
    BUS_NEARBY = "bus_nearby"
    PARKING = "parking"
    PRIVATE_SPACE = "private_space"
    PRAYER_ROOM = "prayer_room"
    CHANGING_TABLE = "changing_table"
    WARM_DRINKS = "warm_drinks"
    BOTTLE_FEEDING_WELCOME = "bottle_feeding_welcome"
    BRING_YOUR_MOTHER = "bring_your_mother"
    PARTNERS_WELCOME = "partners_welcome"
    OLDER_CHILDREN_WELCOME = "older_children_welcome"


class BabyAge(StrEnum):
    """How old the baby is that a search is for."""

    EXPECTED = "expected"
    FIRST_WEEKS = "first_weeks"
    UNDER_SIX_MONTHS = "under_six_months"
    UNDER_ONE = "under_one"
    OLDER = "older"


BABY_MONTHS = {
    BabyAge.FIRST_WEEKS: (0, 1),
    BabyAge.UNDER_SIX_MONTHS: (1, 6),
    BabyAge.UNDER_ONE: (6, 12),
    BabyAge.OLDER: (12, 60),
}
"""From how many months on and under how many a baby born is of each age."""
