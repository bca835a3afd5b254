"""What else is near a mother when her course is over: company, help with feeding, and help with bottles."""

from django.db.models import Q

from kith.courses.dates import DateOfCourse
from kith.directory.queries.search import Sought
from kith.directory.queries.venues import venues_by_id
from kith.directory.rules.needs import Need
from kith.families.queries.stages import wards
from kith.kernel.ids import FamilyId, ServiceId
from kith.kernel.languages import ENGLISH
from kith.places.queries import locate, ward_name
from kith.platform.access.viewer import Actor
from kith.whats_on.queries.finding import Choice, Timing, choices_near, choices_soonest

AFTER_A_COURSE = (Need.SOMEONE_TO_TALK_TO, Need.IS_BABY_GETTING_ENOUGH, Need.BOTTLE_FEEDING)
"""What a mother may come for next, however she feeds."""
LOOKED_AT = 4
Point = tuple[float, float]


def near_her(
    by: Actor, family_id: FamilyId, *, speaks: str, dates: tuple[DateOfCourse, ...], but: ServiceId
) -> list[Choice]:
    """For each need the service nearest to her home, in her language where there is one; else near the course."""
    point = _home(by, family_id) or _venue(by, dates)
    found: dict[ServiceId, Choice] = {}
    for need in AFTER_A_COURSE:
        offered = (
            each
            for language in dict.fromkeys((speaks, ""))
            for each in _near(by, Sought(need=need, language=language), point)
            if each.service.id not in (*found, but)
        )
        if nearest := next(offered, None):
            found[nearest.service.id] = nearest
    return list(found.values())


def _near(by: Actor, sought: Sought, point: Point | None) -> list[Choice]:
    if point is None:
        return choices_soonest(by, sought, Timing(), most=LOOKED_AT, lang=ENGLISH.code)
    lon, lat = point
    return choices_near(by, sought, Timing(), lon=lon, lat=lat, most=LOOKED_AT, lang=ENGLISH.code)


def _home(by: Actor, family_id: FamilyId) -> Point | None:
    name = ward_name(wards(by, where=Q(pk=family_id)).get(family_id, ""))
    found = locate(name) if name else None
    return (found.lon, found.lat) if found else None


def _venue(by: Actor, dates: tuple[DateOfCourse, ...]) -> Point | None:
    venue_id = next((each.session.venue_id for each in dates if each.session.venue_id), None)
    venue = venues_by_id(by, [venue_id], lang=ENGLISH.code).get(venue_id) if venue_id else None
    return (venue.lon, venue.lat) if venue else None
