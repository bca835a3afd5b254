"""The copies of a hundred families, each value looked for in its tables by the keys that lead to the family."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any
from unittest.mock import patch
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models, transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from kith.demonstration.build import build
from kith.families.models.people import Parent
from kith.families.queries.reach import viewer_for
from kith.kernel import clock
from kith.kernel.languages import interface_language
from kith.kernel.privacy import Held, Privacy
from kith.organisations.models import Membership
from kith.platform.sign_in.models import Account
from kith.rights import tables
from kith.rights.actions import gathering as copies
from kith.rights.copy_files import machine_readable, readable
from tests.access.report import NOW
from tests.canary.filling import fill
from tests.canary.planting import Planted, plant
from tests.canary.planting import tables as tables_of_families
from tests.own_copy.filling import fill_every_column

FAMILIES, COPIES, SEED, FILLED, MOST_SECONDS = 140, 100, 5, 12, 60.0


def main() -> None:
    """Print every value that is missing, and every one that is another's; last what was counted."""
    with clock.use(clock.FixedClock(NOW)), transaction.atomic():
        build(families_wanted=FAMILIES, seed=SEED, say=lambda _words: None)
        families = _families()
        fill(families[:FILLED])
        planted = plant()
        _reached_by_her_own_ways()
        parents = [parent for family_id in families for parent in _signed_in(family_id)]
        first = next(parent for parent in parents if parent.is_main and parent.phone)
        fill_every_column(first, never_seen(parents))
        looked, faults, slowest = _all_faults(parents, planted)
        alarms = controls(parents, planted)
        silent = never_seen(parents)
        transaction.set_rollback(True)
    for line in faults:
        print(line)
    print(f"{looked:,} values of {len(parents)} parents in {COPIES} families; the slowest copy took {slowest:.2f} s")
    for column in sorted(silent):
        print(f"no copy was tried with a value in {column}")
    print(json.dumps({"n": looked, "failed": len(faults) + len(silent), "control": all(alarms)}))


def _families() -> list[UUID]:
    rows = Parent.objects.order_by("family_id").values_list("family_id", flat=True).distinct()
    return list(rows[:COPIES])


def _signed_in(family_id: UUID) -> Iterator[Parent]:
    """Every parent of the family, each with an account of their own."""
    for row in Parent.objects.filter(family_id=family_id).order_by("-is_main", "pk"):
        row.account = Account.objects.create_user(f"{row.pk}@copies.example.org")
        row.save(update_fields=["account"])
        yield row


def _reached_by_her_own_ways() -> None:
    """Let messages have gone to the phone of the family's first parent, whatever sign was planted there."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE messages_message AS m SET address = p.phone FROM families_parent AS p"
            " WHERE p.family_id = m.family_id AND p.is_main AND p.phone <> ''"
        )


def _all_faults(parents: Iterable[Parent], planted: Planted) -> tuple[int, list[str], float]:
    looked, faults, slowest = 0, list[str](), 0.0
    for parent in parents:
        count, found, seconds = faults_of(parent, planted)
        looked, faults, slowest = looked + count, faults + found, max(slowest, seconds)
    return looked, faults, slowest


def faults_of(parent: Parent, planted: Planted) -> tuple[int, list[str], float]:
    """How many values one parent's copy should hold, what is wrong with it, and how long it took."""
    begun = time.monotonic()
    text, page = _taken(parent)
    seconds = time.monotonic() - begun
    given = json.loads(text)["tables"]
    faults, looked = list[str](), 0
    for table, held in tables.privacy_table().items():
        hers = Counter(_hers(table, held, parent))
        looked += sum(len(json.loads(row)) for row in hers.elements())
        got = Counter(_line({name: row[name] for name in row if name in HERS[table]}) for row in given.get(table, []))
        got.pop("{}", None)
        faults += [f"missing from a copy: {table} {row}" for row in hers - got]
        faults += [f"in a copy and not hers: {table} {row}" for row in got - hers]
    faults += _foreign(text, page, parent, planted)
    return looked, faults + ["a copy took too long"] * (seconds > MOST_SECONDS), seconds


def _taken(parent: Parent) -> tuple[str, str]:
    """The copy for a machine, and the page to read in the parent's language."""
    viewer = viewer_for(Account.objects.get(pk=parent.account_id))
    assert viewer
    language = interface_language(parent.reads)
    with translation.override(language.code):
        copy = copies.data_copy(viewer)
        page = {"copy": copy, "parts": readable(copy), "viewer": viewer, "language": language, "place_name": "here"}
        return machine_readable(copy), render_to_string("rights/copy.jinja", page, RequestFactory().get("/en/"))


