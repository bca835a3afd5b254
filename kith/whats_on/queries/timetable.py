"""When services have sessions, for the feed that other directories read."""

from collections.abc import Collection, Iterable
from datetime import time

from django.db.models.functions import ExtractIsoWeekDay, TruncTime

from kith.directory.queries.open_referral.timetables import Slot
from kith.kernel import clock
from kith.kernel.ids import ServiceId
from kith.whats_on.models.sessions import Session, SessionQuerySet
from kith.whats_on.queries.sessions import FURTHEST


def slots(service_ids: Collection[ServiceId]) -> Iterable[Slot]:
    """The sessions to come of these services; one statement."""
    rows = _to_come().filter(series__service_id__in=service_ids)
    fields = ("series__service_id", "starts_at", "ends_at", "online", "venue_id")
    for service_id, starts_at, ends_at, online, venue_id in rows.values_list(*fields):
        yield Slot(service_id, clock.local(starts_at), clock.local(ends_at), online=online and venue_id is None)


def services_on(day: int | None, start: time | None, end: time | None) -> Iterable[tuple[int]]:
    """The services with a session on this day of the week (Monday is 1), not before and not beyond these times."""
    rows = _to_come()
    if day:
        rows = rows.annotate(day=ExtractIsoWeekDay("starts_at", tzinfo=clock.LONDON)).filter(day=day)
    if start:
        rows = rows.annotate(start=TruncTime("starts_at", tzinfo=clock.LONDON)).filter(start__gte=start)
    if end:
        rows = rows.annotate(end=TruncTime("ends_at", tzinfo=clock.LONDON)).filter(end__lte=end)
    return rows.order_by().values_list("series__service_id")


def _to_come() -> SessionQuerySet:
    now = clock.now()
    return Session.objects.to_come(now).filter(starts_at__lt=now + FURTHEST)
