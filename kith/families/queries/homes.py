"""An address with the areas it lies in, as far as the place knows the postcode; and where a family lives."""

from django.db.models import Q

from kith.families.models.family import Address
from kith.families.rules.entries import NewAddress
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.places.queries import Precision, locate, newest_deprivation_of
from kith.platform.access.viewer import Viewer


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


def home_point(_viewer: Viewer, family_id: FamilyId) -> tuple[float, float] | None:
    """Longitude and latitude of where the family lives today; None where it is not known.

    The asking room has a link of the family to answer, and shows the point to no reader.
    """
    today = clock.today()
    lasts = Q(until_on__isnull=True) | Q(until_on__gt=today)
    rows = Address.objects.filter(lasts, family_id=family_id, from_on__lte=today).exclude(postcode="")
    postcode = rows.order_by("-from_on").values_list("postcode", flat=True).first()
    found = locate(postcode) if postcode else None
    return (found.lon, found.lat) if found and found.precision is Precision.POSTCODE else None
