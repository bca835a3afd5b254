"""Who sees what visitors told, and what is to be put right: the organisation whose venue it is."""

from kith.walls.shapes import Shape, by_organisation

_PUBLIC = "how it is at a venue, as the public sees it"

WALLS: dict[str, Shape] = {
    "welcome_venuevisit": by_organisation("organisation_id"),
    "welcome_improvement": by_organisation("organisation_id"),
}
NO_PERSON = {"welcome_venueanswer": _PUBLIC, "welcome_venuephoto": _PUBLIC}
