"""Whether a family's record can be split in two as a worker wishes."""

from collections.abc import Collection
from dataclasses import dataclass

from kith.families.rules.entries import NewParent
from kith.kernel.ids import BabyId, ConsentId, ParentId, PregnancyId
from kith.kernel.refusal import Refusal


@dataclass(frozen=True)
class SplitWish:
    """Who goes into a record of her own, who cares for the baby there, and which consents hold where."""

    parents: frozenset[ParentId] = frozenset()
    babies: frozenset[BabyId] = frozenset()
    pregnancies: frozenset[PregnancyId] = frozenset()
    carer: NewParent | None = None
    seen_by: frozenset[ConsentId] = frozenset()
    no_longer_seen_by: frozenset[ConsentId] = frozenset()


def may_split(wish: SplitWish, *, parents: Collection[ParentId]) -> Refusal | None:
    """Why the record cannot be split like this, or None; ``parents`` are all who stand on it now."""
    if not wish.parents and not wish.babies:
        return Refusal("nobody_chosen")
    if wish.parents >= set(parents):
        return Refusal("nobody_would_stay")
    if not wish.parents and wish.carer is None:
        return Refusal("nobody_cares_there")
    if not wish.seen_by:
        return Refusal("nobody_would_see")
    return None
