"""Every column of every table of persons says whose it is and how long it is kept."""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models.constants import LOOKUP_SEP

from kith.kernel.privacy import Held, Keep, Privacy, held
from kith.rights.tables import column_of, model_of, privacy_table, tables_of_copy
from kith.rights.wording.columns import LABELS, TITLES


def walled() -> set[str]:
    """The tables that hold persons, as the second wall knows them."""
    rooms = [name for name in settings.INSTALLED_APPS if name.startswith("kith.") and find_spec(f"{name}.walls")]
    return {table for room in rooms for table in getattr(import_module(f"{room}.walls"), "WALLS", {})}


def undeclared(table: str, declared: Held) -> set[str]:
    columns = {field.name for field in model_of(table)._meta.get_fields() if field.concrete}
    named = {column for column in declared.columns if LOOKUP_SEP not in column}
    return columns ^ ({*named} - ({"id"} - columns))


def test_every_table_of_persons_declares_each_of_its_columns() -> None:
    assert walled() <= set(privacy_table())
    assert {name: undeclared(name, each) for name, each in privacy_table().items() if undeclared(name, each)} == {}


def test_the_alarm_works() -> None:
    short = held(Keep.REQUEST, hers="at state wrong", inner="request membership")
    assert undeclared("rights_datarequeststep", short) == {"words", "wrong"}


def families_reached() -> Iterator[tuple[str, Held]]:
    for model in apps.get_models():
        name = model._meta.db_table
        keys = [field for field in model._meta.get_fields() if field.concrete and field.is_relation]
        if any(key.related_model and key.related_model._meta.label == "families.Family" for key in keys):
            yield name, privacy_table()[name]


def test_a_table_with_a_family_hands_out_what_is_hers() -> None:
    silent = {name for name, each in families_reached() if each.of(Privacy.HERS) and not each.is_reached}
    assert not silent


def test_what_stands_in_a_copy_can_be_read_and_has_a_name() -> None:
    for name, each in tables_of_copy().items():
        assert name in TITLES, name
        for column in each.of(Privacy.HERS, Privacy.STAFF):
            key = column_of(model_of(name), column)
            assert column.rpartition(LOOKUP_SEP)[2] in LABELS, (name, column)
            assert not key.is_relation or key.related_model._meta.label in (
                "organisations.Organisation",
                "organisations.Membership",
            ), (name, column)


def test_each_way_to_a_family_leads_to_one() -> None:
    for name, each in tables_of_copy().items():
        for path in filter(None, (each.family, each.account)):
            field = column_of(model_of(name), path)
            assert isinstance(field, models.ForeignKey) or path == "pk", (name, path)
