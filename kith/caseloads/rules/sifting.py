"""Which rows of a caseload are asked for, and in which order. Pure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from kith.caseloads.rules.leading import CaseKind
from kith.kernel.ids import FamilyId
from kith.methods.names import sorting_key


class Sort(StrEnum):
    """What a caseload is ordered by."""

    STAGE = "stage"
    NAME = "name"
    BABY = "baby"
    DUE = "due"
    CONTACT = "contact"


@dataclass(frozen=True)
class Case:
    """One family of a caseload, as far as it is sifted and ordered by it."""

    family_id: FamilyId
    name: str
    kind: CaseKind
    language: str
    ward: str
    is_own: bool
    youngest_born_on: date | None
    due_on: date | None
    next_due_on: date | None
    last_contact_on: date | None

    def is_overdue(self, today: date) -> bool:
        """Whether something that was to be done for the family is late."""
        return self.next_due_on is not None and self.next_due_on < today


@dataclass(frozen=True)
class Sifting:
    """What is asked for; nothing asked is every row."""

    kind: CaseKind | None = None
    language: str = ""
    ward: str = ""
    part: str = ""
    is_overdue: bool = False
    sort: Sort = Sort.STAGE

    @classmethod
    def of(cls, given: Mapping[str, str]) -> "Sifting":
        """What the address asks for; what it does not know is not asked."""
        kind, sort = given.get("kind", ""), given.get("sort", "")
        return cls(
            CaseKind(kind) if kind in set(CaseKind) else None,
            given.get("language", ""),
            given.get("ward", ""),
            given.get("part", ""),
            given.get("overdue", "") == "yes",
            Sort(sort) if sort in set(Sort) else Sort.STAGE,
        )

    def lets(self, case: Case, today: date) -> bool:
        """Whether the row is asked for."""
        return (
            self.kind in (None, case.kind)
            and self.language in ("", case.language)
            and self.ward in ("", case.ward)
            and self.part in ("", "own" if case.is_own else "cover")
            and (not self.is_overdue or case.is_overdue(today))
        )


_STAGES = {CaseKind.UNDER_8_WEEKS: 0, CaseKind.EXPECTING: 1, CaseKind.LATER: 2}
# Those whom a colleague left in trust first; the youngest baby first, then who is due; what is longest due first; and
# the family that has waited longest for a contact, or never had one, first.
_ORDERS: Mapping[Sort, Callable[[Case], Any]] = {
    Sort.STAGE: lambda case: (case.is_own, _STAGES[case.kind]),
    Sort.NAME: lambda _: (),
    Sort.BABY: lambda case: (case.youngest_born_on is None, -(case.youngest_born_on or date.min).toordinal()),
    Sort.DUE: lambda case: (case.next_due_on or date.max,),
    Sort.CONTACT: lambda case: (case.last_contact_on or date.min,),
}


def sifted(cases: Iterable[Case], asked: Sifting, *, today: date) -> list[Case]:
    """The rows asked for, in the order asked for, then by name as people sort."""
    order = _ORDERS[asked.sort]
    found = (case for case in cases if asked.lets(case, today))
    return sorted(found, key=lambda case: (order(case), sorting_key(case.name)))
