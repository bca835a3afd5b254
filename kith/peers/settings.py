"""What a place chooses about peer supporters."""

from kith.kernel.choices import Unit, whole
from kith.kernel.choices import marked as _

CHECK_WEEKS = whole(
    "peers.check_weeks",
    _("A check of a peer supporter counts for"),
    156,
    of=(52, 260),
    unit=Unit.WEEKS,
    source="local custom; no national value",
)
REMIND_DAYS = whole(
    "peers.remind_days",
    _("Those who look after peer supporters hear this long before a check ends"),
    60,
    of=(7, 180),
    unit=Unit.DAYS,
    source="local custom; no national value",
)
