"""What is known of a family that is looked for, or about to be written down."""

from dataclasses import dataclass
from datetime import date

from kith.families.rules.entries import NewFamily
from kith.methods.linkage import Person, Traits
from kith.methods.names import hear


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
