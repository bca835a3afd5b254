"""A list at the desk, a page at a time, searched by words: every row of it can be reached."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import QuerySet

Row = TypeVar("Row")
Other = TypeVar("Other")
PAGE = 25
LONGEST_WORDS = 80


@dataclass(frozen=True)
class ListAsked:
    """Which page of a list is asked for, the words its rows are to hold, and what else stands in the address.

    ``part`` is the id of the list's heading where a page has several lists: each then has pages of its own.
    """

    page: int = 1
    words: str = ""
    others: tuple[tuple[str, str], ...] = ()
    part: str = ""

    @classmethod
    def of(cls, given: Mapping[str, str], part: str = "") -> "ListAsked":
        """What the address asks for; a page that is no number is the first."""
        number = given.get(_name(part), "")
        page = int(number) if number.isascii() and number.isdigit() and len(number) < 7 else 1
        others = tuple((name, value) for name, value in given.items() if name not in (_name(part), "words", "done"))
        words = given.get("words", "").replace("\0", "").strip()
        return cls(max(page, 1), words[:LONGEST_WORDS], others, part)

    def of_part(self, part: str) -> "ListAsked":
        """What is asked of one of several lists on a page."""
        return ListAsked.of(dict(self.others) | {"words": self.words}, part)

    def address(self, page: int) -> str:
        """The address of another page of the same list."""
        asked = [(_name(self.part), str(page)), ("words", self.words), *self.others]
        heading = f"#{self.part}" if self.part else ""
        return "?" + urlencode([(name, value) for name, value in asked if value]) + heading

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What stays in the address when other words are asked for: each list then begins at its first page."""
        return [(name, value) for name, value in self.others if not name.startswith(_name(""))]


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


def paged(rows: "QuerySet[Any, Row] | Sequence[Row]", asked: ListAsked, *, size: int = PAGE) -> Paged[Row]:
    """The page asked for, or the last one where there are fewer; a queryset must be ordered."""
    found = Paginator(rows, size).get_page(asked.page)
    return Paged(tuple(found.object_list), asked, found.number, found.paginator.num_pages, found.paginator.count)


def _name(part: str) -> str:
    return f"page-{part}" if part else "page"
