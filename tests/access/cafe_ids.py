"""What the addresses of cafés name."""

from typing import Any
from uuid import UUID

from kith.cafes.actions.footfall import count_arrivals
from kith.cafes.actions.offering import NewTimes, offer_one_to_one
from kith.cafes.rules.codes import Share
from kith.kernel import clock
from kith.kernel.ids import SessionId
from kith.platform.access.viewer import system_actor
from kith.whats_on.queries.sessions import session_card

BY = system_actor("tests")
KEY = UUID(int=0xCAFE)


def cafe_ids(session_id: SessionId) -> dict[str, Any]:
    """One-to-one time at the session, and a parent who was counted there on the day."""
    offer(session_id)
    session = session_card(BY, session_id, lang="en")
    assert session
    with clock.use(clock.FixedClock(session.starts_at)):
        count(session_id, KEY)
    return {"request_key": KEY}


def offer(session_id: SessionId) -> None:
    """One-to-one time through the whole session, every time of it to be booked."""
    session = session_card(BY, session_id, lang="en")
    assert session
    times = NewTimes(None, session.starts_at, session.ends_at, 20, Share.EVERY)
    offer_one_to_one(by=BY, session_id=session_id, times=times)


def count(session_id: SessionId, key: UUID) -> int:
    """A parent with a baby comes in."""
    people = {"adults": 1, "co_parents": 0, "babies": 1, "siblings": 0}
    return count_arrivals(by=BY, session_id=session_id, request_key=key, **people)
