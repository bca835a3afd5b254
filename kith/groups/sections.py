"""What groups bring to shared pages: bookings in a family's timeline, on Today and on a parent's own page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from kith.families.context import FamilyContext, Moment, Section
from kith.groups.queries.bookings import BookingRow, bookings_of_family
from kith.groups.queries.expected import families_expected
from kith.groups.rules.codes import LIVE_STATES, Attendance, BookingState
from kith.kernel import clock
from kith.platform.access.permissions import Permission
from kith.platform.ui import formats
from kith.platform.ui.sections import DayContext, PageLink
from kith.tasks.diary import DiaryEntry, DiaryPart

MOST_PAST = 20


def _expected(context: DayContext, until: date) -> Iterator[DiaryEntry]:
    """The sessions on which families the viewer leads have places."""
    if Permission.SEE_TODAY not in context.viewer.permissions:
        return
    first, last = clock.midnight(context.day), clock.midnight(until)
    for row in families_expected(context.viewer, first=first, last=last, lang=context.lang):
        yield DiaryEntry.timed(row, row.booking.starts_at)


def _bookings(context: FamilyContext) -> list[BookingRow]:
    """All bookings of the family."""
    return bookings_of_family(context.viewer, context.id, lang=context.lang)


def _moments(it: list[BookingRow]) -> Iterator[Moment]:
    """Each booking at the time of its session: to come, come to, missed, cancelled."""
    for row in it:
        lines = [_state(row), ngettext("%(count)d place", "%(count)d places", row.places) % {"count": row.places}]
        if row.interpreter_language:
            language = formats.language(row.interpreter_language)
            lines.append(gettext("Interpreter asked for: %(language)s") % {"language": language})
        yield Moment(row.starts_at, str(row.title), tuple(lines))


def _state(row: BookingRow) -> str:
    """What has become, or will become, of a booking."""
    if row.is_cancelled:
        return gettext("Called off by us")
    if row.state is not BookingState.BOOKED:
        return _not_booked(row)
    if row.attendance is Attendance.EXPECTED:
        return gettext("Booked") if row.starts_at > clock.now() else gettext("Booked; not noted whether they came")
    words = {Attendance.ARRIVED: gettext("Came"), Attendance.LEFT_EARLY: gettext("Came, left early")}
    return words.get(row.attendance, gettext("Did not come"))


def _not_booked(row: BookingRow) -> str:
    if row.state is not BookingState.CANCELLED:
        return gettext("On the waiting list") if row.state is BookingState.WAITING else gettext("A place is offered")
    if row.has_lapsed:
        return gettext("Did not answer the offer of a place")
    return gettext("Cancelled late by the family") if row.cancelled_late else gettext("Cancelled by the family")


def _said_to_her(row: BookingRow) -> str:
    """What has become of a booking that is past or given back, in words for the parent."""
    if row.is_cancelled:
        return gettext("Called off by us")
    if row.state is not BookingState.BOOKED:
        return gettext("Cancelled")
    came = gettext("You came")
    words = {
        Attendance.ARRIVED: came,
        Attendance.LEFT_EARLY: came,
        Attendance.DID_NOT_COME: gettext("You could not come"),
    }
    return words.get(row.attendance, gettext("Booked"))


@dataclass(frozen=True)
class MyBookings:
    """What the parent has booked or waits for, and what is past or was given back, the latest first, in words."""

    to_come: tuple[BookingRow, ...]
    past: tuple[tuple[BookingRow, str], ...]


def _mine(context: FamilyContext) -> MyBookings | None:
    """All bookings of a parent; None instead of nothing for the bereaved, who are shown nothing past."""
    rows = _bookings(context)
    to_come = tuple(each for each in rows if _is_to_come(each))
    if context.bereavements:
        return MyBookings(to_come, ()) if to_come else None
    past = tuple((each, _said_to_her(each)) for each in reversed(rows) if not _is_to_come(each))
    return MyBookings(to_come, past[:MOST_PAST])


def _is_to_come(row: BookingRow) -> bool:
    return row.state in LIVE_STATES and not row.is_cancelled and row.starts_at > clock.now()


EXPECTED = DiaryPart("groups/diary/expected.jinja", _expected)
BOOKINGS = Section(_bookings, moments=_moments)
MY_BOOKINGS = Section(_mine, "groups/my/bookings.jinja")
BOOK_SESSION = PageLink(_("Book a session"), "sessions-for-family", (Permission.BOOK_PLACE,))
CONFIRMATIONS = {"place_booked": _("It is booked. The confirmation is on its way to them.")}
