"""Record linkage: whether two records are of one family, with its reasons, and who in them is the same person."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from kith.methods.names import Word, is_perhaps_same

LIKELY = 50
"""From here on a pair is shown to people, who decide. A name alone never reaches it, nor does a shared telephone."""
NEAR_DUE = timedelta(days=14)
SOUNDS_APART = 0.6
"""How far the words of two names may be apart, in sounds, where a second sign has to speak for one person."""


class Reason(StrEnum):
    """What two records have in common, or what speaks against it."""

    NAME = "name"
    BIRTHDAY = "birthday"
    OTHER_BIRTHDAY = "other_birthday"
    PHONE = "phone"
    SHARED_PHONE = "shared_phone"
    EMAIL = "email"
    POSTCODE = "postcode"
    BABY = "baby"
    DUE = "due"


WEIGHTS = {
    Reason.EMAIL: 45,
    Reason.PHONE: 35,
    Reason.NAME: 30,
    Reason.BIRTHDAY: 25,
    Reason.BABY: 20,
    Reason.POSTCODE: 15,
    Reason.DUE: 15,
    Reason.SHARED_PHONE: 15,
    Reason.OTHER_BIRTHDAY: -25,
}


@dataclass(frozen=True)
class Person:
    """A parent or carer as far as it serves to recognise her."""

    name: tuple[Word, ...]
    born_on: date | None = None
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class Traits:
    """A family as far as it serves to recognise it."""

    people: tuple[Person, ...]
    postcodes: frozenset[str] = frozenset()
    births: frozenset[date] = frozenset()
    due_on: date | None = None


@dataclass(frozen=True)
class Likeness:
    """How like two families are, and why."""

    score: int
    reasons: tuple[Reason, ...] = field(default=())

    @property
    def is_likely(self) -> bool:
        """Whether a worker should check if the two are one."""
        return self.score >= LIKELY


def likeness(one: Traits, other: Traits) -> Likeness:
    """Compare two families; the same whichever comes first."""
    found = {*_best_pair(one, other), *_shared(one, other)}
    if Reason.PHONE in found:
        found.discard(Reason.SHARED_PHONE)  # of one person it says more than of a household
    reasons = tuple(sorted(found, key=lambda reason: (-WEIGHTS[reason], reason)))
    return Likeness(max(0, sum(WEIGHTS[reason] for reason in reasons)), reasons)


def is_named_so(one: Traits, other: Traits) -> bool:
    """Whether two parents' names alone are near enough to ask, no second sign given and no birthday against it."""
    pairs = ((first, second) for first in one.people for second in other.people)
    return any(is_perhaps_same(a.name, b.name) and Reason.OTHER_BIRTHDAY not in _in_common(a, b) for a, b in pairs)


def _best_pair(one: Traits, other: Traits) -> frozenset[Reason]:
    """What the two parents who are most alike have in common; a name and a birthday count only together on one."""
    pairs = [_in_common(first, second) for first in one.people for second in other.people]
    return max(pairs, key=lambda found: (sum(WEIGHTS[each] for each in found), sorted(found)), default=frozenset())


def _in_common(first: Person, second: Person) -> frozenset[Reason]:
    if not is_perhaps_same(first.name, second.name, close=SOUNDS_APART):
        return frozenset()
    found = {Reason.NAME}
    if first.born_on and second.born_on:
        found.add(Reason.BIRTHDAY if first.born_on == second.born_on else Reason.OTHER_BIRTHDAY)
    if first.phone and first.phone == second.phone:
        found.add(Reason.PHONE)
    return frozenset(found)


def _shared(one: Traits, other: Traits) -> set[Reason]:
    tests = {
        Reason.SHARED_PHONE: {each.phone for each in one.people if each.phone} & {each.phone for each in other.people},
        Reason.EMAIL: {each.email for each in one.people if each.email} & {each.email for each in other.people},
        Reason.POSTCODE: one.postcodes & other.postcodes,
        Reason.BABY: one.births & other.births,
        Reason.DUE: one.due_on and other.due_on and abs(one.due_on - other.due_on) <= NEAR_DUE,
    }
    return {reason for reason, is_so in tests.items() if is_so}


@dataclass(frozen=True)
class Known:
    """A parent, baby or pregnancy on a record, as far as it serves to find the same one on the other."""

    id: object
    name: tuple[Word, ...]
    day: date | None
    account: object | None = None


Same = Callable[[Known, Known], bool]


def same_parents(kept: Sequence[Known], gone: Sequence[Known]) -> list[tuple[Known, Known]]:
    """Who stands on both records: names alike and no other birthday; two accounts are two people."""
    return _paired(kept, gone, _is_same_parent)


def same_babies(kept: Sequence[Known], gone: Sequence[Known]) -> list[tuple[Known, Known]]:
    """Which babies stand on both: born on one day, with names alike or one of them not named yet."""
    return _paired(kept, gone, _is_same_baby)


def same_pregnancies(kept: Sequence[Known], gone: Sequence[Known]) -> list[tuple[Known, Known]]:
    """Which pregnancies stand on both: due within two weeks of each other."""
    return _paired(kept, gone, lambda one, other: bool(one.day and other.day and abs(one.day - other.day) <= NEAR_DUE))


def _paired(kept: Sequence[Known], gone: Sequence[Known], is_same: Same) -> list[tuple[Known, Known]]:
    left, found = list(kept), []
    for each in gone:
        match = next((one for one in left if is_same(one, each)), None)
        if match:
            left.remove(match)
            found.append((match, each))
    return found


def _is_same_parent(one: Known, other: Known) -> bool:
    if one.account and other.account and one.account != other.account:
        return False
    return (one.day is None or other.day is None or one.day == other.day) and _one_name(one, other)


def _is_same_baby(one: Known, other: Known) -> bool:
    return one.day == other.day and (not one.name or not other.name or _one_name(one, other))


def _one_name(one: Known, other: Known) -> bool:
    """Also for a name of one word, as babies and some parents have."""
    if len(one.name) == len(other.name) == 1:
        return is_perhaps_same(one.name * 2, other.name * 2, close=SOUNDS_APART)
    return is_perhaps_same(one.name, other.name, close=SOUNDS_APART)
