"""Who sees, by the database, which worker leads a family: who may see the family, and colleagues of the lead."""

from kith.organisations.walls import by_colleague
from kith.walls.of_families import by_family, by_listed_family
from kith.walls.shapes import Shape, by_team, through

_LED = by_colleague("membership_id") | by_family()

WALLS: dict[str, Shape] = {
    "caseloads_namedlead": _LED,
    "caseloads_deputy": _LED,
    "caseloads_handover": by_colleague("from_membership_id")
    | by_colleague("to_membership_id")
    | by_team("to_team_id")
    | by_family(),
    "caseloads_handoverstate": through("handover_id", "caseloads_handover"),
    "caseloads_unled": by_listed_family(),
}
NO_PERSON = {"caseloads_absence": "who at work is away and who stands in, which every family they lead is told"}
