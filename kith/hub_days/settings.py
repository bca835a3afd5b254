"""What a place chooses about a day with no internet."""

from kith.kernel.choices import Unit, whole
from kith.kernel.choices import marked as _

LOCKS_AFTER_MINUTES = whole(
    "hub_days.locks_after_minutes",
    _("A day on a phone closes by itself when nobody touches it for"),
    10,
    of=(1, 60),
    unit=Unit.MINUTES,
    source="local custom; no national value",
)
LATE_AFTER_DAYS = whole(
    "hub_days.late_after_days",
    _("What a phone noted is looked at by a person first when it comes later than its day by"),
    7,
    of=(1, 60),
    unit=Unit.DAYS,
    source="local custom; no national value",
)
FORGOTTEN_AFTER_DAYS = whole(
    "hub_days.forgotten_after_days",
    _("What a phone noted, once it stands in the register, is erased here after"),
    30,
    of=(7, 365),
    unit=Unit.DAYS,
    source="local custom; no national value",
)
