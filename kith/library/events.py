"""What the library announces."""

from dataclasses import dataclass
from datetime import datetime

from kith.platform.outbox import Event


@dataclass(frozen=True)
class StatementChanged(Event):
    """An answer is put in other words than before: the number of the wording that stood, and of the one that stands."""

    key: str
    before: int
    number: int


@dataclass(frozen=True)
class StatementWithdrawn(Event):
    """An answer is said no more."""

    key: str
    withdrawn_at: datetime
