"""What training shows of the place's plan: how much of it was held in a year, and how much is planned."""

from datetime import timedelta

from django.utils.translation import ngettext

from kith.education.models.sessions import TrainingSession
from kith.kernel import clock
from kith.platform.access.viewer import Viewer
from kith.platform.ui import formats
from kith.showing.evidence import EvidenceLine

BEHIND = timedelta(days=365)


def training_held(_viewer: Viewer, _lang: str) -> EvidenceLine:
    """How many training sessions there were in the last year, and how many are to come."""
    today = clock.today()
    held_on = (
        TrainingSession.objects.not_called_off().filter(held_on__gt=today - BEHIND).values_list("held_on", flat=True)
    )
    days = list(held_on)
    to_come = sum(day > today for day in days)
    words = ngettext(
        "%(count)s training session in the last year, and %(to_come)s planned",
        "%(count)s training sessions in the last year, and %(to_come)s planned",
        len(days) - to_come,
    )
    said = {"count": formats.number(len(days) - to_come), "to_come": formats.number(to_come)}
    return EvidenceLine(words % said, is_gap=not days)
