"""Handing a pump to a family: begun with the tag, finished with what was agreed and shown. Half of it never counts."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils.translation import gettext, override

from kith.equipment.actions import line
from kith.equipment.actions.locking import locked_loan, locked_request
from kith.equipment.actions.moving import move_unit
from kith.equipment.actions.telling import tell_lent
from kith.equipment.models.loans import Loan
from kith.equipment.models.requests import PumpRequest
from kith.equipment.models.units import Unit
from kith.equipment.rules.codes import LoanEnd, LoanId, PumpRequestId, RequestState, Talked, UnitId, UnitState
from kith.equipment.rules.units import may_go_out
from kith.equipment.settings import LOAN_DAYS
from kith.equipment.tags import unit_by_tag
from kith.equipment.training import trained_worker
from kith.families.queries.reach import may_organisation_open
from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId, OrganisationId
from kith.kernel.refusal import Refusal
from kith.organisations.events import MembershipEnded
from kith.organisations.work import Work
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action
from kith.stores.actions.stock import give_stock
from kith.stores.rules.codes import StockItemId, StoreId
from kith.tasks.actions.next_steps import add_next_step

S = UnitState


@dataclass(frozen=True)
class HandOver:
    """What was done at the hand-over: how it was talked through, what was shown, and what she agreed to."""

    talked: Talked
    shown_how: bool
    agrees_to_reminders: bool
    second_showing_on: date | None = None


@action
def begin_hand_over(*, by: Actor, request_id: PumpRequestId, tag: str, request_key: UUID) -> LoanId:
    """Begin to hand over the pump with this tag: the one kept for her, or another that is ready instead of it."""
    access.require(by, Permission.LEND_PUMP)
    unit, request = unit_by_tag(by, tag), locked_request(by, request_id)
    if earlier := Loan.objects.filter(request_key=request_key, request=request).first():
        return LoanId(earlier.pk)
    if request.state is not RequestState.HELD:
        raise Refusal("request_not_held")
    return begin(by, request, unit, request_key)


@action
def finish_hand_over(*, by: Actor, loan_id: LoanId, said: HandOver) -> None:
    """Finish the hand-over: the kit leaves with her, the loan runs, and the pump is hers until a day."""
    access.require(by, Permission.LEND_PUMP)
    membership_id, loan = trained_worker(by), locked_loan(by, loan_id)
    if loan.handed_over_at is not None and loan.ended_at is None:
        return
    if loan.ended_at is not None:
        raise Refusal("hand_over_over")
    if not said.shown_how:
        raise Refusal("use_not_shown")
    unit = Unit.objects.locked(UnitId(loan.unit_id))
    assert unit
    # Lost or mended since it was begun, the pump may stand ready again: for the first in line, not for her.
    if loan.request.state is not RequestState.HELD or loan.request.unit_id != unit.pk:
        raise Refusal("hand_over_over")
    if refusal := may_go_out(unit.facts(), is_held_for_her=True, today=clock.today()):
        raise refusal
    loan.kit_id = _kit(by, loan, unit)
    loan.handed_over_at, loan.handed_over_by_id = clock.now(), membership_id
    loan.due_on = clock.today() + timedelta(days=LOAN_DAYS.now)
    loan.talked, loan.shown_how, loan.second_showing_on = said.talked, True, said.second_showing_on
    loan.agrees_to_reminders = said.agrees_to_reminders
    loan.save()
    move_unit(by, unit, S.ON_LOAN)
    line.hand_over(by, loan.request)
    audit.record(by, "equipment.pump_lent", loan, family_id=FamilyId(loan.family_id), due_on=loan.due_on.isoformat())
    _plan_second_showing(by, loan, membership_id)
    tell_lent(by, loan)


@action
def drop_hand_over(*, by: Actor, loan_id: LoanId) -> None:
    """Break the hand-over off; the pump stays kept for the family, and its hold runs on. Dropped twice is once."""
    access.require(by, Permission.LEND_PUMP)
    loan = locked_loan(by, loan_id)
    if loan.handed_over_at is not None:
        raise Refusal("unit_on_loan")
    if loan.ended_at is None:
        drop(by, loan)


def begin(by: Actor, request: PumpRequest, unit: Unit, request_key: UUID) -> LoanId:
    """Write the begun hand-over down, the pump kept for this family; the caller holds the line and the request."""
    held = Unit.objects.locked(UnitId(unit.pk))
    assert held
    if held.organisation_id != request.organisation_id:
        raise Refusal("tag_of_others")
    if Loan.objects.filter(unit=held, ended_at__isnull=True).exists() and held.state is not S.ON_LOAN:
        raise Refusal("unit_held")
    if refusal := may_go_out(held.facts(), is_held_for_her=request.unit_id == held.pk, today=clock.today()):
        raise refusal
    line_of_old = _substitute(by, request, held)
    row = Loan.objects.create(
        organisation_id=request.organisation_id,
        family_id=request.family_id,
        request=request,
        unit=held,
        begun_at=clock.now(),
        begun_by_id=by.membership_id,
        language=request.language,
        request_key=request_key,
    )
    audit.record(by, "equipment.hand_over_begun", row, family_id=FamilyId(request.family_id))
    if line_of_old:
        line.hold_next(by, OrganisationId(request.organisation_id))
    return LoanId(row.pk)


def drop(by: Actor, loan: Loan) -> None:
    """End an unfinished hand-over, in the caller's transaction."""
    loan.ended_at, loan.ended_as, loan.ended_by_id = clock.now(), LoanEnd.DROPPED, by.membership_id
    loan.save(update_fields=["ended_at", "ended_as", "ended_by"])
    audit.record(by, "equipment.hand_over_dropped", loan, family_id=FamilyId(loan.family_id))


