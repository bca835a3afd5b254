"""What courses show of the place's plan: how many are still to begin."""

from django.db.models import Min
from django.utils.translation import ngettext

from kith.courses.models.courses import CourseDate
from kith.kernel import clock
from kith.platform.access.viewer import Viewer
from kith.platform.ui import formats
from kith.showing.evidence import EvidenceLine


def courses_to_begin(_viewer: Viewer, _lang: str) -> EvidenceLine:
    """How many courses before the birth begin from now on."""
    first = CourseDate.objects.values("course").annotate(begins=Min("session__starts_at"))
    count = first.filter(begins__gt=clock.now()).count()
    words = ngettext("%(count)s course before the birth to begin", "%(count)s courses before the birth to begin", count)
    return EvidenceLine(words % {"count": formats.number(count)}, is_gap=not count)
