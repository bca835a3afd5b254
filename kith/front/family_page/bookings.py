"""Sessions booked, in the timeline: to come, come to, missed, cancelled."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kith.front.family_page.opened import Opened
from kith.front.timeline import Moment
from kith.groups.queries.bookings import BookingRow, bookings_of_family
from kith.groups.rules.codes import Attendance, BookingState
from kith.kernel import clock
from kith.platform.ui import formats


def read(opened: Opened) -> list[BookingRow]:
    """All bookings of the family."""
    return bookings_of_family(opened.viewer, opened.id, lang=opened.lang)


def moments(it: list[BookingRow]) -> Iterator[Moment]:
    """Each at the time of its session."""
    for row in it:
        lines = [_state(row), ngettext("%(count)d place", "%(count)d places", row.places) % {"count": row.places}]
        if row.interpreter_language:
            lines.append(
                _("Interpreter asked for: %(language)s") % {"language": formats.language(row.interpreter_language)}
            )
        yield Moment(row.starts_at, str(row.title), tuple(lines))


def _state(row: BookingRow) -> str:
    """What has become, or will become, of a booking."""
    if row.is_cancelled:
        return _("Called off by us")
    if row.state is not BookingState.BOOKED:
        return _("On the waiting list") if row.state is BookingState.WAITING else _("Cancelled by the family")
    if row.attendance is Attendance.EXPECTED:
        return _("Booked") if row.starts_at > clock.now() else _("Booked; not noted whether they came")
    return _("Came") if row.attendance is Attendance.ARRIVED else _("Did not come")
