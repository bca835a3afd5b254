"""When, where and how a session takes place, as it is planned, and what no plan may be."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from kith.kernel import clock
from kith.kernel.ids import VenueId
from kith.kernel.refusal import Refusal
from kith.whats_on.rules.codes import Joining

LONGEST = timedelta(days=1)


@dataclass(frozen=True)
class NewSession:
    """One date of a series."""

    starts_at: datetime
    ends_at: datetime
    capacity: int
    joining: Joining = Joining.BOOKABLE
    venue_id: VenueId | None = None
    online: bool = False
    language: str = "en"
    interpreter_possible: bool = False
    room: str = ""
    has_creche: bool = False
    creche_places: int = 0

    def tidied(self) -> "NewSession":
        """The same without blanks around its room, and without places of a crèche that it has not."""
        room, creche_places = " ".join(self.room.split()), self.creche_places if self.has_creche else 0
        is_tidy = (room, creche_places) == (self.room, self.creche_places)
        return self if is_tidy else replace(self, room=room, creche_places=creche_places)

    @property
    def room_key(self) -> tuple[VenueId, str] | None:
        """The room that it needs for itself, however it is written; None where none is named."""
        room = " ".join(self.room.split()).lower()
        return (self.venue_id, room) if self.venue_id and room else None


def may_plan(plan: NewSession, *, last_day: date | None = None) -> Refusal | None:
    """Say why there can be no such date, or None if there can; each refusal names the date."""
    if plan.ends_at <= plan.starts_at:
        return Refusal("session_ends_before_it_starts", starts_at=plan.starts_at)
    if plan.ends_at - plan.starts_at > LONGEST:
        return Refusal("session_too_long", starts_at=plan.starts_at)
    if plan.venue_id is None and not plan.online:
        return Refusal("session_nowhere", starts_at=plan.starts_at)
    if plan.capacity < 1:
        return Refusal("session_without_places", starts_at=plan.starts_at)
    if last_day and clock.local(plan.starts_at).date() > last_day:
        return Refusal("series_ended", starts_at=plan.starts_at, last_day=last_day)
    return None


def room_taken(plans: Sequence[NewSession], others: Iterable[NewSession] = ()) -> Refusal | None:
    """Say which of these dates needs a room that another of them, or one of the others, has at that time."""
    wanted = {id(each) for each in plans}
    by_room = defaultdict(list)
    for each in (*plans, *others):
        if key := each.room_key:
            by_room[key].append(each)
    for rows in by_room.values():
        rows.sort(key=lambda each: each.starts_at)
        last = rows[0]
        for each in rows[1:]:
            if each.starts_at < last.ends_at and (id(each) in wanted or id(last) in wanted):
                which = each if id(each) in wanted else last
                return Refusal("room_taken", starts_at=which.starts_at, room=which.room)
            last = max(last, each, key=lambda one: one.ends_at)
    return None


def planned_twice(plans: Iterable[NewSession], there: Iterable[tuple[datetime, int | None]]) -> Refusal | None:
    """Say which of these dates the series has already at that place."""
    seen = set(there)
    for each in plans:
        if (key := (each.starts_at, each.venue_id)) in seen:
            return Refusal("already_planned", starts_at=each.starts_at)
        seen.add(key)
    return None
