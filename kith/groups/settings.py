"""What a place chooses for its sessions."""

from datetime import timedelta

from kith.groups.rules.offers import ANSWER_WITHIN
from kith.kernel.choices import Unit, whole
from kith.kernel.choices import marked as _

OFFER_HOURS = whole(
    "groups.offer_hours",
    _("A family answers an offered place, the night not counted, within"),
    ANSWER_WITHIN // timedelta(hours=1),
    of=(2, 26),
    unit=Unit.HOURS,
    source="local custom; no national value",
)
