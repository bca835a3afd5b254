"""No worker finds out on the doorstep: what is unconfirmed shortly before it begins is called out."""

from datetime import timedelta

from kith.interpreting import events
from kith.interpreting.models.bookings import InterpreterBooking
from kith.interpreting.rules.codes import UNCONFIRMED
from kith.interpreting.settings import REMINDER_HOURS
from kith.kernel import clock
from kith.kernel.ids import FamilyId, InterpreterBookingId
from kith.platform import access, audit, outbox
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def remind_of_unconfirmed(*, by: Actor) -> int:
    """Announce each booking that begins within the place's hours without an interpreter's yes, once in each state."""
    access.require(by, Permission.MANAGE_INTERPRETING)
    now = clock.now()
    soon = now + timedelta(hours=REMINDER_HOURS.now)
    rows = InterpreterBooking.objects.select_for_update(skip_locked=True).filter(
        state__in=sorted(UNCONFIRMED), starts_at__gt=now, starts_at__lte=soon, chased_at__isnull=True
    )
    count = 0
    for row in rows:
        row.chased_at = now
        row.save(update_fields=["chased_at"])
        family_id = FamilyId(row.family_id)
        audit.record(by, "interpreting.chased", row, family_id=family_id, state=row.state)
        outbox.append(events.InterpreterUnconfirmed(InterpreterBookingId(row.pk), family_id, row.revision))
        count += 1
    return count
