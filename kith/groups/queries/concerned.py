"""How many families stand on a session, and how many of them a change of its date concerns. For the room below."""

from collections.abc import Collection

from django.db.models import Count, Exists, OuterRef, Q

from kith.families.rules.codes import InterpreterNeed
from kith.groups.models.bookings import Booking, BookingQuerySet
from kith.groups.rules.attendance import CAME
from kith.groups.rules.codes import HAS_PLACES, BookingState
from kith.kernel.ids import SessionId
from kith.whats_on.booked import BookedCounts, DateChange
from kith.whats_on.rules.changes import ChangeEffect, is_for_interpreters, is_told

_HAS_INTERPRETER = Q(state=BookingState.BOOKED, interpreter_need=InterpreterNeed.YES)


def counts_of(session_ids: Collection[SessionId]) -> dict[SessionId, BookedCounts]:
    """How many families have places on each of these sessions, wait, came, asked for an interpreter. One statement."""
    counted = (
        Booking.objects.live()
        .filter(session_id__in=session_ids)
        .values_list("session_id")
        .annotate(
            families=Count("pk", filter=Q(state__in=HAS_PLACES)),
            waiting=Count("pk", filter=Q(state=BookingState.WAITING)),
            came=Count("pk", filter=Q(state=BookingState.BOOKED, attendance__in=CAME)),
            interpreters=Count("pk", filter=_HAS_INTERPRETER),
        )
        .order_by()
    )
    return {SessionId(session_id): BookedCounts(*counts) for session_id, *counts in counted}


def effect_of(change: DateChange) -> ChangeEffect:
    """How many families the change concerns; one statement. It counts nothing of other organisations."""
    old, new = change.old, change.new
    told, moves = is_told(old, new), (old.starts_at, old.ends_at) != (new.starts_at, new.ends_at)
    counted = Booking.objects.live().filter(session_id=change.session_id)
    found = counted.annotate(is_elsewhere=Exists(_elsewhere(change))).aggregate(
        told=Count("pk", filter=Q(state__in=HAS_PLACES)),
        waiting=Count("pk", filter=Q(state=BookingState.WAITING)),
        interpreters=Count("pk", filter=_HAS_INTERPRETER),
        clashing=Count("pk", filter=Q(is_elsewhere=True)),
        with_creche=Count("pk", filter=Q(wants_creche=True)),
    )
    return ChangeEffect(
        told_count=found["told"] * told,
        waiting_count=found["waiting"] * told,
        interpreter_count=found["interpreters"] * is_for_interpreters(old, new),
        clashing_count=found["clashing"] * moves,
        without_interpreter_count=found["interpreters"] * (old.interpreter_possible and not new.interpreter_possible),
        without_creche_count=found["with_creche"] * (old.has_creche and not new.has_creche),
    )


def _elsewhere(change: DateChange) -> BookingQuerySet:
    """Another live booking of the family, with the same organisation, while this session would take place."""
    others = Booking.objects.live().filter(family=OuterRef("family"), session__cancelled_at=None)
    own = others.filter(session__series__organisation=change.organisation_id).exclude(session_id=change.session_id)
    return own.filter(session__starts_at__lt=change.new.ends_at, session__ends_at__gt=change.new.starts_at)
