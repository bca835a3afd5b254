"""The pumps of an organisation: the list, one with its history, and the check that stands before its next loan."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, OuterRef, Q, Subquery

from kith.equipment.models.loans import OUT, Loan
from kith.equipment.models.units import CheckList, PumpModel, Unit, UnitStep
from kith.equipment.rules.codes import CameBy, LoanId, PumpModelId, UnitId, UnitState
from kith.equipment.rules.loans import BEFORE
from kith.equipment.rules.units import BY_HAND, SHARE_OF, Share, Shown, shown_as
from kith.equipment.training import is_trained
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.organisations.queries.people import membership_cards
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged
from kith.stores.rules.codes import StockItemId

MOST_STEPS = 40


@dataclass(frozen=True)
class UnitRow:
    """A pump in the list: where it stands, and until when it is lent."""

    id: UnitId
    tag: str
    model: str
    store: str
    state: UnitState
    shown: UnitState | Shown
    due_on: date | None
    is_recalled: bool
    counted_at: datetime | None


@dataclass(frozen=True)
class StepRow:
    """One step of a pump: what became of it, when, and who noted it."""

    at: datetime
    state: UnitState
    who: str
    why: str
    is_signed: bool


@dataclass(frozen=True)
class UnitPage:
    """One pump: what it is, where it stands, what may be noted, and its history."""

    row: UnitRow
    serial: str
    supplier: str
    came_by: CameBy
    came_on: date
    electrical_test_on: date | None
    service_on: date | None
    loan_id: LoanId | None
    loans: int
    steps: tuple[StepRow, ...]
    may_sign: bool

    @property
    def may_note(self) -> tuple[UnitState, ...]:
        """Where a worker may send it by a tap."""
        return tuple(each for each in BY_HAND[self.row.state] if each is not UnitState.RETIRED)

    @property
    def may_retire(self) -> bool:
        """Whether it can be taken out of use, for good."""
        return UnitState.RETIRED in BY_HAND[self.row.state]

    @property
    def waits_for_check(self) -> bool:
        """Whether a check is what it needs next."""
        return self.row.state in (UnitState.RETURNED, UnitState.CLEANING)


@dataclass(frozen=True)
class CheckAsked:
    """The list by which a pump is checked: its version, and its points."""

    version: int
    items: tuple[str, ...]


@dataclass(frozen=True)
class ModelRow:
    """A model of pump, and how many of it there are."""

    id: PumpModelId
    name: str
    kit: str
    kit_id: StockItemId | None
    lasts_years: int
    units: int
    check: CheckAsked


def units_listed(viewer: Viewer, asked: ListAsked, state: UnitState | None = None) -> Paged[UnitRow]:
    """The pumps of the viewer's organisation by tag, all or those that stand so; searched by tag or serial number."""
    access.require(viewer, Permission.LEND_PUMP)
    rows = access.visible(viewer, Unit.objects.all())
    if state:
        rows = rows.filter(state=state)
    if asked.words:
        rows = rows.filter(Q(tag__icontains=asked.words) | Q(serial__icontains=asked.words))
    found = paged(_with_loans(rows).order_by("tag"), asked)
    return found.with_rows(map(_row, found.rows))


def shares(viewer: Viewer) -> dict[Share, int]:
    """Where the pumps of the viewer's organisation are: together they are all that came."""
    access.require(viewer, Permission.LEND_PUMP)
    counts = dict.fromkeys(Share, 0)
    rows = access.visible(viewer, Unit.objects.all()).order_by().values_list("state").annotate(count=Count("pk"))
    for state, count in rows:
        counts[SHARE_OF[UnitState(state)]] += count
    return counts


