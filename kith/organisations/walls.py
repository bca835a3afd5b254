"""Who sees which invitation, why none stands around who works where, and the shape for the work of colleagues."""

from kith.platform.access.permissions import Permission
from kith.walls.shapes import Shape, asking, by_organisation

AT_WORK = "people at work, whom every family and every colleague of the alliance may know by name"

OF_THE_PLACE = Shape(("true",)).for_those_who_may(Permission.ADMINISTER_PLACE)
ADMINISTERED = by_organisation("organisation_id").for_staff() | OF_THE_PLACE

WALLS: dict[str, Shape] = {
    "organisations_invitation": ADMINISTERED,
    "organisations_factorreset": ADMINISTERED,
    # Beside the platform's own walls: the accounts of those whom an administrator looks after.
    "platform_account": asking("kith_administers", "id"),
    "mfa_authenticator": asking("kith_administers", "user_id"),
}
NO_PERSON = {
    "organisations_organisation": "what the public may know of a member of the alliance",
    "organisations_sharingagreement": "what organisations have agreed",
    "organisations_sharingagreement_organisations": "what organisations have agreed",
    "organisations_importrun": "counts, and what was wrong in which row, never what it says",
    "organisations_team": "the names of teams",
    "organisations_membership": AT_WORK,
}


def by_colleague(column: str) -> Shape:
    """Rows of people who work or have worked in the viewer's organisation."""
    return Shape((f"{{row}}.{column} = ANY ((SELECT kith_colleagues())::bigint[])",))
