"""What rooms bring to the briefing and the case study: parts of chapters, and quotes that may be printed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from kith.kernel.plan import Chapter, Paper
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class Words:
    """A paragraph, a quotation or a point of a list, in the language it is really in."""

    text: str
    lang: str
    kind: str = "paragraph"


@dataclass(frozen=True)
class Grid:
    """A table: headings and rows, in the language of the paper."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Words | Grid


@dataclass(frozen=True)
class PaperPart:
    """What one room brings to one chapter, read in the reader's language; it may have a heading of its own."""

    paper: Paper
    chapter: Chapter
    read: Callable[[Viewer, str], Iterable[Block]]
    heading: Promise | str = ""


@dataclass(frozen=True)
class Quote:
    """Words of a parent that a person has released for the public, in the language they are really in."""

    words: str
    lang: str


_parts: list[PaperPart] = []
_quotes: list[Callable[[Viewer, str], Iterable[Quote]]] = []


def hang_paper_parts(parts: Iterable[PaperPart], quotes: Iterable[Callable[[Viewer, str], Iterable[Quote]]]) -> None:
    """Make what rooms bring known, in this order; safe to run twice."""
    _parts[:] = parts
    _quotes[:] = quotes


def parts_of(paper: Paper, chapter: Chapter) -> tuple[PaperPart, ...]:
    """What rooms bring to this chapter."""
    return tuple(each for each in _parts if (each.paper, each.chapter) == (paper, chapter))


def released_quotes(viewer: Viewer, lang: str) -> tuple[Quote, ...]:
    """What parents said and a person has released, from all rooms, each once."""
    return tuple(dict.fromkeys(quote for read in _quotes for quote in read(viewer, lang)))
