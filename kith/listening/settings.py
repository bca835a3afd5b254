"""What a place chooses about the reading of stories."""

from datetime import timedelta

from kith.kernel.choices import Unit, whole
from kith.kernel.choices import marked as _
from kith.listening.rules.reading import READ_FROM, READ_UNTIL, WITHIN, Hours

_CUSTOM = "local custom; no national value"

READ_FROM_HOUR = whole(
    "listening.read_from_hour",
    _("Stories are read from this hour"),
    READ_FROM,
    of=(0, 12),
    unit=Unit.HOURS,
    source=_CUSTOM,
)
READ_UNTIL_HOUR = whole(
    "listening.read_until_hour",
    _("Stories are read until this hour"),
    READ_UNTIL,
    of=(13, 24),
    unit=Unit.HOURS,
    source=_CUSTOM,
)
READ_WITHIN_MINUTES = whole(
    "listening.read_within_minutes",
    _("In these hours a story is read within"),
    WITHIN.seconds // 60,
    of=(5, 240),
    unit=Unit.MINUTES,
    source=_CUSTOM,
)


def reading_hours() -> Hours:
    """When stories are read here, and within how long."""
    return Hours(READ_FROM_HOUR.now, READ_UNTIL_HOUR.now, timedelta(minutes=READ_WITHIN_MINUTES.now))
