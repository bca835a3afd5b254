"""Which organisations an administrator looks after: hers alone, or all of the place."""

from collections.abc import Collection

from kith.kernel.ids import OrganisationId
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, Viewer

INVITATION_PAGE = "organisations.invitation"
"""What the link of an invitation opens."""


def is_of_the_place(viewer: Viewer) -> bool:
    """Whether the viewer looks after all organisations of the place."""
    return Permission.ADMINISTER_PLACE in viewer.permissions


def administered_by(viewer: Viewer) -> Collection[OrganisationId] | None:
    """The organisations whose people and teams the viewer looks after; None stands for all."""
    access.require(viewer, Permission.ADMINISTER)
    return None if is_of_the_place(viewer) else viewer.organisation_ids


def require_administering(by: Actor, organisation_id: OrganisationId) -> None:
    """Go on only if the actor looks after this organisation; another's is not found."""
    own = administered_by(by)
    if own is not None and organisation_id not in own:
        raise NotFound("organisation")
