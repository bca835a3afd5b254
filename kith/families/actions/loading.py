"""Very many families at once: for demonstrations, and for records that come from elsewhere."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice

from django.db import models

from kith.families.actions.rows import rows_of
from kith.families.models.consent import Consent
from kith.families.models.family import Address, Family
from kith.families.models.living import CrisisFlag, HouseholdMember
from kith.families.models.people import Baby, Parent, Pregnancy
from kith.families.rules.checks import check_family
from kith.families.rules.entries import NewFamily
from kith.imports.copying import copy_rows
from kith.kernel import clock
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action

CHUNK = 5_000
TABLES: tuple[type[models.Model], ...] = (
    Family,
    Parent,
    Pregnancy,
    Baby,
    Address,
    Consent,
    HouseholdMember,
    CrisisFlag,
)
LEFT_TO_POSTGRES = (models.BigAutoField, models.GeneratedField)


@action
def load(*, by: Actor, families: Iterable[NewFamily]) -> int:
    """Write all the families down or none, and say how many; needs the right to administer."""
    access.require(by, Permission.ADMINISTER)
    now, today, count, source = clock.now(), clock.today(), 0, iter(families)
    first: NewFamily | None = None
    while chunk := list(islice(source, CHUNK)):
        for family in chunk:
            if refusal := check_family(family, today=today):
                raise refusal
        _copy(chunk, now)
        first, count = first or chunk[0], count + len(chunk)
    if first:
        audit.record(by, "families.families_loaded", Family(id=first.id), family_count=count)
    return count


def _copy(chunk: list[NewFamily], now: datetime) -> None:
    by_table: dict[type[models.Model], list[models.Model]] = defaultdict(list)
    for family in chunk:
        for row in rows_of(family, now):
            by_table[type(row)].append(row)
    for table in TABLES:
        names = [field.attname for field in table._meta.concrete_fields if not isinstance(field, LEFT_TO_POSTGRES)]
        copy_rows(table, names, _cells(by_table[table], names))


def _cells(rows: list[models.Model], names: list[str]) -> Iterator[list[object]]:
    for row in rows:
        yield [getattr(row, name) for name in names]
