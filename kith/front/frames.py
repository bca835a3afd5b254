"""The frames of Today, the desk, the family page and my page; what stands in them is hung here by ``config``."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kith.families.context import Section
from kith.families.queries.cards import FamilyCard, family_cards
from kith.kernel.ids import FamilyId
from kith.kernel.listed import Listed
from kith.platform.ui.sections import Confirmations, DayContext, DayList, PageLink, Row


@dataclass(frozen=True)
class Frames:
    """What the rooms bring, in the order in which it is shown."""

    desk: Sequence[PageLink] = ()
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
class Day:
    """The lists to draw with their rows, and the families named in them."""

    lists: list[tuple[DayList, Listed[Row]]]
    cards: dict[FamilyId, FamilyCard]


_hung = Frames()


def hang(frames: Frames) -> None:
    """Take what the rooms bring."""
    global _hung
    _hung = frames


def hung() -> Frames:
    """What the rooms bring."""
    return _hung


def read_day(lists: Sequence[DayList], context: DayContext) -> Day:
    """Read every list, then all families that they name in one go."""
    read = [(each, each.read(context)) for each in lists]
    named = {row.family_id for _, listed in read for row in listed.rows if row.family_id is not None}
    cards = family_cards(context.viewer, named)
    shown = [(each, _shown(each, listed, cards)) for each, listed in read]
    return Day([(each, listed) for each, listed in shown if listed or each.is_shown_empty], cards)


def _shown(each: DayList, listed: Listed[Row], cards: dict[FamilyId, FamilyCard]) -> Listed[Row]:
    if each.is_kept_beyond_reach:
        return listed
    shown = {family_id for family_id, card in cards.items() if each.is_kept_in_bereavement or not card.is_bereaved}
    rows = tuple(row for row in listed.rows if row.family_id is None or row.family_id in shown)
    return Listed(rows, listed.has_more)
