"""What a place chooses for its sessions."""

from datetime import timedelta

from kith.groups.rules.attendance import QUIET
from kith.groups.rules.offers import ANSWER_WITHIN
from kith.groups.rules.reminders import EARLIEST_HOUR, LATEST_HOUR, USUAL_HOUR
from kith.kernel.choices import Unit, whole
from kith.kernel.choices import marked as _

OFFER_HOURS = whole(
    "groups.offer_hours",
    _("A family answers an offered place, the night not counted, within"),
    ANSWER_WITHIN // timedelta(hours=1),
    of=(2, 26),
    unit=Unit.HOURS,
    source="local custom; no national value",
)
REMINDER_HOUR = whole(
    "groups.reminder_hour",
    _("A family is reminded the day before a session, from this hour on"),
    USUAL_HOUR,
    of=(EARLIEST_HOUR, LATEST_HOUR),
    unit=Unit.NOTHING,
    source="local custom; no national value",
)
SETTLED_AFTER_MINUTES = whole(
    "groups.settled_after_minutes",
    _("What is noted on a register can be put right before other rooms hear of it, for"),
    QUIET // timedelta(minutes=1),
    of=(10, 24 * 60),
    unit=Unit.MINUTES,
    source="local custom; no national value",
)
