"""Interpreters of my families this week: who comes, and who has not said yes."""

from kith.care import queries as care
from kith.front.today_page.lists import Asked
from kith.interpreting import queries as interpreting
from kith.interpreting.queries import InterpreterBookingRow
from kith.kernel.listed import Listed


def read(asked: Asked) -> Listed[InterpreterBookingRow]:
    """Their live bookings of the next seven days."""
    return interpreting.next_for(asked.viewer, care.led_family_ids(asked.viewer))
