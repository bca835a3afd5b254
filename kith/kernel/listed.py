"""A list that may have been cut at its longest."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True)
class Listed(Generic[Row]):
    """Some rows, and whether there are more than these."""

    rows: tuple[Row, ...]
    has_more: bool = False

    @classmethod
    def cut(cls, rows: Sequence[Row], most: int) -> "Listed[Row]":
        """The first so many of the rows, of which one more than that was asked for."""
        return cls(tuple(rows[:most]), len(rows) > most)

    def __bool__(self) -> bool:
        return bool(self.rows)
