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
