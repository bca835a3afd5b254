"""A loan that is out: kept longer, collected, returned, or lost. There are no fines."""

from datetime import date

from kith.equipment.actions.locking import locked_loan
from kith.equipment.actions.moving import move_unit
from kith.equipment.models.loans import Loan
from kith.equipment.models.requests import PumpRequest
from kith.equipment.models.units import Unit
from kith.equipment.rules.codes import Collection, Condition, Helped, LoanEnd, LoanId, UnitId, UnitState
from kith.equipment.rules.loans import due_after, may_extend
from kith.equipment.settings import EXTRA_DAYS, MOST_EXTENSIONS
from kith.families.queries.bereavement import is_bereaved
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action

S = UnitState


@action
def extend_loan(*, by: Actor, loan_id: LoanId, due_on: date) -> date:
    """Let the family keep the pump longer, unless others wait; ``due_on`` is the day that is put off."""
    loan = _out(by, loan_id)
    assert loan.due_on
    if loan.due_on != due_on:
        return loan.due_on
    own = {"organisation_id": loan.organisation_id}
    refusal = may_extend(
        loan.facts(is_bereaved=is_bereaved(FamilyId(loan.family_id))),
        waiting=PumpRequest.objects.in_line().filter(**own).count(),
        ready=Unit.objects.ready().filter(**own).count(),
        most=MOST_EXTENSIONS.now,
        today=clock.today(),
    )
    if refusal:
        raise refusal
    loan.due_on = due_after(due_on, days=EXTRA_DAYS.now, today=clock.today())
    loan.extended_count += 1
    loan.reminded_after_on, loan.reminded_after_count = None, 0
    loan.save(update_fields=["due_on", "extended_count", "reminded_after_on", "reminded_after_count"])
    _note(by, loan, "equipment.loan_extended", due_on=loan.due_on.isoformat())
    return loan.due_on


@action
def arrange_return(*, by: Actor, loan_id: LoanId, how: Collection, on: date | None = None, who: str = "") -> None:
    """Note how the pump comes back: she brings it, we collect it at home, or another person does. Reminders rest."""
    loan = _out(by, loan_id)
    if how is Collection.FROM_HOME and on is None:
        raise Refusal("collection_needs_a_day")
    if on is not None and on < clock.today():
        raise Refusal("collection_day_past")
    if how is Collection.OTHER_PERSON and not who.strip():
        raise Refusal("collection_needs_a_name")
    loan.collection, loan.collection_on = how, on
    loan.collection_who = who.strip() if how is Collection.OTHER_PERSON else ""
    loan.save(update_fields=["collection", "collection_on", "collection_who"])
    _note(by, loan, "equipment.return_arranged", how=how)


@action
def return_pump(*, by: Actor, loan_id: LoanId, condition: Condition, helped: Helped) -> None:
    """Take the pump back, into quarantine, and keep whether it helped her reach her goal; twice is once."""
    access.require(by, Permission.LEND_PUMP)
    loan = locked_loan(by, loan_id)
    if loan.ended_as == LoanEnd.RETURNED:
        return
    if loan.handed_over_at is None or loan.ended_at is not None:
        raise Refusal("loan_not_out")
    unit = _end(by, loan, LoanEnd.RETURNED, condition=condition, helped=helped)
    move_unit(by, unit, S.RETURNED)
    if condition is Condition.DAMAGED:
        move_unit(by, unit, S.REPAIR)


@action
def lose_pump(*, by: Actor, loan_id: LoanId) -> None:
    """Note that the pump will not come back; should it be found, it goes into quarantine."""
    access.require(by, Permission.LEND_PUMP)
    loan = locked_loan(by, loan_id)
    if loan.ended_as == LoanEnd.LOST:
        return
    if loan.handed_over_at is None or loan.ended_at is not None:
        raise Refusal("loan_not_out")
    move_unit(by, _end(by, loan, LoanEnd.LOST), S.LOST)


def _out(by: Actor, loan_id: LoanId) -> Loan:
    """A loan that is out, held: for the family itself, or for those who lend."""
    if not by.is_parent:
        access.require(by, Permission.LEND_PUMP)
    loan = locked_loan(by, loan_id)
    if loan.handed_over_at is None or loan.ended_at is not None:
        raise Refusal("loan_not_out")
    return loan


def _end(
    by: Actor, loan: Loan, how: LoanEnd, *, condition: Condition | None = None, helped: Helped | None = None
) -> Unit:
    loan.ended_at, loan.ended_as, loan.ended_by_id = clock.now(), how, by.membership_id
    loan.condition, loan.helped = condition or "", helped or ""
    loan.save(update_fields=["ended_at", "ended_as", "ended_by", "condition", "helped"])
    _note(by, loan, f"equipment.pump_{how}")
    unit = Unit.objects.locked(UnitId(loan.unit_id))
    assert unit
    return unit


def _note(by: Actor, loan: Loan, what: str, **facts: object) -> None:
    audit.record(by, what, loan, family_id=FamilyId(loan.family_id), **facts)
