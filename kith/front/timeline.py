"""One timeline of a family, gathered from the sections of its page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Moment:
    """Something that happened: when, what, what there is to say of it, and perhaps a link (words and address)."""

    at: datetime
    title: str
    lines: tuple[str, ...] = ()
    is_corrected: bool = False
    link: tuple[str, str] | None = None


def timeline(moments: Iterable[Moment]) -> list[Moment]:
    """The latest first; what is still to come stands at its own time."""
    return sorted(moments, key=lambda moment: moment.at, reverse=True)
