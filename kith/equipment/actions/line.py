"""The line of those who wait: a pump that is ready is kept for the family that the rule of need names first."""

from django.db import transaction
from django.db.models import Exists, OuterRef

from kith.equipment.actions.locking import lock_line
from kith.equipment.actions.moving import move_unit
from kith.equipment.actions.telling import tell_ready
from kith.equipment.models.loans import Loan
from kith.equipment.models.requests import PumpRequest, PumpRequestStep
from kith.equipment.models.units import Unit
from kith.equipment.rules.codes import PumpRequestId, RequestState, UnitState, WhyEnded
from kith.equipment.rules.holds import hold_until, is_over
from kith.equipment.settings import HOLD_DAYS
from kith.kernel import clock
from kith.kernel.ids import FamilyId, OrganisationId
from kith.platform import access, steps
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action, action_in_parts
from kith.stores.queries.stock import StoreCard

S = RequestState


@action_in_parts
def end_old_holds(*, by: Actor) -> int:
    """Give the pumps that were not collected to the next in line, and say how many those were; safe to run twice."""
    access.require(by, Permission.MANAGE_STOCK)
    _free_forgotten(by)
    rows = PumpRequest.objects.filter(state=S.HELD, hold_until__lt=clock.today()).order_by("hold_until", "pk")
    return sum(end_old_hold(by=by, request_id=PumpRequestId(pk)) for pk in list(rows.values_list("pk", flat=True)))


@action
def end_old_hold(*, by: Actor, request_id: PumpRequestId) -> bool:
    """End one hold that has run out, unless its pump is being handed over or made ready just now."""
    access.require(by, Permission.MANAGE_STOCK)
    organisation_id = PumpRequest.objects.values_list("organisation_id", flat=True).get(pk=request_id)
    lock_line(OrganisationId(organisation_id))
    row = PumpRequest.objects.locked(request_id)
    if row is None or row.state is not S.HELD or not is_over(row.hold(), today=clock.today()):
        return False
    if Loan.objects.unfinished().filter(request=row).exists():
        return False
    end(by, row, S.NOT_COLLECTED)
    return True


@transaction.atomic
def _free_forgotten(by: Actor) -> None:
    """Put pumps back on the shelf that are kept for no family any more: its record was joined with another."""
    kept, lent = PumpRequest.objects.filter(unit=OuterRef("pk"), state=S.HELD), Loan.objects.filter(unit=OuterRef("pk"))
    rows = Unit.objects.filter(~Exists(kept), ~Exists(lent.filter(ended_at__isnull=True)), state=UnitState.HELD)
    for unit in rows.select_for_update(of=("self",), skip_locked=True):
        move_unit(by, unit, UnitState.AVAILABLE)


def hold_next(by: Actor, organisation_id: OrganisationId) -> None:
    """Keep each pump that is ready for the next in line; the caller holds the line."""
    waiting = list(PumpRequest.objects.in_line().filter(organisation_id=organisation_id)[:50])
    ready = list(Unit.objects.ready().filter(organisation_id=organisation_id).select_for_update(skip_locked=True)[:50])
    today = clock.today()
    good = [each for each in ready if not each.electrical_test_on or each.electrical_test_on >= today]
    for request, unit in zip(waiting, good, strict=False):
        keep(by, request, unit)


def keep(by: Actor, request: PumpRequest, unit: Unit) -> None:
    """Keep a pump that is ready for this family, and tell her."""
    move_unit(by, unit, UnitState.HELD)
    request.unit = unit
    start_clock(by, request, unit)


def kept_for(unit: Unit) -> PumpRequest | None:
    """The request that the pump is kept for, held."""
    rows = PumpRequest.objects.select_for_update(of=("self",)).filter(unit=unit, state=S.HELD)
    return rows.select_related("unit").first()


def start_clock(by: Actor, request: PumpRequest, unit: Unit) -> None:
    """Let the hold run from now: its pump is ready."""
    store = StoreCard.of(unit.store)
    request.ready_at = clock.now()
    request.hold_until = hold_until(request.ready_at, days=HOLD_DAYS.now, open_on_or_after=store.open_on_or_after)
    _step(by, request, S.HELD)
    tell_ready(by, request, store)


def stop_clock(by: Actor, request: PumpRequest) -> None:
    """Let the hold not age: its pump is made ready once more."""
    request.ready_at = request.hold_until = None
    _step(by, request, S.HELD)


def let_go(by: Actor, request: PumpRequest) -> None:
    """Put a family whose pump is gone back into the line, where it stood since it asked."""
    request.unit = request.ready_at = request.hold_until = None
    _step(by, request, S.WAITING)


def end(by: Actor, request: PumpRequest, state: RequestState, why: WhyEnded | None = None) -> None:
    """End the request without a pump; one that was kept goes to the next in line. The caller holds the line."""
    unit = Unit.objects.select_for_update(of=("self",)).filter(pk=request.unit_id).first() if request.unit_id else None
    request.ended_as = why or ""
    request.unit = request.ready_at = request.hold_until = None
    _step(by, request, state)
    if unit and unit.state is UnitState.HELD:
        move_unit(by, unit, UnitState.AVAILABLE)
        hold_next(by, OrganisationId(request.organisation_id))


def swap(by: Actor, request: PumpRequest) -> None:
    """Note that another pump, which is ready too, is kept for the family."""
    request.ready_at = request.ready_at or clock.now()
    _step(by, request, S.HELD)


def hand_over(by: Actor, request: PumpRequest) -> None:
    """Note that the family has its pump."""
    request.hold_until = None
    _step(by, request, S.HANDED_OVER)


def _step(by: Actor, request: PumpRequest, state: RequestState) -> None:
    before, request.state, request.changed_at = request.state, state, clock.now()
    step = PumpRequestStep(
        request=request,
        state=state,
        unit=request.unit,
        why=request.ended_as,
        membership_id=by.membership_id,
    )
    entry = "equipment.request_moved"
    steps.move(by, request, step, after=before, entry=entry, family_id=FamilyId(request.family_id), to=state)
    request.save(update_fields=["state", "unit", "ready_at", "hold_until", "ended_as", "changed_at"])
