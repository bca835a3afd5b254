"""What missed dates show of the place's plan: how many families have said what kept them away."""

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import ngettext

from kith.kernel import clock
from kith.kernel.choices.place import SMALLEST_COUNT
from kith.missed.models import MissedDate
from kith.missed.queries.barriers import may_see_barriers
from kith.platform.access.viewer import Viewer
from kith.platform.ui import formats
from kith.showing.evidence import EvidenceLine
from kith.walls.saying import beyond

BEHIND = timedelta(days=182)


@beyond("a count of the whole place, without a name")
def reasons_told(viewer: Viewer, _lang: str) -> EvidenceLine | None:
    """How many have answered why they could not come, in half a year; nothing while they are few."""
    count = MissedDate.objects.answered().filter(answered_at__gte=clock.now() - BEHIND).count()
    if count < SMALLEST_COUNT.now:
        return None
    words = ngettext(
        "%(count)s family has said why it could not come", "%(count)s families have said why they could not come", count
    )
    address = reverse("barriers") if may_see_barriers(viewer) else ""
    return EvidenceLine(words % {"count": formats.number(count)}, address)
