"""Who may keep whose listings, and what no listing may say."""

from collections.abc import Iterable

from kith.kernel.ids import OrganisationId
from kith.kernel.marketing import code_faults
from kith.kernel.refusal import Refusal
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, ViewerKind


def require_keeper(by: Actor, organisation_id: OrganisationId) -> None:
    """Go on only if the actor keeps the directory for this organisation."""
    access.require(by, Permission.MANAGE_DIRECTORY)
    if by.kind is not ViewerKind.SYSTEM and organisation_id not in by.organisation_ids:
        raise NotFound("organisation")


def keep_to_the_code(words: Iterable[str]) -> None:
    """Go on only if the WHO Code allows these words and links."""
    if faults := code_faults(*words):
        raise Refusal("against_the_code", found=[(each.kind, each.found) for each in faults])
