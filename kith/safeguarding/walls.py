"""What the database shows a viewer of a concern, who is out alone, and what to mind before a visit."""

from kith.organisations.walls import by_colleague
from kith.platform.access.permissions import Permission
from kith.walls.of_families import by_family
from kith.walls.shapes import Shape, by_organisation, by_person, through

WALLS: dict[str, Shape] = {
    "safeguarding_concern": by_person("raised_by_id")
    | by_organisation("organisation_id").for_those_who_may(Permission.SEE_CONCERNS),
    "safeguarding_concernstep": through("concern_id", "safeguarding_concern"),
    "safeguarding_lonevisit": by_person("membership_id")
    | by_person("buddy_id")
    | by_colleague("membership_id").for_those_who_may(Permission.MANAGE_CASELOADS),
    # Never the family itself, though it may see the rest of its record.
    "safeguarding_safetynote": by_family().for_staff(),
}
