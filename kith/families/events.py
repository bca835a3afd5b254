"""What the families' room announces."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.kernel.ids import BabyId, BereavementId, ConsentId, EmergencyOpeningId, FamilyId, MembershipId, OrganisationId
from kith.platform.outbox import Event


@dataclass(frozen=True)
class ConsentWithdrawn(Event):
    """A family no longer lets an organisation use its record for a purpose."""

    family_id: FamilyId
    organisation_id: OrganisationId
    purpose: str
    consent_id: ConsentId | None = None


@dataclass(frozen=True)
class BirthWeightChanged(Event):
    """A baby's weight at birth was written down later or corrected; what was compared with it is looked at again."""

    family_id: FamilyId
    baby_id: BabyId


@dataclass(frozen=True)
class BirthDayCorrected(Event):
    """A baby was born on another day than was written down; whatever counts from that day is reckoned again."""

    family_id: FamilyId
    baby_id: BabyId
    correction_id: int


@dataclass(frozen=True)
class HomeMoved(Event):
    """A family lives at another address since a day; whether that is temporary."""

    family_id: FamilyId
    from_on: str
    is_temporary: bool


@dataclass(frozen=True)
class FamiliesMerged(Event):
    """A family written down twice is one record now; every row that pointed to the other points to the one kept."""

    kept: FamilyId
    gone: FamilyId
    merge_id: UUID


@dataclass(frozen=True)
class MergeUndone(Event):
    """Two records that had been merged stand apart again."""

    kept: FamilyId
    back: FamilyId
    merge_id: UUID


@dataclass(frozen=True)
class FamilyBereaved(Event):
    """A death in the family. Every room answers: nothing more is sent, asked or reminded; one person calls."""

    family_id: FamilyId
    bereavement_id: BereavementId
    caller: MembershipId
    call_by: date
    recorded_by: MembershipId | None = None


@dataclass(frozen=True)
class RecordOpenedInEmergency(Event):
    """A worker opened the record without consent: the lead and the worker's managers hear. The reason is a code."""

    family_id: FamilyId
    opening_id: EmergencyOpeningId
    membership_id: MembershipId
    reason: str


@dataclass(frozen=True)
class EmergencySearchesRest(Event):
    """A worker has found no family in so many emergency searches that they must wait; their managers hear of it."""

    membership_id: MembershipId
    search_id: int
    count: int


@dataclass(frozen=True)
class AccessAsked(Event):
    """A worker who may not open a family's record asks, on this day, those who lead it to speak with the family."""

    family_id: FamilyId
    membership_id: MembershipId
    day: str
