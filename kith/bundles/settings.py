"""What a place chooses about bundles."""

from kith.bundles.rules.codes import Criterion
from kith.kernel.choices import Unit, whole, yes_no
from kith.kernel.choices import marked as _

_CUSTOM = "local custom; no national value"

FOR_TEMPORARY = yes_no(
    "bundles.for_temporary", _("Is a bundle given in temporary accommodation?"), default=True, source=_CUSTOM
)
FOR_REFUGE = yes_no("bundles.for_refuge", _("Is a bundle given in a refuge?"), default=True, source=_CUSTOM)
FOR_CRISIS = yes_no("bundles.for_crisis", _("Is a bundle given in a crisis?"), default=True, source=_CUSTOM)
FOR_NO_PLACE = yes_no(
    "bundles.for_no_place",
    _("Is a bundle given where the baby has no safe place to sleep?"),
    default=True,
    source=_CUSTOM,
)
SUPPLY_DAYS = whole(
    "bundles.supply_days", _("A bundle is with the family within"), 2, of=(1, 28), unit=Unit.DAYS, source=_CUSTOM
)
RECHECK_DAYS = whole(
    "bundles.recheck_days",
    _("A new temporary address is looked at within"),
    7,
    of=(1, 28),
    unit=Unit.DAYS,
    source=_CUSTOM,
)


def accepted_criteria() -> frozenset[Criterion]:
    """The criteria by which a bundle is given here without a person's decision."""
    chosen = {
        Criterion.TEMPORARY: FOR_TEMPORARY,
        Criterion.REFUGE: FOR_REFUGE,
        Criterion.CRISIS: FOR_CRISIS,
        Criterion.NO_SAFE_PLACE: FOR_NO_PLACE,
    }
    return frozenset(criterion for criterion, setting in chosen.items() if setting.now)
