"""What the library shows of the place's plan: how much of the advice has been looked at in time."""

from django.utils.translation import ngettext

from kith.kernel import clock
from kith.library.models.statements import Statement
from kith.platform.access.viewer import Viewer
from kith.platform.evidence import EvidenceLine
from kith.platform.ui import formats


def advice_in_time(_viewer: Viewer, _lang: str) -> EvidenceLine:
    """How many answers of the library stand, and how many of them are past their review."""
    rows = Statement.objects.filter(withdrawn_at__isnull=True)
    count, past = rows.count(), rows.filter(review_by__lt=clock.today()).count()
    words = ngettext(
        "%(count)s answer in the library, %(past)s past its review date",
        "%(count)s answers in the library, %(past)s past their review date",
        count,
    )
    said = {"count": formats.number(count), "past": formats.number(past)}
    return EvidenceLine(words % said, is_gap=past > 0 or not count)
