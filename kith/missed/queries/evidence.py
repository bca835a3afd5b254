"""What missed dates show of the place's plan: how many families have said what kept them away."""

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import ngettext

from kith.kernel import clock
from kith.missed.queries.barriers import barriers, may_see_barriers
from kith.platform.access.viewer import Viewer
from kith.platform.ui import formats
from kith.showing.evidence import EvidenceLine

BEHIND = timedelta(days=182)


def reasons_told(viewer: Viewer, lang: str) -> EvidenceLine | None:
    """How many have answered why they could not come, in half a year; nothing while they, or the others, are few."""
    if not may_see_barriers(viewer):
        return None
    page = barriers(viewer, clock.today() - BEHIND, clock.today(), lang=lang)
    if page.answered is None:
        return None
    count, _asked = page.answered
    words = ngettext(
        "%(count)s family has said why it could not come", "%(count)s families have said why they could not come", count
    )
    return EvidenceLine(words % {"count": formats.number(count)}, reverse("barriers"))
