"""Telling a family what becomes of its one-to-one time. Safe to run twice."""

from datetime import datetime
from typing import Any

from kith.cafes.actions.turns import step
from kith.cafes.events import TurnBooked
from kith.cafes.models import OneToOneTime, Turn
from kith.cafes.rules.codes import TurnState
from kith.families.queries.cards import contact_of
from kith.kernel.ids import FamilyId, SessionId
from kith.kernel.languages import ENGLISH, interface_language
from kith.messages.actions.queueing import queue_message
from kith.platform import audit
from kith.platform.access.viewer import system_actor
from kith.platform.action import action
from kith.platform.private_links import address
from kith.whats_on.events import SessionCalledOff, SessionMoved
from kith.whats_on.queries.pages import venue_of
from kith.whats_on.queries.sessions import SessionCard, session_card

TELLER = system_actor("cafes.telling")


@action
def tell_turn_booked(event: TurnBooked) -> None:
    """Confirm the time; nothing where it was given back meanwhile."""
    row = Turn.objects.filter(pk=event.turn_id, state=TurnState.BOOKED).first()
    if row:
        tell(row, "one_to_one_booked", f"{row.pk}", page="own-one-to-one")


@action
def end_turns_called_off(event: SessionCalledOff) -> None:
    """Free every booked time of a session that will not take place, and tell those whose family is known."""
    for row in _booked(event.session_id):
        step(row, TurnState.GIVEN_BACK)
        family_id = FamilyId(row.family_id) if row.family_id else None
        audit.record(TELLER, "cafes.turn_ended", row, family_id=family_id, why="called_off")
        tell(row, "session_called_off", f"{row.pk}", page="session")


@action
def tell_of_moved_time(event: SessionMoved) -> None:
    """Tell those who have a time when it is now: it moves with the session."""
    card = session_card(TELLER, event.session_id, lang=ENGLISH.code)
    # A later move is told by its own event.
    rows = _booked(event.session_id) if card and card.revision == event.revision else ()
    for row in rows:
        tell(row, "session_moved", f"{row.pk}:{event.revision}", page="own-one-to-one", was_start=event.was_start)


def _booked(session_id: SessionId) -> list[Turn]:
    OneToOneTime.objects.locked(session_id)
    return list(Turn.objects.filter(session_id=session_id, state=TurnState.BOOKED).order_by("number"))


def tell(row: Turn, kind: str, key: str, *, page: str, was_start: datetime | None = None, **facts: object) -> None:
    """One message in the language she reads; who gave only a name for the list is rung by those who run it."""
    family_id = FamilyId(row.family_id) if row.family_id else None
    contact = contact_of(TELLER, family_id) if family_id else None
    time = OneToOneTime.objects.filter(session_id=row.session_id).first()
    if contact is None or time is None or row.slot is None or not (contact.email or contact.phone):
        return
    language = interface_language(contact.reads).code
    session = session_card(TELLER, SessionId(row.session_id), lang=language)
    if session is None:
        return
    times = time.within(session.starts_at, session.ends_at)
    facts = _facts(session, times.at(row.slot), times.at(row.slot) + times.each, language) | facts
    if was_start:
        moved_by = session.starts_at - was_start
        facts |= {"is_waiting": False, "was_at": (times.at(row.slot) - moved_by).isoformat()}
    queue_message(
        by=TELLER,
        kind=kind,
        family_id=family_id,
        to_email=contact.email or None,
        to_phone=contact.phone or None,
        language=language,
        facts={**facts, "link": address(page, str(session.id), language)},
        dedupe_key=f"one-to-one:{kind}:{key}",
    )


def _facts(session: SessionCard, starts_at: datetime, ends_at: datetime, language: str) -> dict[str, Any]:
    venue = venue_of(TELLER, session, lang=language)
    return {
        "title": session.title.text,
        "starts_at": starts_at.isoformat(),
        "ends_at": ends_at.isoformat(),
        "where": f"{venue.name}, {venue.address}, {venue.postcode}" if venue else "",
        "room": session.room,
        "bus": venue.getting_there.text if venue and venue.getting_there else "",
        "page": address("session", str(session.id), language),
    }
