"""What else is near a mother when her course ends: groups and help with places to come, nearest to her home."""

from django.db.models import Q

from kith.courses.dates import DateOfCourse
from kith.courses.rules.following import MOST_NEAR
from kith.directory.queries.search import Sought
from kith.directory.queries.venues import venues_by_id
from kith.families.queries.stages import wards
from kith.groups.queries.finding import Choice, Timing, choices_near, choices_soonest
from kith.kernel.ids import FamilyId, ServiceId
from kith.kernel.languages import ENGLISH
from kith.places.queries import locate, ward_name
from kith.platform.access.viewer import Actor


def near_her(
    by: Actor, family_id: FamilyId, *, speaks: str, dates: tuple[DateOfCourse, ...], but: ServiceId
) -> list[Choice]:
    """The services nearest to her home, in her language where there are any; near the course where no home is known."""
    found: list[Choice] = []
    for language in dict.fromkeys((speaks, "")):
        found += [each for each in _near(by, family_id, language, dates) if each.service.id != but]
        seen: dict[ServiceId, Choice] = {}
        for each in found:
            seen.setdefault(each.service.id, each)
        found = list(seen.values())[:MOST_NEAR]
        if len(found) == MOST_NEAR:
            break
    return found


def _near(by: Actor, family_id: FamilyId, language: str, dates: tuple[DateOfCourse, ...]) -> list[Choice]:
    sought = Sought(language=language)
    point = _home(by, family_id) or _venue(by, dates)
    if point is None:
        return choices_soonest(by, sought, Timing(), most=MOST_NEAR + 1, lang=ENGLISH.code)
    lon, lat = point
    return choices_near(by, sought, Timing(), lon=lon, lat=lat, most=MOST_NEAR + 1, lang=ENGLISH.code)


def _home(by: Actor, family_id: FamilyId) -> tuple[float, float] | None:
    name = ward_name(wards(by, where=Q(pk=family_id)).get(family_id, ""))
    found = locate(name) if name else None
    return (found.lon, found.lat) if found else None


def _venue(by: Actor, dates: tuple[DateOfCourse, ...]) -> tuple[float, float] | None:
    venue_id = next((each.session.venue_id for each in dates if each.session.venue_id), None)
    venue = venues_by_id(by, [venue_id], lang=ENGLISH.code).get(venue_id) if venue_id else None
    return (venue.lon, venue.lat) if venue else None
