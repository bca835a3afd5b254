"""Pure decisions about sessions and places."""

from kith.groups.rules.codes import (
    LIVE_STATES,
    MOST_PLACES,
    WEEKDAYS,
    Attendance,
    Audience,
    BookingState,
    DayWish,
    Joining,
    PartOfDay,
)
from kith.groups.rules.places import (
    FEW_PLACES,
    PlaceWish,
    SessionFacts,
    Waiting,
    may_book,
    may_cancel,
    may_wait,
    places_shown,
    who_moves_up,
)
from kith.groups.rules.times import EVENING_BEGINS, HOURS, is_evening, is_weekend, suits_day

__all__ = [
    "EVENING_BEGINS",
    "FEW_PLACES",
    "HOURS",
    "LIVE_STATES",
    "MOST_PLACES",
    "WEEKDAYS",
    "Attendance",
    "Audience",
    "BookingState",
    "DayWish",
    "Joining",
    "PartOfDay",
    "PlaceWish",
    "SessionFacts",
    "Waiting",
    "is_evening",
    "is_weekend",
    "may_book",
    "may_cancel",
    "may_wait",
    "places_shown",
    "suits_day",
    "who_moves_up",
]
