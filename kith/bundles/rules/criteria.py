"""The place's public criteria: which family is given a bundle at once, and which a person decides about. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from kith.bundles.rules.codes import Arrives, Criterion, Told
from kith.kernel.age import whole_months
from kith.kernel.refusal import Refusal


@dataclass(frozen=True)
class Wanted:
    """The bundle that is asked for: for babies of which age, in whole months."""

    months_from: int
    months_until: int


def approved_at_once(said: Collection[Criterion], accepted: Collection[Criterion], *, has_room: bool) -> bool:
    """Whether nothing is left to decide: a criterion of the place is met, and the cot has room to stand."""
    return has_room and bool(set(said) & set(accepted) - {Criterion.OTHER})


def may_ask(wanted: Wanted, *, born_on: date | None, has_this: bool, today: date) -> Refusal | None:
    """Say why this bundle cannot be asked for this baby: one of each size, and none that does not fit."""
    if has_this:
        return Refusal("bundle_baby_has_one")
    months = whole_months(born_on, today) if born_on else 0
    if months >= wanted.months_until:
        return Refusal("bundle_too_small", months=wanted.months_until)
    return None


def best_fit(sizes: Collection[tuple[int, Wanted]], *, born_on: date | None, today: date) -> int | None:
    """The bundle for a baby of this age, by its number: the smallest that fits; None where none does."""
    months = whole_months(born_on, today) if born_on else 0
    fitting = [(size.months_until, pk) for pk, size in sizes if size.months_from <= months < size.months_until]
    return min(fitting)[1] if fitting else None


def to_tell(arrives: Arrives, *, is_packed: bool) -> Told:
    """What the family of an approved request is to know: that it is, or where the bundle is now."""
    if not is_packed:
        return Told.APPROVED
    return Told.ON_ITS_WAY if arrives is Arrives.DELIVERED else Told.READY
