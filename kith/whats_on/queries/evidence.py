"""What groups show of the place's plan: dates to come, and how many fit people who work."""

from datetime import timedelta

from django.utils.translation import ngettext

from kith.kernel import clock
from kith.platform.access.viewer import Viewer
from kith.platform.ui import formats
from kith.showing.evidence import EvidenceLine
from kith.whats_on.models.sessions import Session
from kith.whats_on.rules.times import EVENING_BEGINS

AHEAD = timedelta(days=28)
SATURDAY = 5


def dates_to_come(_viewer: Viewer, _lang: str) -> EvidenceLine:
    """How many dates there are in four weeks, and how many of them in the evening or at a weekend."""
    now = clock.now()
    starts = [
        clock.local(at)
        for at in Session.objects.to_come(now).filter(starts_at__lt=now + AHEAD).values_list("starts_at", flat=True)
    ]
    late = sum(at.weekday() >= SATURDAY or at.hour >= EVENING_BEGINS for at in starts)
    words = ngettext(
        "%(count)s date in the next four weeks, %(late)s of them in the evening or at a weekend",
        "%(count)s dates in the next four weeks, %(late)s of them in the evening or at a weekend",
        len(starts),
    )
    said = {"count": formats.number(len(starts)), "late": formats.number(late)}
    return EvidenceLine(words % said, is_gap=not starts)