def unit_page(viewer: Viewer, unit_id: UnitId) -> UnitPage:
    """One pump of the viewer's organisation; NotFound for any other."""
    access.require(viewer, Permission.LEND_PUMP)
    row = _with_loans(access.visible(viewer, Unit.objects.filter(pk=unit_id))).first()
    if row is None:
        raise NotFound("pump")
    loan_id = Loan.objects.filter(unit=row, ended_at__isnull=True).values_list("pk", flat=True).first()
    return UnitPage(
        row=_row(row),
        serial=row.serial,
        supplier=row.supplier,
        came_by=row.came_by,
        came_on=row.came_on,
        electrical_test_on=row.electrical_test_on,
        service_on=row.service_on,
        loan_id=LoanId(loan_id) if loan_id else None,
        loans=Loan.objects.filter(unit=row, handed_over_at__isnull=False).count(),
        steps=_steps(row),
        may_sign=is_trained(viewer.membership_id),
    )


def check_of(viewer: Viewer, unit_id: UnitId) -> CheckAsked:
    """The newest check list of the pump's model."""
    access.require(viewer, Permission.LEND_PUMP)
    models = access.visible(viewer, Unit.objects.filter(pk=unit_id)).values_list("model_id", flat=True)
    if not models:
        raise NotFound("pump")
    return _newest([models[0]])[models[0]]


def models_listed(viewer: Viewer) -> list[ModelRow]:
    """The models of the viewer's organisation, with their check lists."""
    access.require(viewer, Permission.LEND_PUMP)
    rows = access.visible(viewer, PumpModel.objects.annotate(count=Count("units"))).select_related("kit")
    found = list(rows.order_by("name", "pk"))
    checks = _newest([row.pk for row in found])
    return [
        ModelRow(
            PumpModelId(row.pk),
            row.name,
            row.kit.name if row.kit else "",
            StockItemId(row.kit_id) if row.kit_id else None,
            row.lasts_years,
            row.count,
            checks[row.pk],
        )
        for row in found
    ]


def model_row(viewer: Viewer, model_id: PumpModelId) -> ModelRow:
    """One model of the viewer's organisation; NotFound for any other."""
    found = next((each for each in models_listed(viewer) if each.id == model_id), None)
    if found is None:
        raise NotFound("model")
    return found


def not_seen(viewer: Viewer) -> list[UnitRow]:
    """The pumps that should stand on a shelf and were not seen in the count of today."""
    access.require(viewer, Permission.LEND_PUMP)
    on_shelf = [state for state, share in SHARE_OF.items() if share in (Share.SHELF, Share.MADE_READY)]
    rows = access.visible(viewer, Unit.objects.filter(state__in=on_shelf))
    today = clock.midnight(clock.today())
    unseen = rows.filter(Q(counted_at__isnull=True) | Q(counted_at__lt=today))
    return [_row(row) for row in _with_loans(unseen).order_by("tag")]


def _with_loans(rows: Any) -> Any:
    due = Loan.objects.filter(OUT, unit=OuterRef("pk")).values("due_on")[:1]
    return rows.select_related("model", "store").annotate(due_on=Subquery(due))


def _row(row: Any) -> UnitRow:
    return UnitRow(
        id=UnitId(row.pk),
        tag=row.tag,
        model=row.model.name,
        store=row.store.name,
        state=row.state,
        shown=shown_as(row.state, row.due_on, today=clock.today(), soon=BEFORE.days),
        due_on=row.due_on,
        is_recalled=row.recall_id is not None,
        counted_at=row.counted_at,
    )


def _steps(row: Unit) -> tuple[StepRow, ...]:
    found = list(UnitStep.objects.filter(unit=row).order_by("-pk")[:MOST_STEPS])
    people = membership_cards(MembershipId(each.membership_id) for each in found if each.membership_id)
    return tuple(
        StepRow(
            each.at,
            each.state,
            people[MembershipId(each.membership_id)].name if each.membership_id else "",
            each.why,
            each.check_made_id is not None,
        )
        for each in found
    )


def _newest(model_ids: list[int]) -> dict[int, CheckAsked]:
    rows = CheckList.objects.filter(model_id__in=model_ids).order_by("model_id", F("version").desc())
    return {row.model_id: CheckAsked(row.version, tuple(row.items)) for row in rows.distinct("model_id")}
