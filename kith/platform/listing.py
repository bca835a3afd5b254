"""A list at the desk, a page at a time, searched by words: every row of it can be reached."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import QuerySet

Row = TypeVar("Row")
Other = TypeVar("Other")
PAGE = 50
LONGEST_WORDS = 80


@dataclass(frozen=True)
class ListAsked:
    """Which page of a list is asked for, the words its rows are to hold, and what else stands in the address."""

    page: int = 1
    words: str = ""
    others: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, given: Mapping[str, str]) -> "ListAsked":
        """What the address asks for; a page that is no number is the first."""
        number = given.get("page", "")
        page = int(number) if number.isascii() and number.isdigit() and len(number) < 7 else 1
        others = tuple((name, value) for name, value in given.items() if name not in ("page", "words", "done"))
        return cls(max(page, 1), given.get("words", "").strip()[:LONGEST_WORDS], others)

    def address(self, page: int) -> str:
        """The address of another page of the same list."""
        asked = [("page", str(page)), ("words", self.words), *self.others]
        return "?" + urlencode([(name, value) for name, value in asked if value])


@dataclass(frozen=True)
class Paged(Generic[Row]):
    """One page of a list: its rows, which page of how many, and how many rows there are in all."""

    rows: tuple[Row, ...]
    asked: ListAsked
    page: int
    pages: int
    count: int

    def with_rows(self, rows: Iterable[Other]) -> "Paged[Other]":
        """The same page with its rows made ready to be shown."""
        return Paged(tuple(rows), self.asked, self.page, self.pages, self.count)

    @property
    def previous(self) -> str:
        """The address of the page before; empty on the first."""
        return self.asked.address(self.page - 1) if self.page > 1 else ""

    @property
    def next(self) -> str:
        """The address of the page after; empty on the last."""
        return self.asked.address(self.page + 1) if self.page < self.pages else ""


def paged(rows: "QuerySet[Row] | Sequence[Row]", asked: ListAsked, *, size: int = PAGE) -> Paged[Row]:  # type: ignore[type-var]  # any row
    """The page asked for, or the last one where there are fewer; a queryset must be ordered."""
    found = Paginator(rows, size).get_page(asked.page)
    return Paged(tuple(found.object_list), asked, found.number, found.paginator.num_pages, found.paginator.count)
