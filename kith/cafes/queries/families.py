"""What cafés know of a family: where it walked in, as it wished to be noted, and its one-to-one times."""

from dataclasses import dataclass
from datetime import datetime

from kith.cafes.models import OneToOneTime, Turn, WalkIn
from kith.cafes.rules.codes import TurnState
from kith.families.queries.cards import FamilyCard, family_cards
from kith.families.queries.reach import may_open
from kith.kernel import clock
from kith.kernel.ids import FamilyId, SessionId
from kith.platform import audit
from kith.platform.access import NotFound
from kith.platform.access.viewer import Viewer
from kith.whats_on.queries.sessions import SessionCard, card_of


@dataclass(frozen=True)
class WalkInRow:
    """A session to which the family came without booking, as it wished to be noted."""

    session: SessionCard
    at: datetime


@dataclass(frozen=True)
class TurnOfFamily:
    """A one-to-one time of the family, or one that it had."""

    session: SessionCard
    at: datetime
    state: TurnState

    @property
    def is_to_come(self) -> bool:
        """Whether it is still to come."""
        return self.state is TurnState.BOOKED and self.at > clock.now() and not self.session.is_cancelled


@dataclass(frozen=True)
class CafesOfFamily:
    """Both, the latest first."""

    walk_ins: tuple[WalkInRow, ...]
    turns: tuple[TurnOfFamily, ...]

    def __bool__(self) -> bool:
        return bool(self.walk_ins or self.turns)


def cafes_of(viewer: Viewer, family_id: FamilyId, *, lang: str) -> CafesOfFamily:
    """The family's walk-ins and one-to-one times; NotFound unless the viewer may open its record."""
    if not may_open(viewer, family_id):
        raise NotFound("family")
    walk_ins = WalkIn.objects.filter(family_id=family_id, taken_back_at=None).select_related("session__series")
    turns = Turn.objects.filter(family_id=family_id).select_related("session__series").order_by("-pk")
    rows = list(turns)
    times = {
        row.session_id: row for row in OneToOneTime.objects.filter(session_id__in=[row.session_id for row in rows])
    }
    return CafesOfFamily(
        tuple(WalkInRow(card_of(row.session, lang), row.at) for row in walk_ins.order_by("-at", "-pk")),
        tuple(_turn(row, card_of(row.session, lang), times.get(row.session_id)) for row in rows),
    )


def noted_at(viewer: Viewer, session_id: SessionId) -> list[FamilyCard]:
    """The families noted as walk-ins at the session, of those that the viewer may see; each is noted as read."""
    rows = list(WalkIn.objects.filter(session_id=session_id, taken_back_at=None).order_by("-at", "-pk"))
    cards = family_cards(viewer, {FamilyId(row.family_id) for row in rows})
    for row in rows:
        if FamilyId(row.family_id) in cards:
            audit.read(viewer, "cafes.walk_ins", WalkIn._meta.label, row.pk, family_id=FamilyId(row.family_id))
    return [cards[FamilyId(row.family_id)] for row in rows if FamilyId(row.family_id) in cards]


def own_turn(viewer: Viewer, family_id: FamilyId, session: SessionCard) -> TurnOfFamily | None:
    """The open turn of the viewer's family at the session, if it has one."""
    if not may_open(viewer, family_id):
        raise NotFound("family")
    row = Turn.objects.open().filter(family_id=family_id, session_id=session.id).first()
    time = OneToOneTime.objects.filter(session_id=session.id).first()
    return _turn(row, session, time) if row else None


def _turn(row: Turn, session: SessionCard, time: OneToOneTime | None) -> TurnOfFamily:
    at = row.arrived_at or session.starts_at
    if time and row.slot is not None:
        at = time.within(session.starts_at, session.ends_at).at(row.slot)
    return TurnOfFamily(session, at, TurnState(row.state))
