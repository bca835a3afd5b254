"""Interpreters of families, for other rooms' pages."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Q

from kith.interpreting.models import InterpreterBooking
from kith.interpreting.queries.rows import InterpreterBookingRow, rows_of
from kith.interpreting.rules import State, Why
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.kernel.listed import Listed
from kith.platform import access, audit
from kith.platform.access import Permission, Viewer

MOST_ROWS = 50


@dataclass(frozen=True)
class NeedCounts:
    """How often an interpreter of one language was needed, and what became of it."""

    language: str
    asked: int
    met: int
    failed: int
    never_found: int


def bookings_of_family(viewer: Viewer, family_id: FamilyId) -> list[InterpreterBookingRow]:
    """All interpreter bookings of a family within the viewer's reach, the latest first. A logged read."""
    access.require(viewer, _permission(viewer), family_id=family_id)
    audit.read(viewer, "interpreting.bookings_of_family", "families.Family", family_id, family_id=family_id)
    rows = InterpreterBooking.objects.filter(family_id=family_id).select_related("interpreter")
    return rows_of(rows.order_by("-starts_at", "pk")[:MOST_ROWS])


def next_for(viewer: Viewer, family_ids: Collection[FamilyId], *, days: int = 7) -> Listed[InterpreterBookingRow]:
    """Live bookings of the families from today on, soonest first; whether the viewer may see each of them is asked by
    whoever shows their names.

    A list of languages and times, which opens no record; two statements.
    """
    access.require(viewer, Permission.SEE_TODAY)
    midnight = datetime.combine(clock.today(), time(), clock.LONDON)
    rows = (
        InterpreterBooking.objects.live()
        .filter(family_id__in=family_ids, starts_at__gte=midnight, starts_at__lt=midnight + timedelta(days=days))
        .select_related("interpreter")
        .order_by("starts_at", "pk")[: MOST_ROWS + 1]
    )
    return Listed.cut(rows_of(rows), MOST_ROWS)


def need_met(viewer: Viewer, first: date, last: date) -> list[NeedCounts]:  # noqa: ARG001  # anybody may know counts
    """For each language, how many bookings that were to begin on these days took place; cancelled ones do not count.

    Counts of the whole place name nobody; whoever shows counts of less puts them under disclosure control first.
    """
    begin = datetime.combine(first, time(), clock.LONDON)
    end = datetime.combine(last + timedelta(days=1), time(), clock.LONDON)
    rows = (
        InterpreterBooking.objects.filter(starts_at__gte=begin, starts_at__lt=end)
        .exclude(state=State.CANCELLED)
        .values("language")
        .annotate(
            asked=Count("pk"),
            met=Count("pk", filter=Q(state=State.DONE)),
            failed=Count("pk", filter=Q(state=State.FAILED)),
            never_found=Count("pk", filter=Q(why=Why.NOBODY_FOUND)),
        )
        .order_by("-asked", "language")
    )
    return [NeedCounts(row["language"], row["asked"], row["met"], row["failed"], row["never_found"]) for row in rows]


def _permission(viewer: Viewer) -> Permission:
    return Permission.SEE_FAMILY if viewer.is_staff else Permission.SEE_OWN_RECORD
