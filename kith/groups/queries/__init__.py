"""What can be read of sessions and bookings."""

from kith.groups.queries.bookings import BookingPage, BookingRow, booking_calendar, booking_page, bookings_of_family
from kith.groups.queries.codes import CodeTarget, target_of_code
from kith.groups.queries.expected import ExpectedFamily, families_expected
from kith.groups.queries.finding import Choice, Timing, choices_near, choices_soonest, dates_of
from kith.groups.queries.pages import SessionPage, session_page, venue_of
from kith.groups.queries.register import Register, RegisterRow, ShiftRow, register_of, sessions_to_run
from kith.groups.queries.sessions import SessionCard, find_sessions, places_told, session_card

__all__ = [
    "BookingPage",
    "BookingRow",
    "Choice",
    "CodeTarget",
    "ExpectedFamily",
    "Register",
    "RegisterRow",
    "SessionCard",
    "SessionPage",
    "ShiftRow",
    "Timing",
    "booking_calendar",
    "booking_page",
    "bookings_of_family",
    "choices_near",
    "choices_soonest",
    "dates_of",
    "families_expected",
    "find_sessions",
    "places_told",
    "register_of",
    "session_card",
    "session_page",
    "sessions_to_run",
    "target_of_code",
    "venue_of",
]
