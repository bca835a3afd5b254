"""Interpreters of families, for other rooms' pages."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from functools import cache
from typing import TypeAlias

from django.db.models import Exists

from kith.interpreting.models.bookings import InterpreterBooking
from kith.interpreting.queries.rows import InterpreterBookingRow, rows_of
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.prepared import Given, Prepared, PreparedFor

IsLed: TypeAlias = Callable[[Viewer], Exists]
"""A condition on rows, made for a viewer: the viewer leads the family, or covers for who does."""


def bookings_of_family(viewer: Viewer, family_id: FamilyId) -> list[InterpreterBookingRow]:
    """All interpreter bookings of a family within the viewer's reach, the latest first. A logged read."""
    access.require(viewer, _permission(viewer), family_id=family_id)
    audit.read(viewer, "interpreting.bookings_of_family", "families.Family", family_id, family_id=family_id)
    return rows_of(_OF_FAMILY(family_id=family_id))


def next_for(viewer: Viewer, is_led: IsLed, *, days: int = 7) -> list[InterpreterBookingRow]:
    """Live bookings of the families that the viewer leads from today on, soonest first; whether the viewer may see each
    of them is asked by the caller that shows their names.

    A list of languages and times, which opens no record; two statements.
    """
    access.require(viewer, Permission.SEE_TODAY)
    midnight = datetime.combine(clock.today(), time(), clock.LONDON)
    return rows_of(_next(is_led)(viewer, first=midnight, last=midnight + timedelta(days=days)))


@cache
def _next(is_led: IsLed) -> PreparedFor[InterpreterBooking]:
    return PreparedFor(
        lambda viewer: (
            InterpreterBooking.objects.live()
            .filter(is_led(viewer), starts_at__gte=Given("first"), starts_at__lt=Given("last"))
            .select_related("interpreter")
            .order_by("starts_at", "pk")
        )
    )


_OF_FAMILY = Prepared(
    lambda: (
        InterpreterBooking.objects.filter(family_id=Given("family_id"))
        .select_related("interpreter")
        .order_by("-starts_at", "pk")
    )
)


def _permission(viewer: Viewer) -> Permission:
    return Permission.SEE_FAMILY if viewer.is_staff else Permission.SEE_OWN_RECORD
