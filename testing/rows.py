"""Rows as tests look at them, whichever room keeps them."""

from kith.families.models.consent import Consent
from kith.families.models.family import Family
from kith.groups.models.bookings import Booking
from kith.interpreting.models.bookings import InterpreterBooking
from kith.messages.models import Message
from kith.stores.models.recalls import RecallHolder
from kith.stores.models.stock import OwnedQuerySet, StockLevel, StockMove
from kith.whats_on.models.sessions import Series, Session, SessionQuerySet

__all__ = [
    "Booking",
    "Consent",
    "Family",
    "InterpreterBooking",
    "Message",
    "OwnedQuerySet",
    "RecallHolder",
    "Series",
    "Session",
    "SessionQuerySet",
    "StockLevel",
    "StockMove",
]
