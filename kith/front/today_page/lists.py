"""What a list of Today is, and how all of them are read together."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from kith.families.queries.cards import FamilyCard, family_cards
from kith.kernel.ids import FamilyId
from kith.kernel.listed import Listed
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class Asked:
    """Whose day it is, in which language, and which day."""

    viewer: Viewer
    lang: str
    day: date


class Row(Protocol):
    """A line of a list; one that names a family is shown only while the viewer may see that family."""

    @property
    def family_id(self) -> FamilyId | None:
        """The family it is about, if any."""


@dataclass(frozen=True)
class DayList:
    """One list: its template's name and what it reads. ``front/today/<topic>.jinja`` finds the rows as ``it``.

    A row about a family beyond the viewer's reach is left out, unless the list can do without a name; so is one
    about a bereaved family, unless the list holds what people still do for it.
    """

    topic: str
    read: Callable[[Asked], Listed[Any]]
    is_shown_empty: bool = False
    is_kept_beyond_reach: bool = False
    is_kept_in_mourning: bool = False


@dataclass(frozen=True)
class Day:
    """The lists to draw, and the families named in them."""

    lists: list[tuple[str, Listed[Any]]]
    cards: dict[FamilyId, FamilyCard]


def read_day(lists: Iterable[DayList], asked: Asked) -> Day:
    """Read every list, then all families that they name in one go."""
    read = [(each, each.read(asked)) for each in lists]
    named = {row.family_id for _, listed in read for row in listed.rows if row.family_id is not None}
    cards = family_cards(asked.viewer, named)
    within_reach = [
        (each, listed if each.is_kept_beyond_reach else _shown(listed, cards, each.is_kept_in_mourning))
        for each, listed in read
    ]
    return Day([(each.topic, listed) for each, listed in within_reach if listed or each.is_shown_empty], cards)


def _shown(listed: Listed[Any], cards: dict[FamilyId, FamilyCard], is_kept_in_mourning: bool) -> Listed[Any]:
    rows: tuple[Row, ...] = listed.rows
    shown = {family_id for family_id, card in cards.items() if is_kept_in_mourning or not card.is_bereaved}
    return Listed(tuple(row for row in rows if row.family_id is None or row.family_id in shown), listed.has_more)
