"""Reads of interpreting: lists, one booking, costs, the list of interpreters, and pages behind secret links."""

from kith.interpreting.queries.costs import CostLine, MonthCosts, OrganisationCosts, month_costs
from kith.interpreting.queries.desk import InterpretingDesk, interpreting_desk
from kith.interpreting.queries.doors import (
    FamilyBooking,
    InterpreterDoor,
    InterpreterPage,
    OwnBooking,
    Telling,
    family_booking,
    interpreter_door,
    interpreter_page,
    telling,
)
from kith.interpreting.queries.families import bookings_of_family, next_for
from kith.interpreting.queries.interpreters import InterpreterCard, interpreter, interpreters, own_line
from kith.interpreting.queries.one import (
    InterpreterBookingPage,
    InterpreterContact,
    LineCard,
    StepRow,
    interpreter_booking,
)
from kith.interpreting.queries.rows import InterpreterBookingRow

__all__ = [
    "CostLine",
    "FamilyBooking",
    "InterpreterBookingPage",
    "InterpreterBookingRow",
    "InterpreterCard",
    "InterpreterContact",
    "InterpreterDoor",
    "InterpreterPage",
    "InterpretingDesk",
    "LineCard",
    "MonthCosts",
    "OrganisationCosts",
    "OwnBooking",
    "StepRow",
    "Telling",
    "bookings_of_family",
    "family_booking",
    "interpreter",
    "interpreter_booking",
    "interpreter_door",
    "interpreter_page",
    "interpreters",
    "interpreting_desk",
    "month_costs",
    "next_for",
    "own_line",
    "telling",
]
