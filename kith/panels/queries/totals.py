"""Sex, age and ethnicity of members in totals, by quarters that are over."""

from kith.kernel import clock
from kith.kernel.choices.place import SMALLEST_COUNT
from kith.kernel.quarter import Quarter
from kith.panels.models.people import MemberTotal
from kith.panels.rules.codes import TotalOf
from kith.panels.rules.totals import TotalLine, lines_shown
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer


def totals(viewer: Viewer) -> tuple[TotalLine, ...]:
    """The answers of the quarters that are over, the latest first, small counts hidden."""
    access.require(viewer, Permission.SEE_THEMES)
    tallies = {
        (Quarter(row.year, row.quarter), TotalOf(row.of), row.answer): row.count for row in MemberTotal.objects.all()
    }
    return lines_shown(tallies, now=Quarter.of(clock.today()), smallest_shown=SMALLEST_COUNT.now)
