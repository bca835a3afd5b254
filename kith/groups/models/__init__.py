"""Series, sessions and bookings, private to this room.

How many places of a session are taken, how many of these are only held, and how many families wait, is counted by the
database itself (migrations 0002_guards, 0003_held_bookings and 0005_offers), whichever code writes a booking; that the
places taken never exceed the capacity is a constraint on the same row.
"""

from kith.groups.models.bookings import Booking, BookingQuerySet
from kith.groups.models.held import HeldBooking, HeldBookingQuerySet
from kith.groups.models.sessions import ONCE_AT_A_TIME, ROOM_ONCE, Series, Session, SessionQuerySet

__all__ = [
    "ONCE_AT_A_TIME",
    "ROOM_ONCE",
    "Booking",
    "BookingQuerySet",
    "HeldBooking",
    "HeldBookingQuerySet",
    "Series",
    "Session",
    "SessionQuerySet",
]
