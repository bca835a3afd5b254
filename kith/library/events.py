"""What the library announces."""

from dataclasses import dataclass

from kith.platform.outbox import Event


@dataclass(frozen=True)
class StatementMoved(Event):
    """An answer is put in another wording (by its number, after the one before), or (0) is said no more."""

    key: str
    before: int
    number: int
