"""What events show of the place's plan: how many of a year's events members have shared."""

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import ngettext

from kith.awareness.queries.events import shared_counts
from kith.kernel import clock
from kith.platform.access.viewer import Viewer
from kith.platform.ui import formats
from kith.showing.evidence import EvidenceLine

BEHIND = timedelta(days=365)


def events_shared(viewer: Viewer, _lang: str) -> EvidenceLine:
    """How many events of the last year there were, and how many of them at least one member shared."""
    shared, count = shared_counts(viewer, since=clock.today() - BEHIND)
    words = ngettext(
        "%(count)s event in the last year, shared by members: %(shared)s",
        "%(count)s events in the last year, shared by members: %(shared)s",
        count,
    )
    said = {"count": formats.number(count), "shared": formats.number(shared)}
    return EvidenceLine(words % said, reverse("events"), is_gap=not shared)
