"""Writing on a family's record that it came, where it wishes that; and taking this off again."""

from kith.cafes.actions.finding import locked_time, run_session
from kith.cafes.models import Turn, WalkIn
from kith.cafes.rules.codes import TurnId
from kith.families.actions.locking import lock_family
from kith.kernel import clock
from kith.kernel.ids import FamilyId, SessionId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.whats_on.queries.sessions import SessionCard


@action
def join_family(*, by: Actor, session_id: SessionId, family_id: FamilyId, turn_id: TurnId | None = None) -> None:
    """Note on the family's record, as it wishes, that it came, and whose turn on the list is its own; twice is once."""
    access.require(by, Permission.SEE_FAMILY, family_id=family_id)
    session = run_session(by, session_id)
    if refusal := _refusal(session):
        raise refusal
    lock_family(family_id)
    if turn_id:
        _give_turn(by, session_id, family_id, turn_id)
    new = {"at": min(clock.now(), session.ends_at), "noted_by_id": by.membership_id}
    row, is_new = WalkIn.objects.get_or_create(
        session_id=session_id, family_id=family_id, taken_back_at=None, defaults=new
    )
    if is_new:
        audit.record(by, "cafes.walk_in_noted", row, family_id=family_id, session_id=session_id)


@action
def part_family(*, by: Actor, session_id: SessionId, family_id: FamilyId) -> None:
    """Take off the family's record that it came, and its name off the list; twice is once."""
    access.require(by, Permission.SEE_FAMILY, family_id=family_id)
    run_session(by, session_id)
    lock_family(family_id)
    for turn in Turn.objects.filter(session_id=session_id, family_id=family_id, booked_at=None):
        turn.family = None
        turn.save(update_fields=["family"])
    row = WalkIn.objects.filter(session_id=session_id, family_id=family_id, taken_back_at=None).first()
    if row is not None:
        row.taken_back_at = clock.now()
        row.save(update_fields=["taken_back_at"])
        audit.record(by, "cafes.walk_in_taken_back", row, family_id=family_id, session_id=session_id)


def _refusal(session: SessionCard) -> Refusal | None:
    if session.is_cancelled:
        return Refusal("list_called_off")
    is_to_come = clock.local(session.starts_at).date() > clock.today()
    return Refusal("walk_in_before_the_day") if is_to_come else None


def _give_turn(by: Actor, session_id: SessionId, family_id: FamilyId, turn_id: TurnId) -> None:
    locked_time(session_id)
    turn = Turn.objects.filter(pk=turn_id, session_id=session_id).first()
    if turn is None:
        raise NotFound("turn")
    if turn.family_id == family_id:
        return
    if turn.family_id or Turn.objects.open().filter(session_id=session_id, family_id=family_id).exists():
        raise Refusal("turn_twice")
    turn.family_id = family_id
    turn.save(update_fields=["family"])
    audit.record(by, "cafes.turn_joined", turn, family_id=family_id, session_id=session_id)
