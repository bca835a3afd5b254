"""Writing the typed facts into an empty place."""

from django.conf import settings

from kith.places.facts import facts_of
from kith.places.models import Area, Level
from kith.platform import audit, freshness
from kith.platform.access import require
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def found_place(*, by: Actor) -> int:
    """Make the place's wards and postcode districts known where they are not yet; loaded ones stay as they are.

    Returns how many areas are typed in. Safe to run twice.
    """
    require(by, Permission.ADMINISTER)
    place = facts_of(settings.KITH.place)
    wards = [_area(ward.code, Level.WARD, ward.name, ward.lon, ward.lat) for ward in place.wards]
    districts = [_area(each.outward, Level.DISTRICT, each.outward, each.lon, each.lat) for each in place.districts]
    authority = _area(place.authority_code, Level.AUTHORITY, place.name, place.lon, place.lat)
    areas = [authority, *wards, *districts]
    for area in areas:
        area.authority_code = place.authority_code
    Area.objects.bulk_create(areas, ignore_conflicts=True)
    audit.record(by, "places.place_founded", authority, area_count=len(areas))
    freshness.invalidate()
    return len(areas)


def _area(code: str, level: Level, name: str, lon: float, lat: float) -> Area:
    return Area(code=code, level=level, name=name, lon=lon, lat=lat)
