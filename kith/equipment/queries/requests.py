"""The line of those who wait for a pump, with the wait that is forecast for each; and one request."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.db.models import Q

from kith.equipment.models.loans import Loan
from kith.equipment.models.requests import OPEN, PumpRequest
from kith.equipment.models.units import Unit, UnitStep
from kith.equipment.rules.codes import (
    AskedBy,
    LoanId,
    Need,
    PumpRequestId,
    RequestState,
    UnitState,
    WhyEnded,
)
from kith.equipment.rules.forecast import Forecast, forecast, ready_a_day
from kith.equipment.rules.need import Lane
from kith.equipment.settings import LOAN_DAYS
from kith.kernel import clock
from kith.kernel.ids import FamilyId, OrganisationId
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged
from kith.stores.queries.stock import StoreCard, store_cards
from kith.stores.rules.codes import StoreId
from kith.walls.saying import beyond

LOOK_BACK, A_YEAR = timedelta(days=91), timedelta(days=365)


@dataclass(frozen=True)
class RequestRow:
    """A request: whose, why, since when, and the pump that is kept for it with where and until when."""

    id: PumpRequestId
    organisation_id: OrganisationId
    family_id: FamilyId
    name: str
    phone: str
    asked_by: AskedBy
    why: tuple[Need, ...]
    lane: Lane
    state: RequestState
    ended_as: WhyEnded | None
    asked_at: datetime
    tag: str
    unit_state: UnitState | None
    store: StoreCard | None
    hold_until: date | None
    loan_id: LoanId | None = None
    forecast: Forecast | None = None

    @property
    def is_open(self) -> bool:
        """Whether it still waits, or has a pump kept for it."""
        return self.state in OPEN


@dataclass(frozen=True)
class LinePage:
    """Those who wait in order, each with its forecast, and those a pump is kept for."""

    waiting: Paged[RequestRow]
    held: tuple[RequestRow, ...]


@dataclass(frozen=True)
class Pace:
    """How fast pumps get ready at an organisation, and how many stand ready."""

    ready: int
    ready_each_day: float
    known_from: int
    same_day_each_day: float

    def forecast(self, ahead: int) -> Forecast:
        """The wait with so many ahead."""
        return forecast(
            ahead=ahead,
            ready=self.ready,
            ready_each_day=self.ready_each_day,
            known_from=self.known_from,
            same_day_each_day=self.same_day_each_day,
        )


def line_page(viewer: Viewer, asked: ListAsked) -> LinePage:
    """The line of the viewer's organisation; those with a pump kept for them stand beside it."""
    access.require(viewer, Permission.LEND_PUMP)
    rows = access.visible(viewer, PumpRequest.objects.select_related("unit"))
    named = rows.filter(contact_name__icontains=asked.words) if asked.words else rows
    waiting = paged(named.in_line(), asked)
    held = named.filter(state=RequestState.HELD).order_by("hold_until", "pk")
    organisation = next(iter(sorted(viewer.organisation_ids)), None)
    order = list(rows.in_line().values_list("pk", flat=True))
    pace = pace_of(organisation) if organisation else None
    found = waiting.with_rows(
        _row(row, pace.forecast(order.index(row.pk)) if pace and row.lane == Lane.IN_TURN else None)
        for row in waiting.rows
    )
    audit.read(viewer, "equipment.line_opened", PumpRequest._meta.label, organisation)
    return LinePage(found, tuple(_rows(list(held))))


def request_row(viewer: Viewer, request_id: PumpRequestId) -> RequestRow:
    """One request to the viewer's organisation; NotFound for any other. A logged read."""
    access.require(viewer, Permission.LEND_PUMP)
    rows = PumpRequest.objects.select_related("unit").filter(pk=request_id)
    row = rows.filter(organisation_id__in=viewer.organisation_ids).first()
    if row is None:
        raise NotFound("request")
    audit.read(viewer, "equipment.request_opened", PumpRequest._meta.label, row.pk, family_id=FamilyId(row.family_id))
    return _rows([row])[0]


def requests_of(family_id: FamilyId) -> list[RequestRow]:
    """The requests of one family, the latest first; the page asks whether the viewer may open its record."""
    rows = PumpRequest.objects.select_related("unit").filter(family_id=family_id).order_by("-asked_at", "-pk")
    return _rows(list(rows[:10]))


def my_request(viewer: Viewer, family_id: FamilyId) -> RequestRow | None:
    """What became of the latest wish of a parent's own family, with the wait that is forecast."""
    access.require(viewer, Permission.SEE_OWN_RECORD, family_id=family_id)
    found = requests_of(family_id)
    if not found:
        return None
    row = found[0]
    if row.state is not RequestState.WAITING:
        return row
    return _with_forecast(row)


