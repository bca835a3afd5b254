"""What a place chooses about lending pumps."""

from kith.equipment.rules.codes import Need
from kith.kernel.choices import Unit, whole, yes_no
from kith.kernel.choices import marked as _

_CUSTOM = "local custom; no national value"

FOR_SEPARATED = yes_no(
    "equipment.for_separated", _("Is a pump lent where mother and baby are apart?"), default=True, source=_CUSTOM
)
FOR_PLANS = yes_no(
    "equipment.for_plans", _("Is a pump lent where it is part of a feeding plan?"), default=True, source=_CUSTOM
)
FOR_COST = yes_no(
    "equipment.for_cost", _("Is a pump lent to a family that cannot afford one?"), default=True, source=_CUSTOM
)
LOAN_DAYS = whole("equipment.loan_days", _("A pump is lent for"), 42, of=(7, 183), unit=Unit.DAYS, source=_CUSTOM)
EXTRA_DAYS = whole(
    "equipment.extra_days", _("Kept longer, a pump stays for another"), 28, of=(7, 92), unit=Unit.DAYS, source=_CUSTOM
)
MOST_EXTENSIONS = whole(
    "equipment.most_extensions",
    _("How often a family may keep a pump longer"),
    2,
    of=(0, 10),
    unit=Unit.NOTHING,
    source=_CUSTOM,
)
HOLD_DAYS = whole(
    "equipment.hold_days",
    _("A pump that is ready is kept for a family for"),
    4,
    of=(1, 21),
    unit=Unit.DAYS,
    source=_CUSTOM,
)


def accepted_needs() -> frozenset[Need]:
    """The needs that the place's rule names; a baby in a neonatal unit is always one."""
    chosen = {Need.SEPARATED: FOR_SEPARATED, Need.FEEDING_PLAN: FOR_PLANS, Need.CANNOT_AFFORD: FOR_COST}
    return frozenset({Need.NEONATAL, *(need for need, setting in chosen.items() if setting.now)})
