"""Parents and carers and how they are safely reached, where they live, and how the record began."""

from collections.abc import Iterator
from dataclasses import dataclass

from kith.families.queries.page import FamilyPage, ParentRow
from kith.families.wording.keeping import ACCESS_NEEDS, RELATIONS, UNSAFE
from kith.families.wording.records import CAME_BY
from kith.front.family_page.opened import Opened
from kith.front.timeline import Moment
from kith.platform.access.permissions import Permission


@dataclass(frozen=True)
class Person:
    """A parent or carer with the words for what to heed."""

    row: ParentRow
    relation: str
    unsafe: tuple[str, ...]
    needs: tuple[str, ...]


@dataclass(frozen=True)
class Parents:
    """All the parents, and whether the viewer may open the whole record."""

    page: FamilyPage
    people: tuple[Person, ...]
    may_change: bool


def read(opened: Opened) -> Parents:
    """The page holds them all; nothing more is asked of the database."""
    return Parents(
        opened.page, tuple(_person(row) for row in opened.page.parents), opened.may(Permission.CHANGE_RECORD)
    )


def moments(it: Parents) -> Iterator[Moment]:
    """The first moment of all."""
    yield Moment(it.page.registered_at, str(CAME_BY[it.page.came_by]))


def _person(row: ParentRow) -> Person:
    return Person(
        row,
        relation=str(RELATIONS[row.relation]),
        unsafe=tuple(str(UNSAFE[each]) for each in sorted(row.safe_contact.unsafe_channels)),
        needs=tuple(str(ACCESS_NEEDS[each]) for each in row.access_needs),
    )
