"""My next steps, the longest overdue first."""

from kith.care.queries.next_steps import StepRow, my_steps
from kith.front.today_page.lists import Asked
from kith.kernel.listed import Listed


def read(asked: Asked) -> Listed[StepRow]:
    """What I am to do."""
    return my_steps(asked.viewer)
