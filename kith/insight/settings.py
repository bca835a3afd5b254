"""What a place chooses about its published numbers; the national values are to be confirmed, hence settings."""

from kith.kernel.choices import marked as _
from kith.kernel.choices import share

_RULE = (
    "Office for Health Improvement and Disparities, breastfeeding at 6 to 8 weeks: validation rules, known from memory"
)

KNOWN_AT_LEAST = share(
    "insight.feeding_known_at_least", _("Share of babies whose feeding must be known"), 0.95, source=_RULE
)
BIRTHS_WITHIN = share(
    "insight.feeding_births_within", _("How far the babies due may be from the births, as a share"), 0.20, source=_RULE
)
