"""What caseloads show of the place's plan: how many families have one named person."""

from django.utils.translation import gettext

from kith.caseloads.models.leading import NamedLead
from kith.caseloads.models.unled import Unled
from kith.kernel.choices.place import SMALLEST_COUNT
from kith.platform.access.viewer import Viewer
from kith.platform.ui import formats
from kith.showing.evidence import EvidenceLine
from kith.walls.saying import beyond


@beyond("a share of all families, without a name")
def families_led(_viewer: Viewer, _lang: str) -> EvidenceLine | None:
    """Which share of the families has a named person who leads; nothing while they are few, or few have none."""
    led, unled = NamedLead.objects.current().count(), Unled.objects.count()
    if led < SMALLEST_COUNT.now or 0 < unled < SMALLEST_COUNT.now:
        return None
    share = formats.percent(led / (led + unled), 0)
    return EvidenceLine(gettext("%(share)s of families have one named person who leads") % {"share": share})
