"""A family as it is handed in, before it is written down."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from kith.families.rules.codes import (
    ETHNICITY_NOT_KNOWN,
    AccessNeed,
    BirthPlace,
    CameBy,
    Channel,
    Crisis,
    HouseholdRelation,
    InterpreterNeed,
    PregnancyOutcome,
    Purpose,
    Relation,
)
from kith.families.rules.trust import HowSaid, InterpretedBy
from kith.kernel import ids
from kith.kernel.ids import AccountId, BabyId, ConsentId, FamilyId, OrganisationId, ParentId, PregnancyId


@dataclass(frozen=True)
class SafeContact:
    """How to reach a parent without putting them at risk. None: they have not been asked about voicemail."""

    unsafe_channels: frozenset[Channel] = frozenset()
    may_leave_voicemail: bool | None = None
    safe_times: str = ""
    code_word: str = ""


@dataclass(frozen=True)
class NewParent:
    """A parent or carer. ``phone`` is E.164 (kith.kernel.phone), languages are BCP 47."""

    given_name: str
    family_name: str
    born_on: date | None = None
    phone: str = ""
    email: str = ""
    speaks: str = "en"
    reads: str = "en"
    interpreter_need: InterpreterNeed = InterpreterNeed.NOT_ASKED
    ethnicity: str = ETHNICITY_NOT_KNOWN
    is_main: bool = True
    account_id: AccountId | None = None
    relation: Relation = Relation.PARENT
    nhs_number: str = ""
    access_needs: frozenset[AccessNeed] = frozenset()
    access_words: str = ""
    safe_contact: SafeContact = SafeContact()
    id: ParentId = field(default_factory=lambda: ParentId(ids.new_uuid()))


@dataclass(frozen=True)
class NewPregnancy:
    """A pregnancy, under way or ended."""

    due_on: date
    ended_on: date | None = None
    outcome: PregnancyOutcome | None = None
    expected_count: int = 1
    id: PregnancyId = field(default_factory=lambda: PregnancyId(ids.new_uuid()))


@dataclass(frozen=True)
class NewBaby:
    """A child from birth; twins are two of one pregnancy. Gestation is counted in days (40+0 is 280)."""

    born_on: date
    name: str = ""
    birth_weight_g: int | None = None
    gestation_days: int | None = None
    birth_time: time | None = None
    birth_place: BirthPlace | None = None
    nhs_number: str = ""
    pregnancy_id: PregnancyId | None = None
    id: BabyId = field(default_factory=lambda: BabyId(ids.new_uuid()))


@dataclass(frozen=True)
class NewAddress:
    """Where the family lives, with the deprivation of that small area in the edition it was looked up in."""

    postcode: str = ""
    street: str = ""
    ward_code: str = ""
    lsoa_code: str = ""
    deprivation_decile: int | None = None
    deprivation_edition: str = ""
    is_temporary: bool = False
    from_on: date | None = None


@dataclass(frozen=True)
class NewConsent:
    """The family's word that an organisation may use its record for a purpose, until a day or until withdrawn."""

    organisation_id: OrganisationId
    purpose: Purpose = Purpose.CARE
    language: str = "en"
    interpreted_by: InterpretedBy = InterpretedBy.NOBODY
    how: HowSaid = HowSaid.NOT_NOTED
    until_on: date | None = None
    granted_at: datetime | None = None
    id: ConsentId = field(default_factory=lambda: ConsentId(ids.new_uuid()))


@dataclass(frozen=True)
class NewHouseholdMember:
    """Another person who lives with the family; a child under five may be due for care of their own."""

    relation: HouseholdRelation
    given_name: str = ""
    is_under_five: bool = False


@dataclass(frozen=True)
class NewCrisisFlag:
    """Trouble the family is in, from a day until it is over."""

    kind: Crisis
    from_on: date | None = None
    until_on: date | None = None


@dataclass(frozen=True)
class NewFamily:
    """Everything known of a family on the day it is written down; exactly one parent is the main one."""

    parents: tuple[NewParent, ...]
    pregnancies: tuple[NewPregnancy, ...] = ()
    babies: tuple[NewBaby, ...] = ()
    addresses: tuple[NewAddress, ...] = ()
    consents: tuple[NewConsent, ...] = ()
    household: tuple[NewHouseholdMember, ...] = ()
    crises: tuple[NewCrisisFlag, ...] = ()
    registered_at: datetime | None = None
    came_by: CameBy = CameBy.WORKER
    id: FamilyId = field(default_factory=lambda: FamilyId(ids.new_uuid()))


def family_of_booking(
    parent: NewParent,
    *,
    due_on: date | None,
    born_on: date | None,
    address: NewAddress | None = None,
    consents: tuple[NewConsent, ...] = (),
) -> NewFamily:
    """A family as a booking describes it."""
    return NewFamily(
        parents=(parent,),
        pregnancies=(NewPregnancy(due_on=due_on),) if due_on else (),
        babies=(NewBaby(born_on=born_on),) if born_on else (),
        addresses=(address,) if address else (),
        consents=consents,
        came_by=CameBy.BOOKING,
    )
