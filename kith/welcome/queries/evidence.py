"""What venues show of the place's plan: at how many a parent or a worker has looked lately."""

from django.utils.translation import ngettext

from kith.kernel.ids import VenueId
from kith.platform.access.viewer import Viewer
from kith.platform.ui import formats
from kith.showing.evidence import EvidenceLine
from kith.welcome.models.profiles import VenueAnswer
from kith.welcome.queries.profiles import checked_of


def venues_visited(_viewer: Viewer, _lang: str) -> EvidenceLine:
    """At how many venues how it feels was looked at lately, and at how many of them by a parent."""
    described = VenueAnswer.objects.order_by().values_list("venue_id", flat=True).distinct()
    fresh = [each for each in checked_of([VenueId(pk) for pk in described]).values() if not each.is_stale]
    words = ngettext(
        "How it feels to come was looked at in %(count)s venue, in %(parents)s by a parent",
        "How it feels to come was looked at in %(count)s venues, in %(parents)s by a parent",
        len(fresh),
    )
    by_parent = sum(each.by_parent for each in fresh)
    said = {"count": formats.number(len(fresh)), "parents": formats.number(by_parent)}
    return EvidenceLine(words % said, is_gap=not fresh)
