"""Turns on the one-to-one list: taken as she walks in or booked for a time, and moved on a tap at a time."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from kith.cafes.actions.finding import locked_time, run_session, times_of
from kith.cafes.events import TurnBooked
from kith.cafes.models import Turn
from kith.cafes.rules.codes import TurnId, TurnState
from kith.cafes.rules.turns import may_book, may_join, may_move, stamps
from kith.kernel import clock
from kith.kernel.ids import FamilyId, SessionId
from kith.kernel.languages import ENGLISH
from kith.kernel.refusal import Refusal
from kith.platform import access, audit, outbox
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.whats_on.queries.sessions import SessionCard, session_card

INSTANTS = ("booked_at", "arrived_at", "called_at", "began_at", "ended_at")


@action
def join_list(*, by: Actor, session_id: SessionId, request_key: UUID, known_as: str = "") -> TurnId:
    """Put a person who is here at the end of the list, with what to call her by; the same key never puts her twice."""
    session = run_session(by, session_id)
    times = times_of(locked_time(session_id), session)
    if before := _earlier(request_key, session_id):
        return before
    now = clock.now()
    is_today = clock.local(session.starts_at).date() == clock.today()
    if refusal := may_join(times, is_today=is_today, is_called_off=session.is_cancelled, now=now):
        raise refusal
    row = _new(session_id, request_key, known_as, state=TurnState.WAITING, arrived_at=now)
    audit.record(by, "cafes.list_joined", row, session_id=session_id)
    return TurnId(row.pk)


@action
def book_turn(*, by: Actor, session_id: SessionId, slot: int, request_key: UUID, known_as: str) -> TurnId:
    """Keep a time for a person who asks or rings; the same key never keeps two."""
    session = run_session(by, session_id)
    return _book(by, session, slot, request_key, known_as, family_id=None)


@action
def book_own_turn(*, by: Actor, family_id: FamilyId, session_id: SessionId, slot: int, request_key: UUID) -> TurnId:
    """Keep a time for the parent's own family, one at a session; the same key never keeps two."""
    access.require(by, Permission.BOOK_PLACE, family_id=family_id)
    if not by.is_parent:
        raise Forbidden(Permission.BOOK_PLACE.value)
    session = session_card(by, session_id, lang=ENGLISH.code)
    if session is None:
        raise NotFound("session")
    turn_id = _book(by, session, slot, request_key, "", family_id=family_id)
    # Heard twice, for a form that was sent twice, it is told once.
    outbox.append(TurnBooked(turn_id))
    return turn_id


@action
def give_back_own_turn(*, by: Actor, family_id: FamilyId, session_id: SessionId) -> None:
    """Give the family's time back, free for another one at once; given back twice it is given back once."""
    access.require(by, Permission.CANCEL_BOOKING, family_id=family_id)
    locked_time(session_id)
    row = Turn.objects.open().filter(session_id=session_id, family_id=family_id).first()
    if row is None:
        return
    if row.state != TurnState.BOOKED:
        raise Refusal("turn_is_here")
    step(row, TurnState.GIVEN_BACK)
    audit.record(by, "cafes.turn_given_back", row, family_id=family_id)


@action
def move_turn(*, by: Actor, turn_id: TurnId, after: TurnState, to: TurnState, at: datetime | None = None) -> None:
    """Move a turn on by a step, or back, now or as it was noted earlier; refused where another telephone has moved her.

    Raises Refusal.
    """
    moment = at or clock.now()
    access.require(by, Permission.SEE_REGISTER)
    session_id = Turn.objects.filter(pk=turn_id).values_list("session_id", flat=True).first()
    if session_id is None:
        raise NotFound("turn")
    session = run_session(by, SessionId(session_id))
    time = locked_time(session.id)
    row = Turn.objects.get(pk=turn_id)
    if row.state == to:
        return
    if refusal := may_move(row.state, to, after=after, is_booked=row.slot is not None):
        raise refusal
    is_its_day = clock.local(session.starts_at).date() == clock.local(moment).date()
    if not is_its_day and {after, to} != {TurnState.BOOKED, TurnState.GIVEN_BACK}:
        raise Refusal("list_of_another_day")
    if row.state in (TurnState.GIVEN_BACK, TurnState.LEFT) and row.slot in time.taken:
        raise Refusal("turn_time_taken")
    if to is TurnState.WAITING and _has_another(row):
        raise Refusal("turn_twice")
    step(row, to, at=moment)
    family_id = FamilyId(row.family_id) if row.family_id else None
    audit.record(by, "cafes.turn_moved", row, family_id=family_id, after=after, to=to)


def step(row: Turn, to: TurnState, *, at: datetime | None = None) -> None:
    """Write the new state with its instants, in the caller's transaction and behind the list's lock."""
    had: Mapping[str, datetime | None] = {name: getattr(row, name) for name in INSTANTS}
    changes = stamps(to, had, now=at or clock.now())
    row.state = to
    for name, value in changes.items():
        setattr(row, name, value)
    row.save(update_fields=["state", *changes])


def _book(
    by: Actor, session: SessionCard, slot: int, request_key: UUID, known_as: str, *, family_id: FamilyId | None
) -> TurnId:
    time = locked_time(session.id)
    if before := _earlier(request_key, session.id):
        return before
    now = clock.now()
    if session.is_cancelled:
        raise Refusal("list_called_off")
    if refusal := may_book(times_of(time, session), slot, time.taken, now=now):
        raise refusal
    if family_id and Turn.objects.open().filter(session_id=session.id, family_id=family_id).exists():
        raise Refusal("turn_twice")
    row = _new(session.id, request_key, known_as, state=TurnState.BOOKED, booked_at=now, slot=slot, family_id=family_id)
    audit.record(by, "cafes.turn_booked", row, family_id=family_id, session_id=session.id)
    return TurnId(row.pk)


def _new(session_id: SessionId, request_key: UUID, known_as: str, **said: object) -> Turn:
    """A new turn with the next number of the list, behind its lock."""
    last = Turn.objects.filter(session_id=session_id).aggregate(last=Max("number", default=0))["last"]
    return Turn.objects.create(
        session_id=session_id, request_key=request_key, known_as=known_as.strip(), number=last + 1, **said
    )


def _earlier(request_key: UUID, session_id: SessionId) -> TurnId | None:
    row = Turn.objects.filter(request_key=request_key).first()
    if row and row.session_id != session_id:
        raise Refusal("count_key_used")
    return TurnId(row.pk) if row else None


def _has_another(row: Turn) -> bool:
    """Whether the family of a turn that is over has another one by now."""
    if row.family_id is None:
        return False
    others = Turn.objects.open().filter(session_id=row.session_id, family_id=row.family_id).exclude(pk=row.pk)
    return others.exists()
