"""Interpreters: who comes next, and each that came or failed in the timeline."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kith.families.rules.codes import InterpreterNeed
from kith.front.family_page.opened import Opened
from kith.front.timeline import Moment
from kith.interpreting import wording
from kith.interpreting.queries.families import bookings_of_family
from kith.interpreting.queries.rows import InterpreterBookingRow
from kith.interpreting.rules.codes import SETTLED
from kith.kernel import clock
from kith.platform.ui import formats

MOST_SHOWN = 3


@dataclass(frozen=True)
class Interpreters:
    """The bookings to come, and all there were."""

    coming: tuple[InterpreterBookingRow, ...]
    all: tuple[InterpreterBookingRow, ...]
    wording: object = wording


def read(opened: Opened) -> Interpreters | None:
    """All bookings; None where no parent needs an interpreter and none was booked."""
    rows = bookings_of_family(opened.viewer, opened.id)
    is_needed = any(parent.interpreter_need is InterpreterNeed.YES for parent in opened.page.parents)
    if not rows and not is_needed:
        return None
    coming = [row for row in reversed(rows) if row.state not in SETTLED and row.ends_at > clock.now()]
    return Interpreters(tuple(coming[:MOST_SHOWN]), tuple(rows))


def moments(it: Interpreters) -> Iterator[Moment]:
    """Each at its own time, with what became of it."""
    for row in it.all:
        title = _("Interpreter: %(language)s") % {"language": formats.language(row.language)}
        lines = [str(wording.STATES[row.state])]
        if row.why:
            lines.append(str(wording.WHYS[row.why]))
        if row.interpreter:
            lines.insert(0, row.interpreter)
        yield Moment(row.starts_at, title, tuple(lines))
