"""What a place chooses about asking families why they could not come."""

from kith.kernel.choices import Unit, whole
from kith.kernel.choices import marked as _
from kith.missed.rules.asking import REST_DAYS as USUAL_REST

REST_DAYS = whole(
    "missed.rest_days",
    _("A family that could not come is not asked why about the same group again within"),
    USUAL_REST,
    of=(7, 92),
    unit=Unit.DAYS,
    source="local custom; no national value",
)
