"""What a place chooses about panels and the answers to what they found."""

from kith.kernel.choices import Unit, whole
from kith.kernel.choices import marked as _

ANSWER_DAYS, LATE = 28, 7
_CUSTOM = "local custom; no national value"

FINDING_DAYS = whole(
    "panels.finding_days",
    _("A service is asked to answer what a panel found within"),
    ANSWER_DAYS,
    of=(7, 120),
    unit=Unit.DAYS,
    source=_CUSTOM,
)
LATE_DAYS = whole(
    "panels.late_days",
    _("A late answer to a panel finds a manager after"),
    LATE,
    of=(1, 60),
    unit=Unit.DAYS,
    source=_CUSTOM,
)
