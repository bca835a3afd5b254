"""My next steps, the longest overdue first."""

from kith.care import queries as care
from kith.care.queries import StepRow
from kith.front.today_page.lists import Asked
from kith.kernel.listed import Listed


def read(asked: Asked) -> Listed[StepRow]:
    """What I am to do."""
    return care.my_steps(asked.viewer)
