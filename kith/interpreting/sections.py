"""What interpreting brings to shared pages: the interpreters of this week, of a family, and of a parent."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.families.context import FamilyContext, Moment, Section
from kith.families.rules.codes import InterpreterNeed
from kith.interpreting import wording
from kith.interpreting.queries.families import bookings_of_family, next_for
from kith.interpreting.queries.rows import InterpreterBookingRow
from kith.interpreting.rules.codes import LIVE, State, What
from kith.interpreting.rules.states import BOOKING
from kith.kernel import clock
from kith.kernel.ids import FamilyId, OrganisationId
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.ui import formats
from kith.platform.ui.sections import DayContext, PageLink
from kith.tasks.diary import DiaryEntry, DiaryPart

MOST_SHOWN = 3


@dataclass(frozen=True)
class Interpreters:
    """The bookings to come, and all there were."""

    coming: tuple[InterpreterBookingRow, ...]
    all: tuple[InterpreterBookingRow, ...]
    words: ClassVar[Any] = wording


def ends_without_consent(
    viewer: Viewer, *, family_id: FamilyId, organisation_id: OrganisationId, closes: bool, **_more: object
) -> Iterator[str]:
    """The interpreters who are not needed any more when the organisation may no longer open the record."""
    for row in bookings_of_family(viewer, family_id) if closes else ():
        is_theirs = row.organisation_id == organisation_id and row.what in (What.VISIT, What.CALL)
        if is_theirs and row.state not in BOOKING.settled and row.starts_at > clock.now():
            day = {"day": formats.date(row.starts_at, "medium")}
            yield gettext("The interpreter booked for %(day)s is called off, and told") % day


def _booked(context: DayContext, until: date) -> Iterator[DiaryEntry]:
    """The live bookings of the families the viewer leads."""
    if Permission.SEE_TODAY in context.viewer.permissions:
        for row in next_for(context.viewer, context.is_led, days=(until - context.day).days):
            yield DiaryEntry.timed(row, row.starts_at)


def _of_family(context: FamilyContext) -> Interpreters | None:
    """All bookings; None where no parent needs an interpreter and none was booked."""
    rows = bookings_of_family(context.viewer, context.id)
    is_needed = any(parent.interpreter_need is InterpreterNeed.YES for parent in context.page.parents)
    if not rows and not is_needed:
        return None
    coming = [row for row in reversed(rows) if row.state in LIVE and row.ends_at > clock.now()]
    return Interpreters(tuple(coming[:MOST_SHOWN]), tuple(rows))


def _moments(it: Interpreters) -> Iterator[Moment]:
    """Each at its own time, with what became of it."""
    for row in it.all:
        title = gettext("Interpreter: %(language)s") % {"language": formats.language(row.language)}
        lines = [str(wording.STATES[row.state])]
        if row.why:
            lines.append(str(wording.WHYS[row.why]))
        if row.interpreter:
            lines.insert(0, row.interpreter)
        yield Moment(row.starts_at, title, tuple(lines))


def _mine(context: FamilyContext) -> tuple[InterpreterBookingRow, ...] | None:
    """The interpreters who come, and the last one while the parent has not said how it went; None without any."""
    rows = bookings_of_family(context.viewer, context.id)
    coming = [row for row in reversed(rows) if row.state in LIVE and row.ends_at > clock.now()]
    past = [row for row in rows if row.state is State.DONE and not row.family_wish]
    return (*coming, *past[:1]) or None


BOOKED = DiaryPart("interpreting/diary/booked.jinja", _booked, words={"wording": wording})
INTERPRETERS = Section(_of_family, "interpreting/family/interpreting.jinja", _moments)
MY_INTERPRETERS = Section(_mine, "interpreting/my/interpreters.jinja")
BOOK_INTERPRETER = PageLink(_("Book an interpreter"), "book-interpreter", (Permission.BOOK_INTERPRETER,))
INTERPRETERS_DESK = PageLink(
    _("Interpreters"), "interpreting", (Permission.MANAGE_INTERPRETING,), _("Who is needed when, and who said yes.")
)
