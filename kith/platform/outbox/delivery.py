"""Delivering an event: every listener answers it once, and one that fails does not hold up the others."""

from collections.abc import Callable
from typing import Any

from django.db import transaction

from kith.kernel import clock
from kith.platform.outbox import Event, listeners, restore
from kith.platform.outbox.models import OutboxDelivery, OutboxEvent


class DeliveryFailed(Exception):
    """Some listeners failed; the job is tried again and asks only those."""


def deliver(event_id: int) -> None:
    """Have every listener that has not yet answered this event answer it. Safe to run twice."""
    row = OutboxEvent.objects.get(pk=event_id)
    event = restore(row.name, row.payload)
    failures = [failure for listener in listeners(type(event)) if (failure := _answer(row, event, listener))]
    if failures:
        raise DeliveryFailed(f"{row.name} {event_id}: {len(failures)} listener(s) failed") from failures[0]


def _answer(row: OutboxEvent, event: Event, listener: Callable[[Any], None]) -> Exception | None:
    name = f"{listener.__module__}.{listener.__qualname__}"
    try:
        with transaction.atomic():
            _, is_first = OutboxDelivery.objects.get_or_create(event=row, listener=name, defaults={"at": clock.now()})
            if is_first:
                listener(event)
    except Exception as failure:  # noqa: BLE001  # any failure of one listener must leave the others their turn
        return failure
    return None
