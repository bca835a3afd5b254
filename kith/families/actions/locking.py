"""One writer at a time for one family."""

from typing import TypeVar

from django.db import models

from kith.families.models.family import Family
from kith.kernel.ids import FamilyId
from kith.platform.access import NotFound

Row = TypeVar("Row", bound=models.Model)


def lock_family(family_id: FamilyId) -> None:
    """Lock the family's row until the transaction ends, so that decisions about it are made one after another.

    Rows that point to the family can still be added meanwhile by others who do not lock it.
    """
    locked = Family.objects.select_for_update(no_key=True).filter(pk=family_id).values_list("pk", flat=True).first()
    if locked is None:
        raise NotFound("family")


def of_family(model: type[Row], row_id: object, family_id: FamilyId) -> Row:
    """The row of this table; NotFound where it is no row of this family."""
    row = model._default_manager.filter(pk=row_id, family=family_id).first()
    if row is None:
        raise NotFound(str(model._meta.model_name))
    return row
