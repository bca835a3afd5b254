"""The short code lists of welcome. Pure."""

from enum import StrEnum
from typing import NewType

PhotoId = NewType("PhotoId", int)
VisitId = NewType("VisitId", int)
ImprovementId = NewType("ImprovementId", int)
LONGEST_LINE = 200
LONGEST_WORDS = 1000


class Criterion(StrEnum):
    """What a parent asks before she sets out; what a yes means is written down beside each."""

    PRAM = "pram"
    STEP_FREE = "step_free"
    BUS = "bus"
    PARKING = "parking"
    TOILETS = "toilets"
    CHANGING_TABLE = "changing_table"
    PRIVACY = "privacy"
    PRAYER_ROOM = "prayer_room"
    WARM_DRINKS = "warm_drinks"
    WHO_IS_THERE = "who_is_there"
    BOTTLE_FEEDING = "bottle_feeding"
    YOUR_MOTHER = "your_mother"
    PARTNERS = "partners"
    OLDER_CHILDREN = "older_children"


class Answer(StrEnum):
    """Whether it is so."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_KNOWN = "not_known"


class Agreement(StrEnum):
    """How those who are in a photo stand to its being shown."""

    NOBODY_SHOWN = "nobody_shown"
    ALL_AGREED = "all_agreed"


class ImprovementEnd(StrEnum):
    """What became of something to put right."""

    DONE = "done"
    CANNOT = "cannot"
