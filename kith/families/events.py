"""What the families' room announces."""

from dataclasses import dataclass

from kith.kernel.ids import FamilyId, OrganisationId
from kith.platform.outbox import Event


@dataclass(frozen=True)
class FamilyRegistered(Event):
    """A family has been written down."""

    family_id: FamilyId


@dataclass(frozen=True)
class ConsentWithdrawn(Event):
    """A family no longer lets an organisation use its record for a purpose."""

    family_id: FamilyId
    organisation_id: OrganisationId
    purpose: str
