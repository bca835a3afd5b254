"""Which names answer to the one looked for, and of which closed records a worker is told that they are there."""

from kith.families.rules.finding import Sought
from kith.methods.names import Word, alike, is_perhaps_same

ALIKE = 0.6
"""From here on a name is an answer to another; between the two names of a pair that is one it is nearly always more."""


def how_alike(sought: tuple[Word, ...], name: tuple[Word, ...]) -> float:
    """How well a parent's name answers to the one looked for; 0 where it does not."""
    found = alike(sought, name)
    return found if found >= ALIKE else 0.0


def may_be_told_of(sought: Sought, words: tuple[Word, ...], name: tuple[Word, ...]) -> bool:
    """Whether a worker who may not open a record is told that it is there.

    Only one who knows a number of the family's own, or a parent's whole name, and who would else begin a second one.
    """
    return sought.is_by_number or is_perhaps_same(words, name)
