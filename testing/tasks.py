"""Next steps and notices as tests look at them: the rows, whatever room asked for them."""

from kith.tasks.models.next_steps import NextStep
from kith.tasks.models.notices import Notice

__all__ = ["NextStep", "Notice"]
