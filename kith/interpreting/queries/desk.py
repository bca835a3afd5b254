"""The coordinator's list: what is to arrange, what waits for a yes, what is on today, what is not yet closed."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from kith.interpreting.models.bookings import InterpreterBooking
from kith.interpreting.queries.rows import InterpreterBookingRow, rows_of
from kith.interpreting.rules.codes import COMING, State
from kith.kernel import clock
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer

MOST_ROWS = 200


@dataclass(frozen=True)
class InterpretingDesk:
    """The live bookings of the viewer's organisation, each in one list."""

    to_close: tuple[InterpreterBookingRow, ...]
    to_arrange: tuple[InterpreterBookingRow, ...]
    unconfirmed: tuple[InterpreterBookingRow, ...]
    today: tuple[InterpreterBookingRow, ...]
    coming: tuple[InterpreterBookingRow, ...]
    has_more: bool


def interpreting_desk(viewer: Viewer) -> InterpretingDesk:
    """All that still needs a hand, soonest first. One entry says that the list was read (decision 0010)."""
    access.require(viewer, Permission.MANAGE_INTERPRETING)
    audit.read(viewer, "interpreting.desk_listed", "organisations.Membership", viewer.membership_id)
    live = InterpreterBooking.objects.live().arranged_by(viewer)
    found = list(live.select_related("interpreter").order_by("starts_at", "pk")[: MOST_ROWS + 1])
    rows, now = rows_of(found[:MOST_ROWS]), clock.now()
    midnight = datetime.combine(clock.today(), time(), clock.LONDON) + timedelta(days=1)
    to_come = [row for row in rows if row.ends_at > now]
    confirmed = [row for row in to_come if row.state in COMING]
    return InterpretingDesk(
        to_close=tuple(row for row in rows if row.ends_at <= now),
        to_arrange=tuple(row for row in to_come if row.is_to_arrange),
        unconfirmed=tuple(row for row in to_come if row.state is State.OFFERED),
        today=tuple(row for row in confirmed if row.starts_at < midnight),
        coming=tuple(row for row in confirmed if row.starts_at >= midnight),
        has_more=len(found) > MOST_ROWS,
    )
