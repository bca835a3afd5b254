"""Payments for a session, offered and answered apart from attendance; expenses, claimed, approved and paid."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from kith.panels.models.people import PanelMember, PanelTerms
from kith.panels.models.sessions import PanelSession
from kith.panels.rules.codes import EXPENSES, ExpenseKind, ExpenseState, Paying
from kith.panels.rules.money import PaymentFacts
from kith.platform.codes import CodeField
from kith.platform.steps import Step


class SessionPaymentQuerySet(models.QuerySet["SessionPayment"]):
    """Payments, by whether they are due."""

    def due(self) -> Self:
        """Those that she has accepted and that are not made, the oldest first."""
        return self.filter(answer=Paying.ACCEPTED, paid_on=None).order_by("offered_at", "pk")


class SessionPayment(models.Model):
    """What was offered to a member for one session by the terms she agreed to, and her own word about it."""

    session = models.ForeignKey(PanelSession, on_delete=models.PROTECT, related_name="payments")
    member = models.ForeignKey(PanelMember, on_delete=models.CASCADE, related_name="payments")
    terms = models.ForeignKey(PanelTerms, on_delete=models.PROTECT, related_name="+")
    pence = models.PositiveIntegerField()
    offered_at = models.DateTimeField()
    answer = CodeField(Paying, default=Paying.NOT_SAID)
    answered_at = models.DateTimeField(null=True)
    paid_on = models.DateField(null=True)
    paid_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)

    objects = SessionPaymentQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["session", "member"], name="session_payment_once"),
            models.CheckConstraint(condition=Q(pence__gt=0), name="session_payment_of_something"),
            models.CheckConstraint(
                condition=Q(paid_on=None, paid_by=None)
                | Q(answer="accepted", paid_on__isnull=False, paid_by__isnull=False),
                name="session_payment_never_without_her_yes",
            ),
            models.CheckConstraint(
                condition=Q(answer="not_said", answered_at=None)
                | (~Q(answer="not_said") & Q(answered_at__isnull=False)),
                name="session_payment_answered",
            ),
        ]

    def __str__(self) -> str:
        return f"payment {self.pk}"

    @property
    def facts(self) -> PaymentFacts:
        """What decides."""
        return PaymentFacts(self.pence, Paying(self.answer), self.paid_on is not None)


class PanelExpenseQuerySet(models.QuerySet["PanelExpense"]):
    """Expenses, by how they stand."""

    def locked(self, expense_id: int) -> "PanelExpense | None":
        """The expense, for nothing else to change it until the transaction ends."""
        return self.select_for_update(of=("self",)).filter(pk=expense_id).first()

    def open(self) -> Self:
        """Those that wait for a decision or for their money, the oldest first."""
        return self.filter(state__in=[ExpenseState.CLAIMED, ExpenseState.APPROVED]).order_by("pk")


class PanelExpense(models.Model):
    """What a member has spent so as to take part."""

    member = models.ForeignKey(PanelMember, on_delete=models.CASCADE, related_name="expenses")
    kind = CodeField(ExpenseKind)
    pence = models.PositiveIntegerField()
    spent_on = models.DateField()
    state = CodeField(ExpenseState, default=ExpenseState.CLAIMED)
    why = models.CharField(max_length=300, blank=True)
    request_key = models.UUIDField(unique=True)

    objects = PanelExpenseQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(pence__gt=0), name="panel_expense_of_something"),
            models.CheckConstraint(condition=~Q(state="refused") | ~Q(why=""), name="panel_expense_refused_says_why"),
        ]

    def __str__(self) -> str:
        return f"expense {self.pk}"


class PanelExpenseStep(Step):
    """One change of an expense."""

    expense = models.ForeignKey(PanelExpense, on_delete=models.CASCADE, related_name="steps")
    state = CodeField(ExpenseState)
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)

    machine = EXPENSES

    def __str__(self) -> str:
        return f"{self.state} of expense {self.expense_id}"
