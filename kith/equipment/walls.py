"""Who sees a request or a loan: the family, who may open its record, and the organisation that lends."""

from kith.walls.of_families import by_family
from kith.walls.shapes import Shape, by_nobody, by_organisation, through

WALLS: dict[str, Shape] = {
    "equipment_pumprequest": by_organisation("organisation_id").for_staff() | by_family(),
    "equipment_pumprequeststep": through("request_id", "equipment_pumprequest"),
    "equipment_pumphold": by_nobody(),
    "equipment_loan": by_organisation("organisation_id").for_staff() | by_family(),
}
NO_PERSON = {
    "equipment_pumpmodel": "what a place calls its pumps",
    "equipment_checklist": "what is looked at before a pump is lent again",
    "equipment_unit": "a pump and where it stands, never with whom",
    "equipment_unitcheck": "that a pump was clean and in order, signed at work",
    "equipment_unitstep": "where a pump stood, noted at work",
}
