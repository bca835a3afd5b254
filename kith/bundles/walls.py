"""Who sees a request, a recheck or a notice: the family, who may open its record, and the organisation that gives."""

from kith.walls.of_families import by_family
from kith.walls.shapes import Shape, by_organisation, through

WALLS: dict[str, Shape] = {
    "bundles_bundlerequest": by_organisation("organisation_id").for_staff() | by_family(),
    "bundles_bundlerequeststep": through("request_id", "bundles_bundlerequest"),
    "bundles_sleepingrecheck": by_family(),
    # A notice that is taken belongs to the record of its family.
    "bundles_housingnotice": by_organisation("organisation_id").for_staff().while_empty("family_id") | by_family(),
}
NO_PERSON = {
    "bundles_bundle": "what an organisation calls a set of things",
    "bundles_bundlepart": "what is in it",
}
