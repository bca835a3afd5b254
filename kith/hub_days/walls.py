"""Who sees a device and what it noted: who works in its organisation."""

from kith.walls.shapes import Shape, by_organisation, through

WALLS: dict[str, Shape] = {
    "hub_days_device": by_organisation("organisation_id").for_staff(),
    "hub_days_dayentry": through("device_id", "hub_days_device"),
}
NO_PERSON = {
    "hub_days_handout": "which page of advice was handed out where, in which language; to whom is not noted",
}
