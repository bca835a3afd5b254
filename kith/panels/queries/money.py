"""What is owed to members: payments they have accepted, expenses to decide on and to pay."""

from dataclasses import dataclass
from datetime import date, datetime

from kith.panels.models.money import PanelExpense, SessionPayment
from kith.panels.rules.codes import ExpenseId, ExpenseKind, ExpenseState, MemberId, Paying, PaymentId
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class PaymentRow:
    """A payment that was offered for a session."""

    id: PaymentId
    member_id: MemberId
    name: str
    session_at: datetime
    pence: int
    answer: Paying
    paid_on: date | None

    @classmethod
    def of(cls, row: SessionPayment) -> "PaymentRow":
        """The row; its member and session are read with it."""
        return cls(
            PaymentId(row.pk),
            MemberId(row.member_id),
            row.member.name,
            row.session.starts_at,
            row.pence,
            Paying(row.answer),
            row.paid_on,
        )


@dataclass(frozen=True)
class ExpenseRow:
    """An expense."""

    id: ExpenseId
    member_id: MemberId
    name: str
    kind: ExpenseKind
    pence: int
    spent_on: date
    state: ExpenseState
    why: str

    @classmethod
    def of(cls, row: PanelExpense) -> "ExpenseRow":
        """The row; its member is read with it."""
        return cls(
            ExpenseId(row.pk),
            MemberId(row.member_id),
            row.member.name,
            ExpenseKind(row.kind),
            row.pence,
            row.spent_on,
            ExpenseState(row.state),
            row.why,
        )


@dataclass(frozen=True)
class Owed:
    """What waits: payments to make; expenses to decide on, and approved ones to pay."""

    payments: tuple[PaymentRow, ...]
    to_decide: tuple[ExpenseRow, ...]
    to_pay: tuple[ExpenseRow, ...]


def owed(viewer: Viewer) -> Owed:
    """All that is owed to members, the oldest first."""
    access.require(viewer, Permission.MANAGE_PANELS)
    payments = SessionPayment.objects.due().select_related("member", "session")
    expenses = [ExpenseRow.of(row) for row in PanelExpense.objects.open().select_related("member")]
    return Owed(
        tuple(PaymentRow.of(row) for row in payments),
        tuple(row for row in expenses if row.state is ExpenseState.CLAIMED),
        tuple(row for row in expenses if row.state is ExpenseState.APPROVED),
    )


def owed_count(viewer: Viewer) -> int:
    """How many payments and expenses wait."""
    if Permission.MANAGE_PANELS not in viewer.permissions:
        return 0
    return SessionPayment.objects.due().count() + PanelExpense.objects.open().count()


def expense(viewer: Viewer, expense_id: ExpenseId) -> ExpenseRow:
    """One expense; NotFound for none."""
    access.require(viewer, Permission.MANAGE_PANELS)
    row = PanelExpense.objects.filter(pk=expense_id).select_related("member").first()
    if row is None:
        raise NotFound("expense")
    return ExpenseRow.of(row)


def of_member(viewer: Viewer, member_id: MemberId) -> tuple[tuple[PaymentRow, ...], tuple[ExpenseRow, ...]]:
    """What was offered to one member and what she claimed, the latest first."""
    access.require(viewer, Permission.MANAGE_PANELS)
    return money_of(member_id)


def money_of(member_id: MemberId) -> tuple[tuple[PaymentRow, ...], tuple[ExpenseRow, ...]]:
    """The same for her own page, behind her private link."""
    payments = SessionPayment.objects.filter(member_id=member_id).select_related("member", "session")
    expenses = PanelExpense.objects.filter(member_id=member_id).select_related("member")
    return (
        tuple(PaymentRow.of(row) for row in payments.order_by("-offered_at", "-pk")),
        tuple(ExpenseRow.of(row) for row in expenses.order_by("-pk")),
    )
