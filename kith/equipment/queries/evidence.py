"""What pumps show of the place's plan: how many there are, and how many are ready to be lent."""

from django.utils.translation import ngettext

from kith.equipment.models.units import Unit
from kith.equipment.rules.codes import UnitState
from kith.platform.access.viewer import Viewer
from kith.platform.ui import formats
from kith.showing.evidence import EvidenceLine

GONE = (UnitState.LOST, UnitState.RETIRED)


def pumps_to_lend(_viewer: Viewer, _lang: str) -> EvidenceLine:
    """How many breast pumps members lend, and how many of them are ready now."""
    states = list(Unit.objects.exclude(state__in=GONE).values_list("state", flat=True))
    ready = sum(state == UnitState.AVAILABLE for state in states)
    words = ngettext(
        "%(count)s breast pump to lend, %(ready)s ready now",
        "%(count)s breast pumps to lend, %(ready)s ready now",
        len(states),
    )
    return EvidenceLine(
        words % {"count": formats.number(len(states)), "ready": formats.number(ready)}, is_gap=not ready
    )
