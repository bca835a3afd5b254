"""What a place chooses about leads and their families: sizes and days are local custom, not national values."""

from kith.kernel.choices import Unit, whole
from kith.kernel.choices import marked as _

_LOCAL = "local custom; no national value"

USUAL_CASELOAD = whole(
    "caseloads.usual_caseload",
    _("Families that one person usually leads"),
    250,
    of=(1, 2000),
    unit=Unit.FAMILIES,
    source="Institute of Health Visiting: at most 250 children under 5 for a full-time health visitor",
)
COVER_TOLD_AFTER_DAYS = whole(
    "caseloads.cover_told_after_days",
    _("Families are told who covers, for an absence longer than"),
    7,
    of=(1, 60),
    unit=Unit.DAYS,
    source=_LOCAL,
)
BREAKS_SEEN_DAYS_AHEAD = whole(
    "caseloads.breaks_seen_days_ahead",
    _("A lead that is about to end is told of beforehand"),
    14,
    of=(1, 120),
    unit=Unit.DAYS,
    source=_LOCAL,
)
MIDWIFE_ENDS_AFTER_DAYS = whole(
    "caseloads.midwife_ends_after_days",
    _("Midwives lead until the baby is so old"),
    28,
    of=(5, 120),
    unit=Unit.DAYS,
    source="postnatal care by midwives ends by 28 days (custom of English maternity services)",
)
