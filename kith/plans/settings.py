"""What a place chooses about its plan."""

from kith.kernel.choices import Unit, whole
from kith.kernel.choices import marked as _

LATE_AFTER_DAYS = whole(
    "plans.late_after_days",
    _("A manager is told of a step of the plan so long after its day"),
    7,
    of=(1, 90),
    unit=Unit.DAYS,
    source="local custom; no national value",
)