@dataclass(frozen=True)
class Nameless:
    """A request without its family: where, in which line, since when, and what became of it."""

    organisation_id: OrganisationId
    lane: Lane
    asked_at: datetime
    state: RequestState
    ended_as: WhyEnded | None


@beyond("requests for pumps without families or needs: how many wait, how many were urgent, what became of them")
def requests_without_names() -> list[Nameless]:
    """The requests of the last year, and those that still wait, for whatever counts them; first served first."""
    rows = PumpRequest.objects.filter(Q(asked_at__gt=clock.now() - A_YEAR) | Q(state=RequestState.WAITING))
    found = rows.order_by("lane", "asked_at", "pk").values_list(
        "organisation_id", "lane", "asked_at", "state", "ended_as"
    )
    return [
        Nameless(OrganisationId(at), Lane(lane), asked_at, state, WhyEnded(why) if why else None)
        for at, lane, asked_at, state, why in found
    ]


def _with_forecast(row: RequestRow) -> RequestRow:
    others = requests_without_names()
    before = [each for each in _waiting(others, row.organisation_id) if (each.lane, each.asked_at) < _place(row)]
    return replace(row, forecast=pace_of(row.organisation_id, others).forecast(len(before)))


def waits_of_place() -> list[tuple[OrganisationId, Forecast]]:
    """The forecast for a family that asks now, at each organisation that lends, the shortest first."""
    lenders = Unit.objects.order_by("organisation_id").values_list("organisation_id", flat=True).distinct()
    others = requests_without_names()
    found = [
        (each, pace_of(each, others).forecast(len(_waiting(others, each)))) for each in map(OrganisationId, lenders)
    ]
    return sorted(found, key=lambda each: (each[1].days, each[0]))


def _waiting(requests: Sequence[Nameless], organisation_id: OrganisationId) -> list[Nameless]:
    own = (each for each in requests if each.organisation_id == organisation_id)
    return [each for each in own if each.state is RequestState.WAITING]


def _place(row: RequestRow) -> tuple[Lane, datetime]:
    return row.lane, row.asked_at


def pace_of(organisation_id: OrganisationId, requests: Sequence[Nameless] | None = None) -> Pace:
    """How fast pumps got ready in the last quarter, by what the pumps that are out promise too."""
    since, of = clock.now() - LOOK_BACK, {"organisation_id": organisation_id}
    known = requests_without_names() if requests is None else requests
    urgent = [each for each in known if each.organisation_id == organisation_id and each.lane is Lane.SAME_DAY]
    came_ready = UnitStep.objects.filter(unit__organisation_id=organisation_id, at__gt=since, state=UnitState.CHECKED)
    seen, out = came_ready.count(), Unit.objects.filter(state=UnitState.ON_LOAN, **of).count()
    pace = ready_a_day(came_ready=seen, days=LOOK_BACK.days, out=out, usual_loan=LOAN_DAYS.now)
    return Pace(
        ready=Unit.objects.ready().filter(**of).count(),
        ready_each_day=pace,
        known_from=seen + out,
        same_day_each_day=sum(each.asked_at > since for each in urgent) / LOOK_BACK.days,
    )


def _rows(rows: list[PumpRequest]) -> list[RequestRow]:
    stores = store_cards({StoreId(row.unit.store_id) for row in rows if row.unit})
    begun = Loan.objects.unfinished().filter(request__in=[row.pk for row in rows]).values_list("request_id", "pk")
    loans = {request_id: LoanId(pk) for request_id, pk in begun}
    return [
        _row(row, store=stores.get(StoreId(row.unit.store_id)) if row.unit else None, loan_id=loans.get(row.pk))
        for row in rows
    ]


def _row(
    row: PumpRequest,
    wait: Forecast | None = None,
    *,
    store: StoreCard | None = None,
    loan_id: LoanId | None = None,
) -> RequestRow:
    unit = row.unit
    return RequestRow(
        id=PumpRequestId(row.pk),
        organisation_id=OrganisationId(row.organisation_id),
        family_id=FamilyId(row.family_id),
        name=row.contact_name,
        phone=row.contact_phone,
        asked_by=row.asked_by,
        why=row.why,
        lane=Lane(row.lane),
        state=row.state,
        ended_as=WhyEnded(row.ended_as) if row.ended_as else None,
        asked_at=row.asked_at,
        tag=unit.tag if unit else "",
        unit_state=UnitState(unit.state) if unit else None,
        store=store,
        hold_until=row.hold_until,
        loan_id=loan_id,
        forecast=wait,
    )
