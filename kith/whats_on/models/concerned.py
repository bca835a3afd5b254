"""How many families a change of a date concerns; the room above counts its bookings."""

from dataclasses import replace

from kith.kernel.ids import OrganisationId, SessionId
from kith.whats_on.booked import DateChange, bookings
from kith.whats_on.models.sessions import Session
from kith.whats_on.rules.changes import ChangeEffect, is_told
from kith.whats_on.rules.plans import NewSession


def date_change(session: Session, new: NewSession) -> DateChange:
    """The session as it is, and as it will be."""
    return DateChange(SessionId(session.pk), OrganisationId(session.series.organisation_id), session.plan, new)


def effect_of(session: Session, new: NewSession) -> ChangeEffect:
    """How many families it concerns that the session be so; it counts nothing of other organisations."""
    held = session.places_held * is_told(session.plan, new)
    return replace(bookings().effect_of(date_change(session, new)), held_count=held)
