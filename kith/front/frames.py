"""The frames of Today, the desk, the family page and my page; what stands in them is hung here by ``config``."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from kith.families.context import Section
from kith.families.queries.cards import FamilyCard, family_cards
from kith.kernel.ids import FamilyId
from kith.kernel.listed import Listed
from kith.platform.ui.sections import Confirmations, DayContext, DayList, PageLink, Row
from kith.tasks.diary import DiaryEntry, DiaryPart


@dataclass(frozen=True)
class Frames:
    """What the rooms bring, in the order in which it is shown."""

    desk: Sequence[PageLink] = ()
    diary: Sequence[DiaryPart] = ()
    today_first: Sequence[DayList] = ()
    today_links: Sequence[PageLink] = ()
    today: Sequence[DayList] = ()
    today_last: Sequence[PageLink] = ()
    family_actions: Sequence[PageLink] = ()
    family: Sequence[Section] = ()
    family_beside: Sequence[Section] = ()
    my_page: Sequence[Section] = ()
    confirmations: Confirmations = field(default_factory=dict)
    my_confirmations: Confirmations = field(default_factory=dict)


@dataclass(frozen=True)
class DiaryDay:
    """What stands in the diary on one day, each with the part that draws it."""

    day: date
    rows: tuple[tuple[DiaryPart, Row], ...]


@dataclass(frozen=True)
class Day:
    """The lists to draw with their rows, the days of the diary, and the families named in them."""

    lists: list[tuple[DayList, Listed[Row]]]
    diary: tuple[DiaryDay, ...]
    cards: dict[FamilyId, FamilyCard]

    @property
    def counted(self) -> list[tuple[DayList, int, bool]]:
        """The lists with something in them, how much (a row may stand for several), and whether there is more."""
        return [
            (each, sum(getattr(row, "count", 1) for row in listed.rows), listed.has_more)
            for each, listed in self.lists
            if each.name and listed.rows
        ]

    def lists_of(self, wanted: Sequence[DayList]) -> list[tuple[DayList, Listed[Row]]]:
        """Those of these lists that are to be drawn."""
        return [(each, listed) for each, listed in self.lists if each in wanted]


_hung = Frames()


def hang(frames: Frames) -> None:
    """Take what the rooms bring."""
    global _hung
    _hung = frames


def hung() -> Frames:
    """What the rooms bring."""
    return _hung


def read_day(lists: Sequence[DayList], context: DayContext, until: date) -> Day:
    """Read every list and the diary before a day, then all families that they name in one go."""
    read = [(each, each.read(context)) for each in lists]
    noted = [(part, entry) for part in hung().diary for entry in part.read(context, until)]
    rows = [*(row for _, listed in read for row in listed.rows), *(entry.row for _, entry in noted)]
    cards = family_cards(context.viewer, {row.family_id for row in rows if row.family_id is not None})
    shown = [(each, _shown(each, listed, cards)) for each, listed in read]
    lists_shown = [(each, listed) for each, listed in shown if listed or each.is_shown_empty]
    return Day(lists_shown, tuple(_days(noted, cards)), cards)


def _days(noted: Sequence[tuple[DiaryPart, DiaryEntry]], cards: dict[FamilyId, FamilyCard]) -> Iterator[DiaryDay]:
    seen = [
        (part, entry)
        for part, entry in noted
        if (family_id := entry.row.family_id) is None
        or (family_id in cards and (part.is_kept_in_bereavement or not cards[family_id].is_bereaved))
    ]
    for day, pairs in groupby(sorted(seen, key=lambda pair: pair[1].order), key=lambda pair: pair[1].day):
        yield DiaryDay(day, tuple((part, entry.row) for part, entry in pairs))


def _shown(each: DayList, listed: Listed[Row], cards: dict[FamilyId, FamilyCard]) -> Listed[Row]:
    if each.is_kept_beyond_reach:
        return listed
    shown = {family_id for family_id, card in cards.items() if each.is_kept_in_bereavement or not card.is_bereaved}
    rows = tuple(row for row in listed.rows if row.family_id is None or row.family_id in shown)
    return Listed(rows, listed.has_more)
