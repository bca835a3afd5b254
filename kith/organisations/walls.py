"""Who sees which invitation, why none stands around who works where, and the shape for the work of colleagues."""

from kith.walls.shapes import Shape, by_organisation

AT_WORK = "people at work, whom every family and every colleague of the alliance may know by name"

# A place's administrator reads those of all organisations by a query that says so.
WALLS: dict[str, Shape] = {
    "organisations_invitation": by_organisation("organisation_id").for_staff(),
    "organisations_factorreset": by_organisation("organisation_id").for_staff(),
}
NO_PERSON = {
    "organisations_organisation": "what the public may know of a member of the alliance",
    "organisations_sharingagreement": "what organisations have agreed",
    "organisations_sharingagreement_organisations": "what organisations have agreed",
    "organisations_backupproof": "counts of tables and rows",
    "organisations_importrun": "counts, and what was wrong in which row, never what it says",
    "organisations_team": "the names of teams",
    "organisations_membership": AT_WORK,
}


def by_colleague(column: str) -> Shape:
    """Rows of people who work or have worked in the viewer's organisation."""
    return Shape((f"{{row}}.{column} = ANY ((SELECT kith_colleagues())::bigint[])",))
