"""The one-to-one list of a session: who is here, who is expected, and how long each still waits."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from kith.cafes.models import OneToOneTime, Turn
from kith.cafes.queries.footfall import session_of
from kith.cafes.rules.codes import CLOSED_STATES, HERE_STATES, TurnId, TurnState
from kith.cafes.rules.turns import Times, before
from kith.cafes.rules.waiting import InLine, about_minutes, expected, usual_length
from kith.families.queries.cards import FamilyCard, family_cards
from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId, SessionId
from kith.organisations.queries.people import MembershipCard, membership_cards
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.whats_on.queries.sessions import SessionCard


@dataclass(frozen=True)
class TurnRow:
    """A turn: what to call her by, her time if she has one, and how long she waits still."""

    id: TurnId
    number: int
    name: str
    family: FamilyCard | None
    is_joined: bool
    state: TurnState
    slot_at: datetime | None
    arrived_at: datetime | None
    wait_minutes: int | None
    is_reached: bool
    back_to: TurnState | None


@dataclass(frozen=True)
class OneToOneCard:
    """When a specialist is at a session, which all may know."""

    specialist: MembershipCard | None
    times: Times
    free: tuple[tuple[int, datetime], ...]

    @property
    def has_begun(self) -> bool:
        """Whether the first time has come: until then a wait is no wait."""
        return self.times.begins_at <= clock.now()

    @property
    def is_over(self) -> bool:
        """Whether the last time has passed."""
        return self.times.ends_at <= clock.now()


@dataclass(frozen=True)
class OneToOneList:
    """The list of a session: those here in the order in which they are likely to be seen, those expected, the rest."""

    session: SessionCard
    card: OneToOneCard
    here: tuple[TurnRow, ...]
    to_come: tuple[TurnRow, ...]
    over: tuple[TurnRow, ...]
    next_wait: int

    @property
    def count_waiting(self) -> int:
        """How many are here and not yet with the specialist."""
        return sum(row.state is not TurnState.BEING_SEEN for row in self.here)


def one_to_one_card(session: SessionCard) -> OneToOneCard | None:
    """The one-to-one time of a session and the times that can be booked; None where there is none."""
    row = OneToOneTime.objects.filter(session_id=session.id).first()
    return _card(row, session) if row else None


def list_of(viewer: Viewer, session_id: SessionId, *, lang: str) -> OneToOneList | None:
    """The list of a session that the viewer runs; None where one-to-one time is not offered."""
    access.require(viewer, Permission.SEE_REGISTER)
    session = session_of(viewer, session_id, lang=lang)
    card = one_to_one_card(session)
    if card is None:
        return None
    turns = list(Turn.objects.filter(session_id=session_id).order_by("number"))
    each, now = _length(card.times, turns), clock.now()
    line = [_in_line(row, card.times) for row in turns]
    begins_at = card.times.begins_at
    seen_at = expected(line, begins_at=begins_at, each=each, now=now)
    newcomer = InLine(TurnId(max((row.pk for row in turns), default=0) + 1), TurnState.WAITING, arrived_at=now)
    next_at = expected([*line, newcomer], begins_at=begins_at, each=each, now=now)[newcomer.id]
    families = _families(viewer, turns)
    rows = [_row(row, card.times, seen_at, families, now) for row in turns]
    places = {turn_id: place for place, turn_id in enumerate(seen_at)}
    here = [row for row in rows if row.state in HERE_STATES]
    to_come = [row for row in rows if row.state is TurnState.BOOKED]
    return OneToOneList(
        session=session,
        card=card,
        here=tuple(sorted(here, key=lambda row: places.get(row.id, -1))),
        to_come=tuple(sorted(to_come, key=lambda row: (row.slot_at or now, row.number))),
        over=tuple(row for row in rows if row.state in CLOSED_STATES),
        next_wait=about_minutes(next_at, now=now),
    )


def _card(row: OneToOneTime, session: SessionCard) -> OneToOneCard:
    times = row.within(session.starts_at, session.ends_at)
    who = MembershipId(row.specialist_id) if row.specialist_id else None
    specialist = membership_cards([who]).get(who) if who else None
    free = [] if session.is_cancelled else times.free(row.taken, now=clock.now())
    return OneToOneCard(specialist, times, tuple(free))


def _length(times: Times, turns: list[Turn]) -> timedelta:
    """How long a talk takes today."""
    lengths = [
        row.ended_at - row.began_at for row in turns if row.state == TurnState.SEEN and row.ended_at and row.began_at
    ]
    return usual_length(times.each, lengths)


def _in_line(row: Turn, times: Times) -> InLine:
    slot_at = times.at(row.slot) if row.slot is not None else None
    return InLine(TurnId(row.pk), TurnState(row.state), row.arrived_at, slot_at, row.began_at)


def _families(viewer: Viewer, turns: list[Turn]) -> Mapping[FamilyId, FamilyCard]:
    """The families of the turns that the viewer may see; whose name is shown is noted."""
    found = family_cards(viewer, {FamilyId(row.family_id) for row in turns if row.family_id})
    for row in turns:
        if row.family_id and FamilyId(row.family_id) in found:
            audit.read(viewer, "cafes.one_to_one_list", Turn._meta.label, row.pk, family_id=FamilyId(row.family_id))
    return found


def _row(
    row: Turn,
    times: Times,
    seen_at: Mapping[TurnId, datetime],
    families: Mapping[FamilyId, FamilyCard],
    now: datetime,
) -> TurnRow:
    family = families.get(FamilyId(row.family_id)) if row.family_id else None
    at = seen_at.get(TurnId(row.pk))
    return TurnRow(
        id=TurnId(row.pk),
        number=row.number,
        name=row.known_as or (family.name if family else ""),
        family=family,
        is_joined=row.family_id is not None,
        state=TurnState(row.state),
        slot_at=times.at(row.slot) if row.slot is not None else None,
        arrived_at=row.arrived_at,
        wait_minutes=about_minutes(at, now=now) if at else None,
        is_reached=at is None or at < times.ends_at,
        back_to=before(TurnState(row.state), is_booked=row.slot is not None),
    )
