"""Who may keep whose listings."""

from kith.kernel.ids import OrganisationId
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, ViewerKind


def require_editor(by: Actor, organisation_id: OrganisationId) -> None:
    """Go on only if the actor keeps the directory for this organisation."""
    access.require(by, Permission.MANAGE_DIRECTORY)
    if by.kind is not ViewerKind.SYSTEM and organisation_id not in by.organisation_ids:
        raise NotFound("organisation")
