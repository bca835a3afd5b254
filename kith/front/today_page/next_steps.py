"""My next steps, the longest overdue first."""

from kith.front.today_page.lists import Asked
from kith.kernel.listed import Listed
from kith.tasks.queries.next_steps import StepRow, my_steps


def read(asked: Asked) -> Listed[StepRow]:
    """What I am to do."""
    return my_steps(asked.viewer)
