"""The tables of interpreting."""

from kith.interpreting.models.bookings import InterpreterBooking, InterpreterBookingQuerySet, InterpreterBookingState
from kith.interpreting.models.door import InterpreterCode, InterpreterKey, digest
from kith.interpreting.models.interpreters import (
    Interpreter,
    InterpreterLanguage,
    InterpreterLine,
    InterpreterQuerySet,
)

__all__ = [
    "Interpreter",
    "InterpreterBooking",
    "InterpreterBookingQuerySet",
    "InterpreterBookingState",
    "InterpreterCode",
    "InterpreterKey",
    "InterpreterLanguage",
    "InterpreterLine",
    "InterpreterQuerySet",
    "digest",
]
