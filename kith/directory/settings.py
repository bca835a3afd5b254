"""What a place chooses about its listings."""

from kith.directory.rules.listing import REVIEW_EVERY
from kith.kernel.choices import Unit, whole
from kith.kernel.choices import marked as _

REVIEW_DAYS = whole(
    "directory.review_days",
    _("A listing is checked again after"),
    REVIEW_EVERY.days,
    of=(28, 366),
    unit=Unit.DAYS,
    source="half a year; Open Referral UK asks that a service be assured within three months (90 days)",
)
