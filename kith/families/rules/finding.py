"""What is known of a family that is looked for, and of which closed records a worker is told that they are there."""

from dataclasses import dataclass
from datetime import date

from kith.families.rules.duplicates import Person, Traits
from kith.families.rules.entries import NewFamily
from kith.methods.names import Word, alike, hear, is_perhaps_same

ALIKE = 0.6
"""From here on a name is an answer to another; between the two names of a pair that is one it is nearly always more."""


@dataclass(frozen=True)
class Sought:
    """What a worker knows: any of it, in the forms in which records hold it."""

    name: str = ""
    days: tuple[date, ...] = ()
    phone: str = ""
    postcode: str = ""
    nhs_number: str = ""
    card: str = ""

    @property
    def is_by_number(self) -> bool:
        """Whether it is looked for by what one family alone has."""
        return bool(self.phone or self.nhs_number or self.card)

    @property
    def has_full_postcode(self) -> bool:
        """Whether both halves of a postcode are known: the first half alone is thousands of families'."""
        return " " in self.postcode

    @property
    def signs(self) -> tuple[str, ...]:
        """By what it is looked for, as codes for the audit."""
        return tuple(name for name, value in vars(self).items() if value)


def how_alike(sought: tuple[Word, ...], name: tuple[Word, ...]) -> float:
    """How well a parent's name answers to the one looked for; 0 where it does not."""
    found = alike(sought, name)
    return found if found >= ALIKE else 0.0


def may_be_told_of(sought: Sought, words: tuple[Word, ...], name: tuple[Word, ...]) -> bool:
    """Whether a worker who may not open a record is told that it is there.

    Only one who knows a number of the family's own, or a parent's whole name, and who would else begin a second one.
    """
    return sought.is_by_number or is_perhaps_same(words, name)


def own_traits(family: NewFamily) -> Traits:
    """The family that is about to be written down, as far as it serves to recognise it."""
    people = (
        Person(hear(f"{it.given_name} {it.family_name}"), it.born_on, it.phone, it.email.strip().lower())
        for it in family.parents
    )
    return Traits(
        people=tuple(people),
        postcodes=frozenset(each.postcode for each in family.addresses if each.postcode),
        births=frozenset(each.born_on for each in family.babies),
        due_on=next((each.due_on for each in family.pregnancies), None),
    )
