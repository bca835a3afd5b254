"""What a place chooses about training."""

from datetime import timedelta

from kith.kernel.choices import Unit, whole
from kith.kernel.choices import marked as _

REMIND_DAYS = whole(
    "education.remind_days",
    _("A person hears that their training ends this long before"),
    60,
    of=(7, 180),
    unit=Unit.DAYS,
    source="local custom; no national value",
)


def soon() -> timedelta:
    """How long before its end a training counts as ending."""
    return timedelta(days=REMIND_DAYS.now)
