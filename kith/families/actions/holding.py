"""One writer at a time for one family."""

from kith.families.models.family import Family
from kith.kernel.ids import FamilyId
from kith.platform.access import NotFound


def hold_family(family_id: FamilyId) -> None:
    """Hold the family's row until the transaction ends, so that decisions about it are made one after another.

    Rows that point to the family can still be added meanwhile by others who do not hold it.
    """
    held = Family.objects.select_for_update(no_key=True).filter(pk=family_id).values_list("pk", flat=True).first()
    if held is None:
        raise NotFound("family")
