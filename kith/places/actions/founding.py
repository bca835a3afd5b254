"""The beginning of a place: what it is, and its typed facts in an empty database."""

from collections.abc import Sequence

from django.conf import settings
from django.db import connection

from kith.kernel import clock
from kith.kernel.refusal import Refusal
from kith.places.facts import facts_of, facts_of_areas
from kith.places.facts.authorities import Authority, all_present
from kith.places.facts.shape import PlaceFacts
from kith.places.models import Area, Level, Place
from kith.places.rules import PlaceKind
from kith.platform import audit, freshness
from kith.platform.access import require
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def found_place(*, by: Actor) -> int:
    """Make the place's wards and postcode districts known where they are not yet; loaded ones stay as they are.

    An empty database becomes a demonstration by it where the settings say so. Returns how many areas are typed in.
    Safe to run twice.
    """
    require(by, Permission.ADMINISTER_PLACE)
    if settings.KITH.demonstration:
        said = {"kind": PlaceKind.DEMONSTRATION, "begun_at": clock.now()}
        Place.objects.get_or_create(is_the_one=True, defaults=said)
    facts = facts_of(settings.KITH.place)
    return _ground(by, facts, [Authority(facts.authority_code, facts.name, "", "", facts.lon, facts.lat)])


@action
def found_real_place(*, by: Actor, areas: Sequence[str], name: str) -> int:
    """Let a real place begin here, for these official codes; refused where a place has begun or accounts are there."""
    require(by, Permission.ADMINISTER_PLACE)
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE places_place IN EXCLUSIVE MODE")  # of two beginnings at once, one is refused
    if there := Place.objects.first():
        raise Refusal("place_there_already" if there.kind == PlaceKind.REAL else "demonstration_there")
    found = all_present(areas)
    row = Place.objects.create(kind=PlaceKind.REAL, areas=[each.code for each in found], begun_at=clock.now())
    audit.record(by, "places.real_place_founded", row, areas=row.areas)
    return _ground(by, facts_of_areas(found, name), found)


def _ground(by: Actor, place: PlaceFacts, authorities: Sequence[Authority]) -> int:
    wards = [_area(ward.code, Level.WARD, ward.name, ward.lon, ward.lat) for ward in place.wards]
    districts = [_area(each.outward, Level.DISTRICT, each.outward, each.lon, each.lat) for each in place.districts]
    whole = [_area(each.code, Level.AUTHORITY, each.name, each.lon, each.lat) for each in authorities]
    areas = [*whole, *wards, *districts]
    for area in areas:
        area.authority_code = area.code if area.level == Level.AUTHORITY else place.authority_code
    Area.objects.bulk_create(areas, ignore_conflicts=True)
    audit.record(by, "places.place_founded", whole[0], area_count=len(areas))
    freshness.invalidate()
    return len(areas)


def _area(code: str, level: Level, name: str, lon: float, lat: float) -> Area:
    return Area(code=code, level=level, name=name, lon=lon, lat=lat)
