"""What events are told apart by. Pure."""

from enum import StrEnum
from typing import NewType

EventId = NewType("EventId", int)
LONGEST_SHORT = 240
"""A short text goes into one post; more is cut off by most networks' previews."""
LONGEST_LONG = 2000


class EventKind(StrEnum):
    """A day or a week that is known beyond this place, or something that begins here."""

    AWARENESS = "awareness"
    LAUNCH = "launch"


class Channel(StrEnum):
    """Where a member can share."""

    WEBSITE = "website"
    SOCIAL = "social"
    POSTER = "poster"
    SCREEN = "screen"
    NEWSLETTER = "newsletter"
    IN_PERSON = "in_person"
