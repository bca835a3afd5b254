"""Where the feed learns of sessions: a room above this one tells when each service has some."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from kith.directory.models.listings import Service
from kith.directory.rules.open_referral.patterns import patterns
from kith.kernel.ids import ServiceId


@dataclass(frozen=True)
class Slot:
    """One session to come, as clocks in the place show it."""

    service_id: ServiceId
    starts_at: datetime
    ends_at: datetime
    online: bool


Slots = Callable[[Collection[ServiceId]], Iterable[Slot]]
"""The sessions to come of these services."""
ServicesOn = Callable[[int | None, time | None, time | None], Iterable[Any]]
"""The ids of services with a session on this day of the week (Monday is 1), not before and not beyond these times."""


@dataclass(frozen=True)
class Timetable:
    """What a room that knows sessions can tell."""

    slots: Slots
    services_on: ServicesOn


_known: list[Timetable] = []


def register_timetable(timetable: Timetable) -> None:
    """Let this room tell of its sessions; safe to call twice."""
    _known[:] = [timetable]


def schedules_of(services: Collection[Service]) -> dict[int, list[dict[str, Any]]]:
    """The schedules of these services, as the standard has them."""
    dates: dict[int, list[tuple[datetime, datetime, bool]]] = {service.pk: [] for service in services}
    for timetable in _known:
        for slot in timetable.slots([ServiceId(service.pk) for service in services]):
            dates[slot.service_id].append((slot.starts_at, slot.ends_at, slot.online))
    return {service.pk: patterns(service.public_id, dates[service.pk]) for service in services}


def services_on(day: int | None, start: time | None, end: time | None) -> Iterable[Any]:
    """The ids of services with such a session; none where no room knows of any."""
    return _known[0].services_on(day, start, end) if _known else []
