"""Interpreters of families, for other rooms' pages."""

from datetime import datetime, time, timedelta

from django.db.models import Exists

from kith.interpreting.models.bookings import InterpreterBooking
from kith.interpreting.queries.rows import InterpreterBookingRow, rows_of
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer


def bookings_of_family(viewer: Viewer, family_id: FamilyId) -> list[InterpreterBookingRow]:
    """All interpreter bookings of a family within the viewer's reach, the latest first. A logged read."""
    access.require(viewer, _permission(viewer), family_id=family_id)
    audit.read(viewer, "interpreting.bookings_of_family", "families.Family", family_id, family_id=family_id)
    rows = InterpreterBooking.objects.filter(family_id=family_id).select_related("interpreter")
    return rows_of(rows.order_by("-starts_at", "pk"))


def next_for(viewer: Viewer, of_families: Exists, *, days: int = 7) -> list[InterpreterBookingRow]:
    """Live bookings of the families from today on, soonest first; whether the viewer may see each of them is asked by
    the caller that shows their names.

    A list of languages and times, which opens no record; two statements.
    """
    access.require(viewer, Permission.SEE_TODAY)
    midnight = datetime.combine(clock.today(), time(), clock.LONDON)
    rows = (
        InterpreterBooking.objects.live()
        .filter(of_families, starts_at__gte=midnight, starts_at__lt=midnight + timedelta(days=days))
        .select_related("interpreter")
        .order_by("starts_at", "pk")
    )
    return rows_of(rows)


def _permission(viewer: Viewer) -> Permission:
    return Permission.SEE_FAMILY if viewer.is_staff else Permission.SEE_OWN_RECORD
