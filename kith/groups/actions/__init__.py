"""Booking and cancelling, planning sessions, keeping the register."""

from kith.groups.actions.attendance import mark_attendance
from kith.groups.actions.booking import BookingContact, BookingReceipt, PlaceOrder, book_place, book_place_as_visitor
from kith.groups.actions.cancelling import book_again, cancel_booking, give_up_for_bereavement
from kith.groups.actions.interpreters import ask_for_interpreter, no_interpreter_needed
from kith.groups.actions.planning import NewSeries, NewSession, add_series, cancel_session, plan_sessions
from kith.groups.actions.telling import tell_booked, tell_cancelled, tell_waiting

__all__ = [
    "BookingContact",
    "BookingReceipt",
    "NewSeries",
    "NewSession",
    "PlaceOrder",
    "add_series",
    "ask_for_interpreter",
    "book_again",
    "book_place",
    "book_place_as_visitor",
    "cancel_booking",
    "cancel_session",
    "give_up_for_bereavement",
    "mark_attendance",
    "no_interpreter_needed",
    "plan_sessions",
    "tell_booked",
    "tell_cancelled",
    "tell_waiting",
]
