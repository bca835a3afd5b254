"""Loans for those who lend, and a family's own."""

from dataclasses import dataclass
from datetime import date, datetime

from kith.equipment.models.loans import Loan, LoanQuerySet
from kith.equipment.rules.codes import (
    Collection,
    Condition,
    Helped,
    LoanEnd,
    LoanId,
    PumpRequestId,
    Talked,
    UnitId,
)
from kith.families.queries.bereavement import is_bereaved
from kith.kernel import clock
from kith.kernel.ids import FamilyId, OrganisationId
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged
from kith.stores.queries.stock import StoreCard, given_batch, store_cards
from kith.stores.rules.codes import StoreId


@dataclass(frozen=True)
class LoanRow:
    """A loan: whose, which pump, until when, and how it comes or came back."""

    id: LoanId
    organisation_id: OrganisationId
    request_id: PumpRequestId
    family_id: FamilyId
    name: str
    phone: str
    unit_id: UnitId
    tag: str
    model: str
    begun_at: datetime
    handed_over_at: datetime | None
    due_on: date | None
    language: str
    talked: Talked | None
    second_showing_on: date | None
    agrees_to_reminders: bool
    collection: Collection | None
    collection_on: date | None
    collection_who: str
    ended_at: datetime | None
    ended_as: LoanEnd | None
    condition: Condition | None
    helped: Helped | None
    kit_id: int | None
    store_id: StoreId

    @property
    def is_out(self) -> bool:
        """Whether the pump is with the family."""
        return self.handed_over_at is not None and self.ended_at is None

    @property
    def is_unfinished(self) -> bool:
        """Whether the hand-over was begun and not finished."""
        return self.handed_over_at is None and self.ended_at is None

    @property
    def days_overdue(self) -> int:
        """How many days it is late; below none where it is not due yet."""
        return (clock.today() - self.due_on).days if self.due_on else 0


@dataclass(frozen=True)
class LoansPage:
    """Pumps that are out, the first due first, and hand-overs that were begun and not finished."""

    out: Paged[LoanRow]
    unfinished: tuple[LoanRow, ...]


@dataclass(frozen=True)
class LoanPage:
    """One loan, with its store and the batch of the kit that left with it."""

    loan: LoanRow
    store: StoreCard
    batch: str
    is_bereaved: bool


def loans_page(viewer: Viewer, asked: ListAsked) -> LoansPage:
    """The loans of the viewer's organisation that are open; searched by name or tag."""
    access.require(viewer, Permission.LEND_PUMP)
    rows = _whole(access.visible(viewer, Loan.objects.all()))
    named = rows.filter(request__contact_name__icontains=asked.words) if asked.words else rows
    out = paged(named.out(), asked)
    audit.read(viewer, "equipment.loans_listed", Loan._meta.label, viewer.membership_id)
    return LoansPage(out.with_rows(map(_row, out.rows)), tuple(map(_row, named.unfinished()[:50])))


def loan_page(viewer: Viewer, loan_id: LoanId) -> LoanPage:
    """One loan of the viewer's organisation; NotFound for any other. A logged read."""
    access.require(viewer, Permission.LEND_PUMP)
    row = _whole(Loan.objects.filter(pk=loan_id, organisation_id__in=viewer.organisation_ids)).first()
    if row is None:
        raise NotFound("loan")
    family_id = FamilyId(row.family_id)
    audit.read(viewer, "equipment.loan_opened", Loan._meta.label, row.pk, family_id=family_id)
    return _page(row, is_bereaved=is_bereaved(family_id))


def loans_of(family_id: FamilyId) -> list[LoanRow]:
    """The loans of one family, the latest first; the page asks whether the viewer may open its record."""
    rows = _whole(Loan.objects.filter(family_id=family_id, handed_over_at__isnull=False))
    return [_row(row) for row in rows.order_by("-handed_over_at")[:20]]


def my_loan(viewer: Viewer, family_id: FamilyId) -> LoanPage | None:
    """The pump that a parent's own family has now; None where it has none."""
    access.require(viewer, Permission.SEE_OWN_RECORD, family_id=family_id)
    row = _whole(Loan.objects.out().filter(family_id=family_id)).first()
    return _page(row, is_bereaved=is_bereaved(family_id)) if row else None


def _whole(rows: LoanQuerySet) -> LoanQuerySet:
    return rows.select_related("unit__model", "request")


def _page(row: Loan, *, is_bereaved: bool) -> LoanPage:
    found, batch = _row(row), given_batch(row.kit_id)
    return LoanPage(found, store_cards({found.store_id})[found.store_id], batch[0] if batch else "", is_bereaved)


def _row(row: Loan) -> LoanRow:
    return LoanRow(
        id=LoanId(row.pk),
        organisation_id=OrganisationId(row.organisation_id),
        request_id=PumpRequestId(row.request_id),
        family_id=FamilyId(row.family_id),
        name=row.request.contact_name,
        phone=row.request.contact_phone,
        unit_id=UnitId(row.unit_id),
        tag=row.unit.tag,
        model=row.unit.model.name,
        begun_at=row.begun_at,
        handed_over_at=row.handed_over_at,
        due_on=row.due_on,
        language=row.language,
        talked=row.talked or None,
        second_showing_on=row.second_showing_on,
        agrees_to_reminders=row.agrees_to_reminders,
        collection=row.collection or None,
        collection_on=row.collection_on,
        collection_who=row.collection_who,
        ended_at=row.ended_at,
        ended_as=row.ended_as or None,
        condition=row.condition or None,
        helped=row.helped or None,
        kit_id=row.kit_id,
        store_id=StoreId(row.unit.store_id),
    )
