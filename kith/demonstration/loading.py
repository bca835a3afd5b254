"""Very much of the past at once: what each room can take of it, written by COPY."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby, tee
from typing import Any

from django.db import models, transaction

from kith.cafes.actions import past as cafes
from kith.caseloads.actions import past as caseloads
from kith.contacts.actions import past as contacts
from kith.feeding.actions import past as feeding
from kith.imports.copying import Cells, Tables, copy_rows
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.programmes.actions import past as programmes
from kith.referrals.actions import past as referrals
from kith.tasks.actions import past as tasks

_TABLES: Mapping[type[Any], Tables] = {
    **cafes.TABLES,
    **caseloads.TABLES,
    **contacts.TABLES,
    **feeding.TABLES,
    **programmes.TABLES,
    **referrals.TABLES,
    **tasks.TABLES,
}


@transaction.atomic
def load(*, by: Actor, entries: Iterable[object]) -> Counter[type[Any]]:
    """Write all the entries down or none, and say how many of each kind; needs the right to administer."""
    access.require(by, Permission.ADMINISTER)
    loaded: Counter[type[Any]] = Counter()
    for kind, alike in groupby(entries, type):
        count = _fill(_TABLES[kind], alike)
        table, _ = _TABLES[kind][0]
        audit.record(by, "demonstration.past_loaded", table(), count=count)
        loaded[kind] += count
    return loaded


def _fill(tables: Tables, alike: Iterator[object]) -> int:
    # What fills one table streams through; only referrals, which have steps, are held.
    counts = [
        _copy(table, chain.from_iterable(map(rows, copy)))
        for (table, rows), copy in zip(tables, tee(alike, len(tables)), strict=True)
    ]
    return counts[0]


def _copy(table: type[models.Model], rows: Iterator[Cells]) -> int:
    first = next(rows, None)
    return copy_rows(table, [*first], (tuple(row.values()) for row in chain([first], rows))) if first else 0
