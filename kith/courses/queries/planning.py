"""What can be made a course: the series of the viewer's organisation, with dates that are in no course yet."""

from dataclasses import dataclass

from kith.courses.models.courses import CourseDate
from kith.courses.rules.courses import FEWEST_DATES
from kith.kernel.ids import SessionId
from kith.platform.access.viewer import Viewer
from kith.platform.i18n.texts import LocalText
from kith.whats_on.queries.dates import dates_to_plan
from kith.whats_on.queries.sessions import SessionCard


@dataclass(frozen=True)
class SeriesToPlan:
    """A series, and its dates to come that are in no course."""

    code: str
    title: LocalText
    dates: tuple[SessionCard, ...]


def series_to_plan(viewer: Viewer, *, lang: str) -> list[SeriesToPlan]:
    """The series with enough dates for a course, the soonest first."""
    dates = [each.session for each in dates_to_plan(viewer, lang=lang)]
    taken = CourseDate.objects.filter(session_id__in=[each.id for each in dates]).values_list("session_id", flat=True)
    used = {SessionId(each) for each in taken}
    by_code: dict[str, list[SessionCard]] = {}
    for each in dates:
        if each.id not in used:
            by_code.setdefault(each.code, []).append(each)
    return [
        SeriesToPlan(code, found[0].title, tuple(found))
        for code, found in by_code.items()
        if len(found) >= FEWEST_DATES
    ]
