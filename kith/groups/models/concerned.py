"""How many families a change of a date concerns, counted in the database."""

from django.db.models import Count, Exists, OuterRef, Q

from kith.families.rules.codes import InterpreterNeed
from kith.groups.models.bookings import Booking, BookingQuerySet
from kith.groups.models.sessions import Session
from kith.groups.rules.changes import ChangeEffect, is_for_interpreters, is_told
from kith.groups.rules.codes import HAS_PLACES, BookingState
from kith.groups.rules.plans import NewSession


def effect_of(session: Session, new: NewSession) -> ChangeEffect:
    """How many families it concerns that the session be so; one statement. It counts nothing of other organisations."""
    old = session.plan
    told, moves = is_told(old, new), (old.starts_at, old.ends_at) != (new.starts_at, new.ends_at)
    asked = Q(state=BookingState.BOOKED, interpreter_need=InterpreterNeed.YES)
    counted = Booking.objects.live().filter(session=session).annotate(is_elsewhere=Exists(_elsewhere(session, new)))
    found = counted.aggregate(
        told=Count("pk", filter=Q(state__in=HAS_PLACES)),
        waiting=Count("pk", filter=Q(state=BookingState.WAITING)),
        interpreters=Count("pk", filter=asked),
        clashing=Count("pk", filter=Q(is_elsewhere=True)),
        with_creche=Count("pk", filter=Q(wants_creche=True)),
    )
    return ChangeEffect(
        told_count=found["told"] * told,
        waiting_count=found["waiting"] * told,
        held_count=session.places_held * told,
        interpreter_count=found["interpreters"] * is_for_interpreters(old, new),
        clashing_count=found["clashing"] * moves,
        without_interpreter_count=found["interpreters"] * (old.interpreter_possible and not new.interpreter_possible),
        without_creche_count=found["with_creche"] * (old.has_creche and not new.has_creche),
    )


def _elsewhere(session: Session, new: NewSession) -> BookingQuerySet:
    """Another live booking of the family, with the same organisation, while this session would take place."""
    others = Booking.objects.live().filter(family=OuterRef("family"), session__cancelled_at=None)
    own = others.filter(session__series__organisation=session.series.organisation_id).exclude(session=session)
    return own.filter(session__starts_at__lt=new.ends_at, session__ends_at__gt=new.starts_at)
