"""The privacy table: what every table of the house holds of people, as its room declares it.

The tables stand in other rooms, above and below. They are read here by their names alone, as merging does
(docs/decisions/0016-merging-by-walking-every-foreign-key.md), so that no room can forget to hand out its part.
"""

from collections.abc import Mapping
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models.constants import LOOKUP_SEP

from kith.kernel.privacy import Declared, Held, Privacy

_declared: dict[str, Held] = {}


def register_privacy(tables: Declared) -> None:
    """Take what one room declares of its tables."""
    _declared.update(tables)


def privacy_table() -> Mapping[str, Held]:
    """Every table that is declared."""
    return _declared


def tables_of_copy() -> Mapping[str, Held]:
    """The tables with something of a family that stands in its copy."""
    return {name: each for name, each in privacy_table().items() if each.is_reached and each.of(Privacy.HERS)}


def model_of(table: str) -> type[models.Model]:
    """The model behind a table of this name; KeyError for none."""
    return {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}[table]


def column_of(model: type[models.Model], path: str) -> Any:
    """The field at the end of a path such as ``session__starts_at``."""
    *through, last = path.split(LOOKUP_SEP)
    for name in through:
        model = model._meta.get_field(name).related_model  # type: ignore[assignment]  # a path leads through keys
    return model._meta.pk if last == "pk" else model._meta.get_field(last)
