"""A room stands for one session at a time, and a series has a date but once at a place."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from kith.kernel.refusal import Refusal
from kith.whats_on.models.sessions import ONCE_AT_A_TIME, ROOM_ONCE, Series, Session
from kith.whats_on.rules.plans import NewSession, planned_twice, room_taken


def refuse_clashes(series: Series, plans: Sequence[NewSession], *, but: Session | None = None) -> None:
    """Refuse a room that another session has at that time, and a date that the series has already at that place."""
    others = Session.objects.exclude(pk=but.pk) if but else Session.objects.all()
    own = others.filter(series=series, cancelled_at=None).while_they_are(plans)
    if refusal := planned_twice(plans, own.values_list("starts_at", "venue_id")):
        raise refusal
    if refusal := room_taken(plans, [each.plan for each in others.in_rooms_of(plans)]):
        raise refusal


@contextmanager
def saved_once(*plans: NewSession) -> Iterator[None]:
    """Write dates; where another session has just taken the room or the date, the database refuses, and so do we."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as fault:
        if ROOM_ONCE in str(fault):
            raise Refusal("room_taken", starts_at=plans[0].starts_at, room=plans[0].room) from None
        if ONCE_AT_A_TIME in str(fault):
            raise Refusal("already_planned", starts_at=plans[0].starts_at) from None
        raise
