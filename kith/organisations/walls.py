"""Why no wall stands around who works where, and the shape that rooms above use for the work of colleagues."""

from kith.walls.shapes import Shape

AT_WORK = "people at work, whom every family and every colleague of the alliance may know by name"

WALLS: dict[str, Shape] = {}
NO_PERSON = {
    "organisations_organisation": "what the public may know of a member of the alliance",
    "organisations_sharingagreement": "what organisations have agreed",
    "organisations_sharingagreement_organisations": "what organisations have agreed",
    "organisations_team": "the names of teams",
    "organisations_membership": AT_WORK,
}


def by_colleague(column: str) -> Shape:
    """Rows of people who work or have worked in the viewer's organisation."""
    return Shape((f"{{row}}.{column} = ANY ((SELECT kith_colleagues())::bigint[])",))
