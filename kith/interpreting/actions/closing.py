"""What ends a family's bookings from outside: a bereavement, or consent that is withdrawn."""

from django.db import transaction

from kith.families.actions.locking import lock_family
from kith.families.events import ConsentWithdrawn, FamilyBereaved
from kith.families.queries.reach import may_organisation_open
from kith.interpreting.actions.moving import call_off
from kith.interpreting.models.bookings import InterpreterBooking
from kith.interpreting.rules.codes import What
from kith.kernel import clock
from kith.kernel.ids import FamilyId, InterpreterBookingId
from kith.platform.access.viewer import system_actor
from kith.platform.action import action_in_parts

CLOSER = system_actor("interpreting")


@action_in_parts
def close_for_bereavement(event: FamilyBereaved) -> None:
    """Cancel whatever is still to come, quietly: the interpreter hears that, never why. Safe to run twice."""
    _call_off(event.family_id)


@action_in_parts
def cancel_without_consent(event: ConsentWithdrawn) -> None:
    """Cancel the visits and calls of an organisation that may no longer open the record. Safe to run twice.

    A place on a session is the family's own booking: its interpreter stays.
    """
    if not may_organisation_open(event.organisation_id, event.family_id):
        _call_off(event.family_id, organisation_id=event.organisation_id, what__in=[What.VISIT, What.CALL])


@transaction.atomic
def _call_off(family_id: FamilyId, **only: object) -> None:
    lock_family(family_id)
    rows = InterpreterBooking.objects.live().filter(family_id=family_id, starts_at__gt=clock.now(), **only)
    for booking_id in list(rows.order_by("pk").values_list("pk", flat=True)):
        row = InterpreterBooking.objects.locked(InterpreterBookingId(booking_id))
        if row is not None:
            call_off(CLOSER, row)
