"""An address with the areas it lies in, as far as the place knows the postcode."""

from kith.families.models.family import Address
from kith.families.rules.entries import NewAddress
from kith.kernel.ids import FamilyId
from kith.places.queries import Precision, locate, newest_deprivation_of


def home_at(postcode: str) -> NewAddress:
    """The postcode with its ward, its small area, and that area's deprivation in the newest edition."""
    found = locate(postcode) if postcode else None
    if found is None or found.precision is not Precision.POSTCODE:
        return NewAddress(postcode)
    deprivation = newest_deprivation_of(found.lsoa_code)
    return NewAddress(
        postcode,
        ward_code=found.ward_code,
        lsoa_code=found.lsoa_code,
        deprivation_decile=deprivation.decile if deprivation else None,
        deprivation_edition=deprivation.edition if deprivation else "",
    )


def decile_of_home(family_id: FamilyId) -> int | None:
    """The deprivation of where the family lives now; None where it is not known."""
    current = Address.objects.current().filter(family_id=family_id)
    return current.values_list("deprivation_decile", flat=True).first()