def _substitute(by: Actor, request: PumpRequest, unit: Unit) -> bool:
    """Keep this pump for the family instead of the one kept so far; whether that one is free now."""
    if request.unit_id == unit.pk:
        return False
    before = Unit.objects.locked(UnitId(request.unit_id)) if request.unit_id else None
    move_unit(by, unit, S.HELD)
    request.unit = unit
    line.swap(by, request)
    if before and before.state is S.HELD:
        move_unit(by, before, S.AVAILABLE)
        return True
    return False


def _kit(by: Actor, loan: Loan, unit: Unit) -> int | None:
    if unit.model.kit_id is None:
        return None
    return give_stock(
        by=by,
        store_id=StoreId(unit.store_id),
        item_id=StockItemId(unit.model.kit_id),
        family_id=FamilyId(loan.family_id),
        request_key=uuid5(NAMESPACE_URL, f"pump-kit-{loan.pk}"),
    )


def _plan_second_showing(by: Actor, loan: Loan, owner: MembershipId) -> None:
    """A next step of who handed it over, where they may open the family's record."""
    family_id = FamilyId(loan.family_id)
    if loan.second_showing_on is None or not may_organisation_open(OrganisationId(loan.organisation_id), family_id):
        return
    with override("en"):
        what = gettext("Show once more how the pump is used, and ask how it goes")
    add_next_step(
        by=by,
        family_id=family_id,
        what=what,
        due_on=loan.second_showing_on,
        owner=owner,
        request_key=uuid5(NAMESPACE_URL, f"pump-second-showing-{loan.pk}"),
    )


@action
def release_hand_overs(event: MembershipEnded) -> None:
    """Leave the unfinished hand-overs of a leaver to the desk, on whose list they stand; safe to run twice."""
    for row in Loan.objects.unfinished().filter(begun_by_id=event.membership_id).select_for_update(of=("self",)):
        row.begun_by = None
        row.save(update_fields=["begun_by"])
        audit.record(system_actor("equipment"), "equipment.hand_over_left", row, family_id=FamilyId(row.family_id))


WORK = Work("hand_over", Loan.objects.unfinished, "begun_by_id", release=release_hand_overs)
