"""What cafés show of the place's plan: how many people came, counted without a name."""

from datetime import timedelta

from django.utils.translation import ngettext

from kith.cafes.models import Arrival
from kith.kernel import clock
from kith.kernel.choices.place import SMALLEST_COUNT
from kith.platform.access.viewer import Viewer
from kith.platform.ui import formats
from kith.showing.evidence import EvidenceLine

BEHIND = timedelta(days=91)


def people_who_came(_viewer: Viewer, _lang: str) -> EvidenceLine | None:
    """How many people came in a quarter of a year; nothing while they are few."""
    count = Arrival.objects.filter(at__gte=clock.now() - BEHIND).people().count
    if count < SMALLEST_COUNT.now:
        return None
    words = ngettext(
        "%(count)s person came to a café or group in the last 13 weeks",
        "%(count)s people came to a café or group in the last 13 weeks",
        count,
    )
    return EvidenceLine(words % {"count": formats.number(count)})
