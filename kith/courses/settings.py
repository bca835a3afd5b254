"""What a place chooses about courses."""

from kith.kernel.choices import Unit, whole
from kith.kernel.choices import marked as _

FOLLOW_UP_DAYS = whole(
    "courses.follow_up_days",
    _("After a course each mother is followed up within"),
    7,
    of=(1, 60),
    unit=Unit.DAYS,
    source="local custom; no national value",
)
