"""What a place chooses about steps that are late."""

from kith.kernel.choices import Unit, whole
from kith.kernel.choices import marked as _
from kith.tasks.rules.next_steps import LATE_AFTER

LATE_AFTER_DAYS = whole(
    "tasks.late_after_days",
    _("A manager hears of a next step that is late by"),
    LATE_AFTER.days,
    of=(1, 30),
    unit=Unit.DAYS,
    source="local custom; no national value",
)
