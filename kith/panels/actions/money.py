"""Payments and expenses: offered, answered by her, approved, made, and told. Nothing is due without her yes."""

from uuid import UUID

from kith.kernel import clock
from kith.panels.actions.locking import opened_member, person
from kith.panels.actions.telling import tell
from kith.panels.models.money import PanelExpense, PanelExpenseStep, SessionPayment
from kith.panels.models.people import PanelMember
from kith.panels.models.sessions import PanelSession
from kith.panels.rules.codes import ExpenseId, ExpenseState, MemberState, Paying, PaymentId
from kith.panels.rules.joining import expenses_of
from kith.panels.rules.money import NewExpense, may_answer, may_claim, may_move_expense, may_offer, may_pay
from kith.platform import access, audit, steps
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


def offer_payment(by: Actor, session: PanelSession, member: PanelMember, *, has_come: bool) -> None:
    """Offer a locked member what her terms name for this session, once; unanswered it is not due."""
    terms = member.terms
    if terms is None or not may_offer(MemberState(member.state), pence=terms.session_pence, has_come=has_come):
        return
    new = {"terms": terms, "pence": terms.session_pence, "offered_at": clock.now()}
    row, is_new = SessionPayment.objects.get_or_create(session=session, member=member, defaults=new)
    if is_new:
        audit.record(by, "panels.payment_offered", row, member=member.pk)


@action
def answer_payment(*, by: Actor, token: str, payment_id: PaymentId, answer: Paying) -> None:
    """Take her yes or no to one payment; until it is made, her last word counts."""
    member = opened_member(by, token)
    row = SessionPayment.objects.select_for_update(of=("self",)).filter(pk=payment_id, member=member).first()
    if row is None or answer is Paying.NOT_SAID:
        raise NotFound("payment")
    if row.answer == answer:
        return
    if refusal := may_answer(row.facts):
        raise refusal
    row.answer, row.answered_at = answer, clock.now()
    row.save(update_fields=["answer", "answered_at"])
    audit.record(by, "panels.payment_answered", row, answer=answer)


@action
def pay_for_session(*, by: Actor, payment_id: PaymentId) -> None:
    """Note that an accepted payment is made, and tell her; paid twice it is paid once."""
    access.require(by, Permission.MANAGE_PANELS)
    row = SessionPayment.objects.select_for_update(of=("self",)).filter(pk=payment_id).first()
    if row is None:
        raise NotFound("payment")
    if row.paid_on is not None:
        return
    if refusal := may_pay(row.facts):
        raise refusal
    row.paid_on, row.paid_by_id = clock.today(), person(by)
    row.save(update_fields=["paid_on", "paid_by"])
    audit.record(by, "panels.payment_made", row, member=row.member_id)
    tell(row.member, "panel_paid", f"payment-{row.pk}", pence=row.pence)


@action
def claim_expense(*, by: Actor, token: str, new: NewExpense, request_key: UUID) -> ExpenseId:
    """Take down what she has spent; the same request key never claims twice."""
    member = opened_member(by, token)
    if before := PanelExpense.objects.filter(request_key=request_key, member=member).first():
        return ExpenseId(before.pk)
    in_terms = expenses_of(member.terms.expenses) if member.terms else ()
    if refusal := may_claim(new, state=MemberState(member.state), in_terms=in_terms, today=clock.today()):
        raise refusal
    row = PanelExpense.objects.create(
        member=member, kind=new.kind, pence=new.pence, spent_on=new.spent_on, request_key=request_key
    )
    _step(by, row, after=None)
    return ExpenseId(row.pk)


@action
def decide_expense(*, by: Actor, expense_id: ExpenseId, state: ExpenseState, why: str = "") -> None:
    """Approve an expense, refuse it with a reason she reads, or note that it is paid; done twice it is done once."""
    access.require(by, Permission.MANAGE_PANELS)
    person(by)
    row = PanelExpense.objects.locked(expense_id)
    if row is None:
        raise NotFound("expense")
    if row.state == state:
        return
    after = ExpenseState(row.state)
    if refusal := may_move_expense(state, after=after, why=why):
        raise refusal
    row.state, row.why = state, why.strip() if state is ExpenseState.REFUSED else ""
    row.save(update_fields=["state", "why"])
    _step(by, row, after=after)
    if state is ExpenseState.PAID:
        tell(row.member, "panel_paid", f"expense-{row.pk}", pence=row.pence)
    elif state is ExpenseState.REFUSED:
        tell(row.member, "panel_expense_refused", f"{row.pk}", pence=row.pence)


def _step(by: Actor, row: PanelExpense, *, after: ExpenseState | None) -> None:
    step = PanelExpenseStep(expense=row, state=row.state, membership_id=by.membership_id)
    steps.move(by, row, step, after=after, entry=f"panels.expense_{row.state}", member=row.member_id)
