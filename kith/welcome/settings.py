"""What a place chooses about how it is at its venues."""

from kith.kernel.choices import Unit, whole
from kith.kernel.choices import marked as _
from kith.welcome.rules.profiles import STALE_AFTER_DAYS as USUAL_STALE
from kith.welcome.rules.visits import MEND_WITHIN_DAYS as USUAL_MEND

STALE_AFTER_DAYS = whole(
    "welcome.stale_after_days",
    _("What a parent found at a venue may have changed after"),
    USUAL_STALE,
    of=(90, 731),
    unit=Unit.DAYS,
    source="local custom; no national value",
)
MEND_DAYS = whole(
    "welcome.mend_days",
    _("What a visitor found lacking is to be put right within"),
    USUAL_MEND,
    of=(7, 183),
    unit=Unit.DAYS,
    source="local custom; no national value",
)
