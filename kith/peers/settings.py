"""What a place chooses about peer supporters."""

from kith.kernel.choices import Unit, whole
from kith.kernel.choices import marked as _

_CUSTOM = "local custom; no national value"
PENCE_A_MILE = whole(
    "peers.pence_a_mile",
    _("A peer supporter is paid so many pence for a mile"),
    45,
    of=(1, 100),
    unit=Unit.NOTHING,
    source="HM Revenue and Customs, mileage for volunteer drivers",
)
MOST_SUPERVISED = whole(
    "peers.most_supervised",
    _("One person supervises at most so many peer supporters"),
    8,
    of=(1, 30),
    unit=Unit.PEOPLE,
    source=_CUSTOM,
)
SILENT_DAYS = whole(
    "peers.silent_days",
    _("A mother and her supporter count as silent after"),
    14,
    of=(5, 60),
    unit=Unit.DAYS,
    source=_CUSTOM,
)
MOST_A_WEEK = whole(
    "peers.most_a_week",
    _("So often a week, a mother and her supporter are in touch without a look at it"),
    5,
    of=(1, 20),
    unit=Unit.NOTHING,
    source=_CUSTOM,
)
LONGEST_WEEKS = whole(
    "peers.longest_weeks",
    _("A supporter usually stays with a mother at most"),
    26,
    of=(6, 104),
    unit=Unit.WEEKS,
    source=_CUSTOM,
)
CHECK_WEEKS = whole(
    "peers.check_weeks",
    _("A check of a peer supporter counts for"),
    156,
    of=(52, 260),
    unit=Unit.WEEKS,
    source=_CUSTOM,
)
REMIND_DAYS = whole(
    "peers.remind_days",
    _("Those who look after peer supporters hear this long before a check ends"),
    60,
    of=(7, 180),
    unit=Unit.DAYS,
    source=_CUSTOM,
)
