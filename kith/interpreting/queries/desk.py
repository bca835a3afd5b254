"""The coordinator's list: what is to arrange, what waits for a yes, what is on today, what is not yet closed."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from kith.interpreting.models.bookings import InterpreterBooking
from kith.interpreting.queries.rows import InterpreterBookingRow, pages_of
from kith.interpreting.rules.codes import COMING, TO_ARRANGE, State
from kith.kernel import clock
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged


@dataclass(frozen=True)
class InterpretingDesk:
    """The live bookings of the viewer's organisation, each in one list."""

    to_close: Paged[InterpreterBookingRow]
    to_arrange: Paged[InterpreterBookingRow]
    unconfirmed: Paged[InterpreterBookingRow]
    today: Paged[InterpreterBookingRow]
    coming: Paged[InterpreterBookingRow]

    def __bool__(self) -> bool:
        return any(each.count for each in vars(self).values())


def interpreting_desk(viewer: Viewer, asked: ListAsked) -> InterpretingDesk:
    """All that still needs a hand, soonest first. One entry says that the list was read (decision 0010)."""
    access.require(viewer, Permission.MANAGE_INTERPRETING)
    audit.read(viewer, "interpreting.desk_listed", "organisations.Membership", viewer.membership_id)
    live, now = InterpreterBooking.objects.live().arranged_by(viewer), clock.now()
    midnight = datetime.combine(clock.today(), time(), clock.LONDON) + timedelta(days=1)
    to_come = live.filter(ends_at__gt=now)
    confirmed = to_come.filter(state__in=sorted(COMING))
    lists = {
        "to-close": live.filter(ends_at__lte=now),
        "to-arrange": to_come.filter(state__in=sorted(TO_ARRANGE)),
        "unconfirmed": to_come.filter(state=State.OFFERED),
        "today": confirmed.filter(starts_at__lt=midnight),
        "coming": confirmed.filter(starts_at__gte=midnight),
    }
    return InterpretingDesk(*pages_of(lists, asked))
