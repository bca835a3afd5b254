"""What a search for records shows a worker: those they may open, and that there are others."""

from collections.abc import Mapping
from dataclasses import dataclass

from kith.families.queries.cards import FamilyCard, family_cards
from kith.families.queries.duplicates import Duplicate
from kith.families.queries.reach import opened_by
from kith.families.rules.finding import Sought
from kith.finding.rules.answers import may_be_told_of
from kith.kernel.ids import FamilyId
from kith.methods.linkage import Likeness
from kith.methods.names import alike as how_alike
from kith.methods.names import hear
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer

MOST = 10


@dataclass(frozen=True)
class Fit:
    """A record that the viewer may open, and the parent's name that answers to the one looked for."""

    family: FamilyCard
    name: str


@dataclass(frozen=True)
class Fits:
    """The records that fit, the most alike first; and those that the viewer may not open, whose ids no page shows."""

    rows: tuple[Fit, ...]
    beyond: frozenset[FamilyId] = frozenset()
    is_more: bool = False


@dataclass(frozen=True)
class Alike:
    """Records that may be of a family about to be written down; ``beyond``: those that the viewer may not open."""

    rows: tuple[Duplicate, ...] = ()
    beyond: frozenset[FamilyId] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.rows or self.beyond)


def fits(viewer: Viewer, sought: Sought, found: tuple[tuple[FamilyId, str], ...], *, is_cut: bool) -> Fits:
    """Of what a search has found that which the viewer may see, each family once, by the name that fits it best."""
    words = hear(sought.name)
    names = {name: hear(name) for _, name in found}
    scored = [(how_alike(words, names[name]) if words else 1.0, family_id, name) for family_id, name in found]
    ranked = sorted((each for each in scored if each[0]), key=lambda each: -each[0])
    best: dict[FamilyId, str] = {}
    for _, family_id, name in ranked:
        best.setdefault(family_id, name)
    opened = opened_by(viewer, best)
    rows = [each for each in best if each in opened]
    cards = family_cards(viewer, rows[:MOST])
    closed = best.keys() - opened if Permission.REGISTER_FAMILY in viewer.permissions else ()
    told = {each for each in closed if may_be_told_of(sought, words, names[best[each]])}
    shown = tuple(Fit(cards[each], best[each]) for each in rows[:MOST] if each in cards)
    return Fits(shown, frozenset(told), is_more=len(rows) > MOST or is_cut)


def alike(viewer: Viewer, found: Mapping[FamilyId, Likeness]) -> Alike:
    """Of the records like a new one those that the viewer may see, the most alike first; others only where likely."""
    cards = family_cards(viewer, list(found))
    rows = [Duplicate(card, card, found[each]) for each, card in cards.items()]
    others = {each for each in found.keys() - cards.keys() if found[each].is_likely}
    return Alike(tuple(sorted(rows, key=lambda row: -row.likeness.score)[:MOST]), frozenset(others))
