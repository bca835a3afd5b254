"""What a study asks about, and by which way its answers come. Pure."""

from enum import StrEnum
from typing import NewType

StudyId = NewType("StudyId", int)
LONGEST_WORDS = 3000


class About(StrEnum):
    """Which support a study asks about."""

    ANY = "any"
    GROUPS = "groups"
    COURSES = "courses"
    PEER_SUPPORT = "peer_support"
    HOME_VISITS = "home_visits"
    EQUIPMENT = "equipment"
    ADVICE = "advice"


class Used(StrEnum):
    """Whether the person has used that support."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class AskedHow(StrEnum):
    """By which way an answer to a study came."""

    OPEN_LINK = "open_link"
    PRIVATE_LINK = "private_link"
    INTERVIEW = "interview"


class EthnicGroup(StrEnum):
    """The five groups of the national collection, for counts of few people."""

    WHITE = "white"
    MIXED = "mixed"
    ASIAN = "asian"
    BLACK = "black"
    OTHER = "other"
    NOT_TO_SAY = "not_to_say"
