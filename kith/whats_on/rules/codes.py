"""The short code lists of sessions."""

from enum import StrEnum


class Joining(StrEnum):
    """How a family comes to a session."""

    WALK_IN = "walk_in"
    BOOKABLE = "bookable"


class Audience(StrEnum):
    """Who a session is meant for; no family is turned away for coming to another."""

    EVERYONE = "everyone"
    EXPECTING = "expecting"
    WITH_BABY = "with_baby"


class DayWish(StrEnum):
    """When a parent would like to come."""

    ANY = "any"
    TODAY = "today"
    TOMORROW = "tomorrow"
    WEEKDAY = "weekday"
    EVENING = "evening"
    WEEKEND = "weekend"
    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


WEEKDAYS = (
    DayWish.MONDAY,
    DayWish.TUESDAY,
    DayWish.WEDNESDAY,
    DayWish.THURSDAY,
    DayWish.FRIDAY,
    DayWish.SATURDAY,
    DayWish.SUNDAY,
)


class PartOfDay(StrEnum):
    """At what time of day a parent would like to come."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
