"""A series: how it is named, and that it ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kith.kernel import clock
from kith.kernel.ids import SessionId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit, freshness, outbox
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic
from kith.whats_on import events
from kith.whats_on.actions.locking import locked_own_series
from kith.whats_on.booked import bookings, counts_of
from kith.whats_on.models.sessions import Series
from kith.whats_on.rules.codes import Audience


@dataclass(frozen=True)
class SeriesChange:
    """What is to be otherwise, the wording in all languages at once; None leaves a thing as it is."""

    title: Mapping[str, str] | None = None
    summary: Mapping[str, str] | None = None
    audience: Audience | None = None


@action
def change_series(*, by: Actor, series_id: int, change: SeriesChange) -> None:
    """Name the series otherwise. Its code stays: it is printed on posters."""
    series = _locked(by, series_id)
    said = {name: value for name, value in vars(change).items() if value is not None}
    changed = {name: value for name, value in said.items() if value != getattr(series, name)}
    if not changed:
        raise Refusal("nothing_changed")
    if "title" in changed and not changed["title"].get("en"):
        raise Refusal("series_needs_english_title")
    for name, value in changed.items():
        setattr(series, name, value)
    series.save(update_fields=list(changed))
    audit.record(by, "whats_on.series_changed", series, changed=sorted(changed))
    freshness.invalidate(Topic.LISTINGS)


@action
def end_series(*, by: Actor, series_id: int, last_day: date) -> int:
    """Let the series end with this day: dates after it that no family has booked are called off; says how many.

    Raises Refusal while a family has a place, or waits for one, after that day: those dates are called off one by one.
    """
    series = _locked(by, series_id)
    now = clock.now()
    after = series.sessions.select_for_update().filter(starts_at__gt=now, cancelled_at=None)
    rows = list(after.filter(starts_at__gte=clock.midnight(last_day + timedelta(days=1))).order_by("pk"))
    counts = counts_of([SessionId(row.pk) for row in rows])
    busy = [row for row in rows if counts[SessionId(row.pk)].told_count]
    if busy:
        first = min(row.starts_at for row in busy)
        raise Refusal("series_has_bookings", sessions=len(busy), starts_at=first)
    for row in rows:
        row.cancelled_at = now
        row.save(update_fields=["cancelled_at"])
        bookings().end(by, SessionId(row.pk), now)
        audit.record(by, "whats_on.session_cancelled", row, series_ended=True)
        outbox.append(events.SessionCalledOff(SessionId(row.pk)))
    _set_end(by, series, last_day)
    return len(rows)


@action
def reopen_series(*, by: Actor, series_id: int) -> None:
    """Let the series go on: dates can be planned again. What was called off is planned anew."""
    _set_end(by, _locked(by, series_id), None)


def _set_end(by: Actor, series: Series, last_day: date | None) -> None:
    if series.ended_on == last_day:
        return
    series.ended_on = last_day
    series.save(update_fields=["ended_on"])
    audit.record(by, "whats_on.series_ended" if last_day else "whats_on.series_reopened", series)
    freshness.invalidate(Topic.LISTINGS)


def _locked(by: Actor, series_id: int) -> Series:
    access.require(by, Permission.MANAGE_SESSIONS)
    return locked_own_series(by, series_id)