def _foreign(text: str, page: str, parent: Parent, planted: Planted) -> Iterator[str]:
    """Signs of another family, or of what is not the parent's own; names of people at work; a page that says less."""
    signs = planted.found_in(text)
    for sign in signs | planted.found_in(page):
        owner, column = planted.owners[sign]
        if owner != parent.family_id:
            yield f"a copy carries {column} of another family"
        if column.startswith("families.Parent.") and not Parent.objects.filter(
            **{f"{column.rpartition('.')[2]}__icontains": sign, "pk": parent.pk}
        ):
            yield f"a copy carries {column} of another parent"
    if signs - planted.found_in(page):
        yield f"the page to read lacks {sorted(planted.owners[sign][1] for sign in signs - planted.found_in(page))}"
    for name in Membership.objects.values_list("name", flat=True):
        if name in text or name in page:
            yield f"a copy names {name}, who is at work"


def _hers(table: str, held: Held, parent: Parent) -> Iterator[str]:
    """What of a table is this parent's, found by the keys of the database and not as the copy finds it."""
    model = tables.model_of(table)
    if not HERS[table]:
        return
    rows = model._base_manager.filter(_by_keys(table, held, model, parent))
    for row in rows.values(*HERS[table]):
        line = _line({name: value for name, value in row.items() if value is not None and value not in ("", [], {})})
        if line != "{}":
            yield line


def _by_keys(table: str, held: Held, model: type[models.Model], parent: Parent) -> Q:
    """The rows that lead to the family; of a table that is one parent's own, that parent's."""
    mine = {
        "families_parent": Q(pk=parent.pk),
        "platform_account": Q(pk=parent.account_id),
        "account_emailaddress": Q(user=parent.account_id),
        "rights_datarequest": Q(account=parent.account_id),
        "rights_datarequeststep": Q(request__account=parent.account_id),
        "ways_wayproposal": Q(subject_id=str(parent.pk)),
        "ways_wayproposalstep": Q(proposal__subject_id=str(parent.pk)),
        "contacts_contact": Q(parent_ids__contains=[parent.pk]) | Q(parent_ids=[]) & Q(pk__isnull=not parent.is_main),
        "messages_message": Q(address__in=[each for each in (parent.phone, parent.email) if each]),
        "messages_messagestate": Q(message__address__in=[each for each in (parent.phone, parent.email) if each]),
    }
    is_first = parent.is_main or Parent.objects.filter(family_id=parent.family_id).count() == 1
    if held.is_confided and not is_first:
        return Q(pk=None)
    way = WAYS.get(table)
    return mine.get(table, Q()) & (Q(**{way: parent.family_id}) if way and "account" not in held.account else Q())


def never_seen(parents: Iterable[Parent]) -> set[str]:
    """The columns of hers for which no parent of the sample has a value: they were not tried."""
    seen: set[str] = set()
    for parent in parents:
        for table, held in tables.privacy_table().items():
            seen |= {f"{table}.{name}" for row in _hers(table, held, parent) for name in json.loads(row)}
    return {f"{table}.{name}" for table, names in HERS.items() for name in names} - seen


def controls(parents: list[Parent], planted: Planted) -> list[bool]:
    """A field hidden from the copy is found missing; rows of all families are found to be others'."""
    baby = tables._declared["families_baby"]
    hidden = replace(baby, columns={**baby.columns, "born_on": Privacy.INNER})
    with patch.dict(tables._declared, {"families_baby": hidden}):
        lacks = any("missing" in fault for parent in parents[:5] for fault in faults_of(parent, planted)[1])
    with patch.object(copies, "rows_of", lambda *_asked: Q()):
        leaks = any("another family" in fault for fault in faults_of(parents[0], planted)[1])
    return [lacks, leaks]


def _line(row: Mapping[str, Any]) -> str:
    return json.dumps(
        {name: _name(name, value) for name, value in row.items()},
        cls=DjangoJSONEncoder,
        ensure_ascii=False,
        sort_keys=True,
    )


def _name(column: str, value: Any) -> Any:
    """Organisations stand in a copy by their names: here both are told apart by being there."""
    return "an organisation" if column.rpartition("__")[2] in ("organisation", "from_organisation") else value


def _columns_of_hers() -> dict[str, tuple[str, ...]]:
    return {table: held.of(Privacy.HERS) if held.is_reached else () for table, held in tables.privacy_table().items()}


HERS = _columns_of_hers()
WAYS = {model._meta.db_table: way for model, way in tables_of_families()}
