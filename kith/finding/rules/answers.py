"""Of which closed records a worker is told that they are there."""

from kith.families.rules.finding import Sought
from kith.methods.names import Word, is_perhaps_same


def may_be_told_of(sought: Sought, words: tuple[Word, ...], name: tuple[Word, ...]) -> bool:
    """Whether a worker who may not open a record is told that it is there.

    Only one who knows a number of the family's own, or a parent's whole name, and who would else begin a second one.
    """
    return sought.is_by_number or is_perhaps_same(words, name)
