"""What devices noted and a person must look at: what stands in the register, what the device says, and why."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kith.cafes.queries.turns import TurnNow, turns_now
from kith.cafes.rules.codes import TurnId
from kith.groups.queries.attendance import marked_bookings
from kith.groups.rules.codes import Attendance
from kith.hub_days.models import DayEntry
from kith.hub_days.rules.codes import DayEntryId, EntryKind
from kith.kernel.ids import BookingId, MembershipId, SessionId, VenueId
from kith.organisations.queries.people import membership_cards
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.i18n.texts import LocalText
from kith.whats_on.queries.desk import session_to_run


@dataclass(frozen=True)
class EntryToLookAt:
    """One entry: what it is about, as far as it is still there, and who noted it when."""

    id: DayEntryId
    kind: EntryKind
    at: datetime
    person: str
    session: LocalText | None
    name: str
    stands: Attendance | None
    wanted: Attendance | None
    said: dict[str, Any]
    why: str
    turn: TurnNow | None = None

    @property
    def can_be_taken(self) -> bool:
        """Whether the register can still follow it."""
        if self.kind is EntryKind.TURN:
            return self.turn is not None
        return self.kind is not EntryKind.ATTENDANCE or self.stands is not None


def entries_to_look_at(viewer: Viewer, venue_id: VenueId, on: date, *, lang: str) -> tuple[EntryToLookAt, ...]:
    """The entries of that day that wait, the oldest first; each family named is noted as looked at."""
    access.require(viewer, Permission.SEE_REGISTER)
    waiting = access.visible(viewer, DayEntry.objects.to_look_at()).select_related("device")
    rows = list(waiting.filter(device__venue_id=venue_id, device__on=on))
    people = membership_cards(MembershipId(row.device.membership_id) for row in rows)
    marked = marked_bookings(viewer, (BookingId(row.booking) for row in rows if row.booking))
    turns = turns_now(viewer, (TurnId(row.said["turn"]) for row in rows if row.kind == EntryKind.TURN))
    titles = {each: _title(viewer, each, lang) for each in {row.session_id for row in rows}}
    found = []
    for row in rows:
        booking = marked.get(BookingId(row.booking)) if row.booking else None
        turn = turns.get(TurnId(row.said["turn"])) if row.kind == EntryKind.TURN else None
        found.append(
            EntryToLookAt(
                id=DayEntryId(row.pk),
                kind=EntryKind(row.kind),
                at=row.at,
                person=people[MembershipId(row.device.membership_id)].name,
                session=titles[row.session_id],
                name=booking.name if booking else turn.name if turn else "",
                stands=booking.attendance if booking else None,
                wanted=Attendance(row.wanted) if row.wanted else None,
                said=row.said,
                why=row.why,
                turn=turn,
            )
        )
    return tuple(found)


def entries_waiting(viewer: Viewer) -> int:
    """How many entries of the viewer's organisation wait for a person."""
    access.require(viewer, Permission.SEE_REGISTER)
    return access.visible(viewer, DayEntry.objects.to_look_at()).count()


def _title(viewer: Viewer, session_id: int | None, lang: str) -> LocalText | None:
    card = session_to_run(viewer, SessionId(session_id), lang=lang) if session_id else None
    return card.title if card else None
