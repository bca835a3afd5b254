"""What venues show of the place's plan: at how many a parent or a worker has looked lately."""

from datetime import timedelta

from django.utils.translation import ngettext

from kith.kernel import clock
from kith.platform.access.viewer import Viewer
from kith.platform.ui import formats
from kith.showing.evidence import EvidenceLine
from kith.walls.saying import beyond
from kith.welcome.models.profiles import VenueVisit
from kith.welcome.settings import STALE_AFTER_DAYS


@beyond("a count of venues, which everybody can see on their pages")
def venues_visited(_viewer: Viewer, _lang: str) -> EvidenceLine:
    """At how many venues how it feels was looked at lately, and at how many of them by a parent."""
    since = clock.today() - timedelta(days=STALE_AFTER_DAYS.now)
    looks = VenueVisit.objects.published().filter(visited_on__gte=since).order_by()
    count = looks.values("venue").distinct().count()
    by_parent = looks.filter(by_parent=True).values("venue").distinct().count()
    words = ngettext(
        "How it feels to come was looked at in %(count)s venue, in %(parents)s by a parent",
        "How it feels to come was looked at in %(count)s venues, in %(parents)s by a parent",
        count,
    )
    said = {"count": formats.number(count), "parents": formats.number(by_parent)}
    return EvidenceLine(words % said, is_gap=not count)
