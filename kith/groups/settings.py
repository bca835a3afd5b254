"""What a place chooses about what happens before and after a session."""

from kith.groups.rules.attendance import QUIET
from kith.groups.rules.reminders import DAY_BEGINS, HOUR_OF_THE_DAY_BEFORE
from kith.kernel.choices import Unit, whole
from kith.kernel.choices import marked as _

REMINDER_HOUR = whole(
    "groups.reminder_hour",
    _("A family is reminded the day before a session, from this hour on"),
    HOUR_OF_THE_DAY_BEFORE,
    of=(DAY_BEGINS, 19),
    unit=Unit.NOTHING,
    source="local custom; no national value",
)
SETTLED_AFTER_MINUTES = whole(
    "groups.settled_after_minutes",
    _("What is noted on a register can be put right before others hear of it, for"),
    round(QUIET.total_seconds() / 60),
    of=(10, 24 * 60),
    unit=Unit.MINUTES,
    source="local custom; no national value",
)
