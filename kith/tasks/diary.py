"""The diary: what is to come for one person at work, day by day; each room says in its ``sections`` what it brings."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from kith.kernel import clock
from kith.platform.ui.sections import DayContext, Row


@dataclass(frozen=True)
class DiaryEntry:
    """A row on its day; those at a time come first, in order of time."""

    day: date
    row: Row
    at: datetime | None = None

    @classmethod
    def timed(cls, row: Row, at: datetime) -> "DiaryEntry":
        """The row on the day of this instant, as clocks show it here."""
        return cls(clock.local(at).date(), row, at)

    @property
    def order(self) -> tuple[date, bool, float]:
        """Where it stands among the entries of all rooms."""
        return self.day, self.at is None, self.at.timestamp() if self.at else 0.0


@dataclass(frozen=True)
class DiaryPart:
    """What a room brings: the entries before a day, and the template of one, which finds it as ``row``.

    An entry about a family beyond the viewer's reach is left out; so is one about a bereaved family, unless it is what
    people still do for it.
    """

    template: str
    read: Callable[[DayContext, date], Iterable[DiaryEntry]]
    words: Mapping[str, object] = field(default_factory=dict)
    is_kept_in_bereavement: bool = False
