"""Interpreters of my families this week: who comes, and who has not said yes."""

from kith.caseloads.queries.leading import led_family_ids
from kith.front.today_page.lists import Asked
from kith.interpreting.queries.families import next_for
from kith.interpreting.queries.rows import InterpreterBookingRow
from kith.kernel.listed import Listed


def read(asked: Asked) -> Listed[InterpreterBookingRow]:
    """Their live bookings of the next seven days."""
    return next_for(asked.viewer, led_family_ids(asked.viewer))
