"""A parent's copy of the data: every column that the privacy table calls hers, of her and her babies."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import Model, Q

from kith.families.queries.page import ParentRow, family_page
from kith.families.queries.record_reads import ReadRow, record_reads
from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId, OrganisationId
from kith.kernel.privacy import Held, Privacy
from kith.organisations.queries.people import MembershipCard, membership_cards, organisation_cards
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked
from kith.rights.tables import column_of, model_of, tables_of_copy

Values = Mapping[str, object]
ORGANISATION, MEMBERSHIP = "organisations.Organisation", "organisations.Membership"
MOST_READS = 10_000


@dataclass(frozen=True)
class StaffMember:
    """A person at work, as a copy names them: the role, and where."""

    role: str
    organisation: str

    def __str__(self) -> str:
        return f"{self.role}, {self.organisation}"


@dataclass(frozen=True)
class AnotherParent:
    """What belongs to another parent of the same record, and is left out."""


@dataclass(frozen=True)
class CopyPart:
    """The rows of one table, each as its columns by name; an empty one is left out."""

    table: str
    rows: tuple[Values, ...]


@dataclass(frozen=True)
class DataCopy:
    """All parts, and who has opened the record."""

    made_at: datetime
    parts: tuple[CopyPart, ...]
    reads: tuple[ReadRow, ...]


@dataclass(frozen=True)
class Whose:
    """The parent who asks: her rows as a parent, those of others beside her, and where she comes first."""

    viewer: Viewer
    parents: Mapping[FamilyId, tuple[ParentRow, ...]]

    @classmethod
    def of(cls, viewer: Viewer) -> "Whose":
        """What is known of the viewer's families."""
        return cls(viewer, {each: family_page(viewer, each).parents for each in sorted(viewer.family_ids)})

    @cached_property
    def own(self) -> tuple[ParentRow, ...]:
        """Her own rows."""
        return tuple(row for rows in self.parents.values() for row in rows if row.is_own)

    @cached_property
    def names(self) -> frozenset[str]:
        """What names her in a column: her ids, her phones, her mailboxes."""
        return frozenset(str(each) for row in self.own for each in (row.id, row.phone, row.email) if each)

    @cached_property
    def names_of_others(self) -> frozenset[str]:
        """The names, phones and mailboxes of other parents of her record, unless they are hers, too."""
        others = (row for rows in self.parents.values() for row in rows if not row.is_own)
        return frozenset(each for row in others for each in (row.name, row.phone, row.email) if each) - self.names

    @cached_property
    def confided(self) -> frozenset[FamilyId]:
        """The families in which she is the only parent, or the first."""
        return frozenset(
            family_id
            for family_id, rows in self.parents.items()
            if len(rows) == 1 or any(row.is_own and row.is_main for row in rows)
        )


def data_copy(viewer: Viewer) -> DataCopy:
    """Gather the copy, in one look at each table. Does not check permission and does not note it: the action does."""
    whose = Whose.of(viewer)
    parts = (_part(table, held, whose) for table, held in tables_of_copy().items())
    reads = [row for each in whose.parents for row in record_reads(viewer, each, ListAsked(), size=MOST_READS).rows]
    return DataCopy(
        made_at=clock.now(),
        parts=tuple(part for part in parts if part.rows),
        reads=tuple(reads),
    )


def rows_of(table: str, held: Held, whose: Whose) -> Q:
    """Which rows of the table are hers."""
    families = whose.confided if held.is_confided else frozenset(whose.parents)
    found = Q(**{f"{held.family}__in": families}) if held.family else Q()
    if held.account:
        found &= Q(**{held.account: whose.viewer.account_id})
    if not held.parent:
        return found
    if isinstance(column_of(model_of(table), held.parent), ArrayField):
        said_of_none = Q(**{held.parent: [], f"{held.family}__in": whose.confided})
        return found & (Q(**{f"{held.parent}__overlap": [row.id for row in whose.own]}) | said_of_none)
    return found & Q(**{f"{held.parent}__in": whose.names})


def _part(table: str, held: Held, whose: Whose) -> CopyPart:
    model, columns = model_of(table), held.of(Privacy.HERS, Privacy.STAFF)
    rows = list(model._default_manager.filter(rows_of(table, held, whose)).order_by("pk").values(*columns))
    people, places = _named(model, MEMBERSHIP, columns, rows), _named(model, ORGANISATION, columns, rows)
    cards = membership_cards(MembershipId(each) for each in people.ids)
    organisations = organisation_cards(OrganisationId(each) for each in places.ids)

    def said(column: str, value: Any) -> object:
        if column in people.columns:
            return _staff(cards.get(MembershipId(value)))
        if column in places.columns:
            return organisations[OrganisationId(value)].name
        return AnotherParent() if str(value) in whose.names_of_others else value

    kept = tuple({name: said(name, value) for name, value in row.items() if _is_there(value)} for row in rows)
    return CopyPart(table, tuple(row for row in kept if row))


@dataclass(frozen=True)
class _Named:
    columns: frozenset[str]
    ids: frozenset[int]


def _named(model: type[Model], label: str, columns: Iterable[str], rows: Iterable[Values]) -> _Named:
    """The columns that lead to this table, and the rows there that they name."""
    keys = {each: column_of(model, each) for each in columns}
    found = frozenset(each for each, key in keys.items() if key.is_relation and key.related_model._meta.label == label)
    return _Named(found, frozenset(int(str(row[each])) for row in rows for each in found if row[each] is not None))


def _staff(card: MembershipCard | None) -> StaffMember | None:
    return StaffMember(card.role_name, card.organisation.name) if card else None


def _is_there(value: object) -> bool:
    return value is not None and value not in ("", [], {})
