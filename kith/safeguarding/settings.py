"""What a place chooses about those who visit alone."""

from kith.kernel.choices import Unit, whole
from kith.kernel.choices import marked as _
from kith.safeguarding.rules.safety import MANAGER_AFTER

MANAGER_AFTER_MINUTES = whole(
    "safeguarding.manager_after_minutes",
    _("A manager hears of a visitor who is not back after"),
    MANAGER_AFTER.seconds // 60,
    of=(5, 120),
    unit=Unit.MINUTES,
    source="the place's own lone working policy",
)
