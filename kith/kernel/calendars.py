"""Calendar files (RFC 5545), whatever they hold: by London's clocks, with the rules by which these change.

As rules, one for summer and one for winter, since readers take of a list of days but the first (docs/decisions/0038).
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from kith.kernel import clock

GMT, BST = timedelta(0), timedelta(hours=1)
CHANGES_SINCE = 1996
"""By these rules Europe has changed its clocks since then."""


def calendar_file(what: str, entries: Sequence[Event], *, method: str) -> Calendar:
    """A file of these entries: ``method`` is PUBLISH, or CANCEL for one that takes them out again."""
    file = Calendar()
    file.add("prodid", f"-//Kith//{what}//EN")
    file.add("version", "2.0")
    file.add("method", method)
    file.add_component(_london())
    for entry in entries:
        file.add_component(entry)
    return file


def calendar_text(file: Calendar) -> str:
    """The file as it is sent."""
    return bytes(file.to_ical()).decode()


def by_london(instant: datetime) -> datetime:
    """By the clocks of the place, but in the hour that comes twice a year, which only UTC tells apart."""
    local = clock.local(instant)
    comes_twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return instant.astimezone(UTC) if comes_twice else local


def _london() -> Timezone:
    """How the clocks of London change: on the last Sundays of March and October, at one in the morning GMT."""
    zone = Timezone()
    zone.add("tzid", clock.LONDON.key)
    for part, name, month, hour, before, after in (
        (TimezoneDaylight(), "BST", 3, 1, GMT, BST),
        (TimezoneStandard(), "GMT", 10, 2, BST, GMT),
    ):
        part.add("tzname", name)
        part.add("dtstart", _last_sunday(month).replace(hour=hour))
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        zone.add_component(part)
    return zone


def _last_sunday(month: int) -> datetime:
    last = datetime(CHANGES_SINCE, month, 31)  # noqa: DTZ001  # by the clocks of the place, as the format wants it
    return last - timedelta(days=(last.weekday() + 1) % 7)
