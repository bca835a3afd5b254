"""One family's record, opened: the family page of staff and the parent's own."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, QuerySet

from kith.families.models.bereavement import Bereavement
from kith.families.models.consent import Consent
from kith.families.models.family import Address, Family
from kith.families.models.people import Baby, Parent, Pregnancy
from kith.families.queries.reach import may_be_opened
from kith.families.queries.taking import family_of, taken
from kith.families.rules.codes import (
    PURPOSES_THAT_OPEN_THE_RECORD,
    AccessNeed,
    CameBy,
    InterpreterNeed,
    Purpose,
    Relation,
)
from kith.families.rules.entries import SafeContact
from kith.families.rules.trust import HowSaid, InterpretedBy
from kith.kernel import clock
from kith.kernel.ids import BabyId, ConsentId, FamilyId, OrganisationId, ParentId
from kith.organisations.queries.people import organisation_cards
from kith.platform import audit
from kith.platform.access.viewer import Viewer
from kith.platform.prepared import Given, Prepared


@dataclass(frozen=True)
class ParentRow:
    """A parent or carer on the page."""

    id: ParentId
    name: str
    phone: str
    email: str
    speaks: str
    reads: str
    interpreter_need: InterpreterNeed
    is_main: bool
    relation: Relation
    access_needs: tuple[AccessNeed, ...]
    access_words: str
    safe_contact: SafeContact
    is_own: bool


@dataclass(frozen=True)
class PregnancyRow:
    """A pregnancy on the page."""

    due_on: date
    ended_on: date | None


@dataclass(frozen=True)
class BabyRow:
    """A baby on the page."""

    id: BabyId
    name: str
    born_on: date
    birth_weight_g: int | None
    gestation_days: int | None
    has_died: bool = False


@dataclass(frozen=True)
class ConsentRow:
    """A consent on the page, as it stands today."""

    id: ConsentId
    organisation_id: OrganisationId
    organisation: str
    purpose: Purpose
    language: str
    interpreted_by: InterpretedBy
    how: HowSaid
    granted_at: datetime
    until_on: date | None
    withdrawn_at: datetime | None
    is_active: bool

    @property
    def opens_record(self) -> bool:
        """Whether it lets the organisation see the record, rather than just write to the family."""
        return self.purpose in PURPOSES_THAT_OPEN_THE_RECORD


@dataclass(frozen=True)
class FamilyPage:
    """A family's record as one page."""

    id: FamilyId
    registered_at: datetime
    came_by: CameBy
    parents: tuple[ParentRow, ...]
    pregnancy: PregnancyRow | None
    babies: tuple[BabyRow, ...]
    postcode: str
    ward_code: str
    is_temporary_home: bool
    consents: tuple[ConsentRow, ...]

    @property
    def main_parent(self) -> ParentRow:
        """The parent the record is named after."""
        return next(parent for parent in self.parents if parent.is_main)


def family_page(viewer: Viewer, family_id: FamilyId) -> FamilyPage:
    """The family's record; NotFound unless the viewer may open it. That she did is written down."""
    row = family_of(viewer, family_id)
    may_be_opened(viewer, family_id)
    audit.read(viewer, "families.family_opened", Family._meta.label, family_id, family_id=family_id)
    today = clock.today()
    pregnancy = next(iter(_PREGNANCY(family_id=family_id)), None)
    address = next(iter(_ADDRESS(family_id=family_id, today=today)), None)
    return FamilyPage(
        id=family_id,
        registered_at=row.registered_at,
        came_by=CameBy(row.came_by),
        parents=tuple(_parent(each, viewer) for each in _PARENTS(family_id=family_id)),
        pregnancy=PregnancyRow(pregnancy.due_on, pregnancy.ended_on) if pregnancy else None,
        babies=tuple(taken(BabyRow, each) for each in _BABIES(family_id=family_id)),
        postcode=address.postcode if address else "",
        ward_code=address.ward_code if address else "",
        is_temporary_home=bool(address and address.is_temporary),
        consents=_consents(family_id, today),
    )


def with_deaths(babies: QuerySet[Baby]) -> QuerySet[Baby]:
    """The babies, each with whether its death is written down."""
    return babies.annotate(has_died=Exists(Bereavement.objects.in_force().filter(baby=OuterRef("pk"))))


def _parent(row: Parent, viewer: Viewer) -> ParentRow:
    return taken(
        ParentRow,
        row,
        name=row.full_name,
        interpreter_need=InterpreterNeed(row.interpreter_need),
        access_needs=tuple(AccessNeed(each) for each in row.access_needs),
        is_own=viewer.account_id is not None and row.account_id == viewer.account_id,
    )


def _consents(family_id: FamilyId, today: date) -> tuple[ConsentRow, ...]:
    rows = _CONSENTS(family_id=family_id)
    names = organisation_cards(OrganisationId(row.organisation_id) for row in rows)
    return tuple(
        taken(
            ConsentRow,
            row,
            organisation=names[OrganisationId(row.organisation_id)].name,
            purpose=Purpose(row.purpose),
            is_active=not row.withdrawn_at and not row.renewed_at and (row.until_on is None or row.until_on >= today),
        )
        for row in rows
    )


_PREGNANCY = Prepared(lambda: Pregnancy.objects.filter(family_id=Given("family_id")).order_by("-due_on")[:1])
_ADDRESS = Prepared(
    lambda: Address.objects.filter(family_id=Given("family_id"), from_on__lte=Given("today")).order_by("-from_on")[:1]
)
_PARENTS = Prepared(lambda: Parent.objects.filter(family_id=Given("family_id")).order_by("-is_main", "given_name"))
_BABIES = Prepared(lambda: with_deaths(Baby.objects.filter(family_id=Given("family_id"))).order_by("born_on", "pk"))
_CONSENTS = Prepared(lambda: Consent.objects.filter(family_id=Given("family_id")).order_by("-granted_at"))
