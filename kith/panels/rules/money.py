"""What may be paid: never without a yes, never more than the terms say. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from kith.kernel.refusal import Refusal
from kith.panels.rules.codes import EXPENSES, ExpenseKind, ExpenseState, MemberState, Paying

MOST_PENCE = 50_000
LATEST = timedelta(days=365)


@dataclass(frozen=True)
class NewExpense:
    """What a member has spent so as to take part."""

    kind: ExpenseKind
    pence: int
    spent_on: date


@dataclass(frozen=True)
class PaymentFacts:
    """A payment that was offered for one session, and what she said to it."""

    pence: int
    answer: Paying
    is_paid: bool


def is_due(payment: PaymentFacts) -> bool:
    """Whether it is to be paid: only what she has accepted, and once."""
    return payment.answer is Paying.ACCEPTED and not payment.is_paid


def may_offer(state: MemberState, *, pence: int, has_come: bool) -> bool:
    """Whether a payment is offered: to a member who came, where the terms she agreed to name an amount."""
    return state in (MemberState.MEMBER, MemberState.LEFT) and has_come and pence > 0


def may_answer(payment: PaymentFacts) -> Refusal | None:
    """Say why she cannot answer any more, or None: until it is paid she may change her mind."""
    return Refusal("payment_is_made") if payment.is_paid else None


def may_pay(payment: PaymentFacts) -> Refusal | None:
    """Say why it cannot be paid, or None if it is due."""
    if payment.is_paid:
        return Refusal("payment_is_made")
    return None if payment.answer is Paying.ACCEPTED else Refusal("payment_not_accepted")


def may_claim(new: NewExpense, *, state: MemberState, in_terms: Collection[ExpenseKind], today: date) -> Refusal | None:
    """Say why this cannot be claimed, or None if it can: what the terms name, of the past year, of a fair sum."""
    if state not in (MemberState.MEMBER, MemberState.LEFT):
        return Refusal("expense_of_no_member")
    if new.kind not in in_terms:
        return Refusal("expense_not_in_terms")
    if not 0 < new.pence <= MOST_PENCE:
        return Refusal("expense_amount_out_of_range")
    if not today - LATEST <= new.spent_on <= today:
        return Refusal("expense_day_out_of_range")
    return None


def may_move_expense(state: ExpenseState, *, after: ExpenseState, why: str = "") -> Refusal | None:
    """Say why an expense cannot come to this state, or None: a no says why."""
    if not EXPENSES.allows(state, after=after):
        return Refusal("expense_not_now")
    if state is ExpenseState.REFUSED and not why.strip():
        return Refusal("expense_refused_without_reason")
    return None
