"""Counting who comes in, a tap at a time; each tap counts once and can be taken back."""

from datetime import datetime
from uuid import UUID

from kith.cafes.actions.finding import run_session
from kith.cafes.models import Arrival
from kith.cafes.rules.footfall import People, counted_at, may_change_count, may_count, told
from kith.kernel import clock
from kith.kernel.ids import SessionId
from kith.kernel.refusal import Refusal
from kith.places.codes.ethnicity import CATEGORIES
from kith.places.codes.languages import SPOKEN
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action

LANGUAGES = frozenset(language.code for language in SPOKEN)
COMMUNITIES = frozenset(category.code for category in CATEGORIES if category.census_group)


@action
def count_arrivals(
    *,
    by: Actor,
    session_id: SessionId,
    request_key: UUID,
    adults: int,
    co_parents: int,
    babies: int,
    siblings: int,
    language: str = "",
    community: str = "",
    at: datetime | None = None,
) -> int:
    """Count people who came in together, and say how many have come in all; one key counts once, however often sent.

    ``at``: when they came, where it is sent later; it must be of the session's day.
    """
    session = run_session(by, session_id)
    if before := Arrival.objects.filter(request_key=request_key).first():
        return _as_before(before, session_id)
    people = People(adults, co_parents, babies, siblings)
    if refusal := may_count(people, is_called_off=session.is_cancelled):
        raise refusal
    said = clock.local(at) if at else None
    starts_at, ends_at, now = map(clock.local, (session.starts_at, session.ends_at, clock.now()))
    new = {
        "session_id": session_id,
        **vars(people),
        "language": told(language, LANGUAGES),
        "community": told(community, COMMUNITIES),
        "at": counted_at(starts_at, ends_at, said, now=now),
    }
    row, is_new = Arrival.objects.get_or_create(request_key=request_key, defaults=new)
    if not is_new:
        return _as_before(row, session_id)
    audit.record(by, "cafes.arrivals_counted", row, session_id=session_id, **vars(people))
    return _count(session_id)


@action
def take_back_arrivals(*, by: Actor, request_key: UUID) -> int:
    """Take one tap back, and say how many have come in all; taken back twice it is taken back once."""
    row = _changed(by, request_key)
    if row.taken_back_at is None:
        row.taken_back_at = clock.now()
        row.save(update_fields=["taken_back_at"])
        audit.record(by, "cafes.arrivals_taken_back", row, session_id=row.session_id)
    return _count(SessionId(row.session_id))


@action
def count_again(*, by: Actor, request_key: UUID) -> int:
    """Count a tap that was taken back after all, and say how many have come in all."""
    row = _changed(by, request_key)
    if row.taken_back_at is not None:
        row.taken_back_at = None
        row.save(update_fields=["taken_back_at"])
        audit.record(by, "cafes.arrivals_counted_again", row, session_id=row.session_id)
    return _count(SessionId(row.session_id))


@action
def describe_arrivals(*, by: Actor, request_key: UUID, language: str, community: str) -> None:
    """Note beside a tap what she chose to tell of her language and community; empty takes it back."""
    row = _changed(by, request_key)
    row.language, row.community = told(language, LANGUAGES), told(community, COMMUNITIES)
    row.save(update_fields=["language", "community"])
    # What she told is not written here: with the hour beside it, it could tell who she is.
    audit.record(by, "cafes.arrivals_described", row, session_id=row.session_id)


def _changed(by: Actor, request_key: UUID) -> Arrival:
    """The tap behind its lock, at a session of the actor's own organisation that may still be changed."""
    access.require(by, Permission.SEE_REGISTER)
    row = Arrival.objects.select_for_update().filter(request_key=request_key).first()
    if row is None:
        raise NotFound("arrival")
    session = run_session(by, SessionId(row.session_id))
    if refusal := may_change_count(clock.local(session.starts_at), now=clock.local(clock.now())):
        raise refusal
    return row


def _as_before(row: Arrival, session_id: SessionId) -> int:
    if row.session_id != session_id:
        raise Refusal("count_key_used")
    return _count(session_id)


def _count(session_id: SessionId) -> int:
    return Arrival.objects.filter(session_id=session_id).people().count
