"""Saying when a specialist is at a session, and that she is not."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kith.cafes.actions.finding import locked_time, run_session, times_of
from kith.cafes.models import OneToOneTime, Turn
from kith.cafes.rules.codes import Share
from kith.cafes.rules.turns import Times, may_offer
from kith.kernel import clock
from kith.kernel.ids import MembershipId, SessionId
from kith.kernel.languages import ENGLISH
from kith.kernel.refusal import Refusal
from kith.organisations.events import MembershipEnded
from kith.organisations.queries.people import is_working, membership_card
from kith.platform import audit, freshness
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action
from kith.platform.freshness import Topic
from kith.whats_on.queries.desk import session_to_run
from kith.whats_on.queries.sessions import SessionCard

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class NewTimes:
    """One-to-one times as wanted: with which specialist, from when until when, how long each, which can be booked."""

    specialist: MembershipId | None
    begins_at: datetime
    ends_at: datetime
    each: int
    share: Share


@action
def offer_one_to_one(*, by: Actor, session_id: SessionId, times: NewTimes) -> None:
    """Offer one-to-one times at the session, or change them. Times that families have keep their clock time."""
    session = run_session(by, session_id)
    wanted = Times(times.begins_at, times.ends_at, times.each * MINUTE, times.share)
    if refusal := _refusal(session, wanted, times.specialist):
        raise refusal
    new = {
        "specialist_id": times.specialist,
        "begins_after": (times.begins_at - session.starts_at) // MINUTE,
        "minutes": (times.ends_at - times.begins_at) // MINUTE,
        "each": times.each,
        "share": times.share,
    }
    row, is_new = OneToOneTime.objects.select_for_update().get_or_create(session_id=session_id, defaults=new)
    if not is_new:
        _keep_booked(row, session, wanted)
        for name, value in new.items():
            setattr(row, name, value)
        row.save(update_fields=[name.removesuffix("_id") for name in new])
    audit.record(by, "cafes.one_to_one_offered", row, session_id=session_id, specialist_id=times.specialist)
    freshness.invalidate(Topic.LISTINGS)


@action
def withdraw_one_to_one(*, by: Actor, session_id: SessionId) -> None:
    """Take the one-to-one times of the session away; refused while families have a time or wait."""
    run_session(by, session_id)
    row = locked_time(session_id)
    if count := Turn.objects.open().filter(session_id=session_id).count():
        raise Refusal("one_to_one_wanted", count=count)
    audit.record(by, "cafes.one_to_one_withdrawn", row, session_id=session_id)
    row.delete()
    freshness.invalidate(Topic.LISTINGS)


@action
def release_specialist(event: MembershipEnded) -> None:
    """Leave the one-to-one times of who has left without a name: the lists to come say so. Safe to run twice."""
    by = system_actor("cafes")
    for row in OneToOneTime.objects.select_for_update().filter(specialist_id=event.membership_id):
        session = session_to_run(by, SessionId(row.session_id), lang=ENGLISH.code)
        if session and session.ends_at > clock.now():
            row.specialist = None
            row.save(update_fields=["specialist"])
            audit.record(by, "cafes.specialist_left", row, membership_id=event.membership_id)
            freshness.invalidate(Topic.LISTINGS)


def _refusal(session: SessionCard, wanted: Times, specialist: MembershipId | None) -> Refusal | None:
    if session.is_cancelled:
        return Refusal("list_called_off")
    if session.ends_at <= clock.now():
        return Refusal("list_over")
    if specialist and not (membership_card(specialist) and is_working(specialist)):
        return Refusal("one_to_one_nobody")
    return may_offer(session.starts_at, session.ends_at, wanted)


def _keep_booked(row: OneToOneTime, session: SessionCard, wanted: Times) -> None:
    """Refuse where a booked time would begin at another minute or not be there: families count on it."""
    had = times_of(row, session)
    moved = [slot for slot in row.taken if wanted.at(slot) != had.at(slot) or not wanted.can_be_booked(slot)]
    if moved:
        raise Refusal("one_to_one_moves_booked", count=len(moved))
