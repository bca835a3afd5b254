"""What a supporter does: logs, calls for help, days away, expenses; and how they are supervised."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from kith.peers.models.matching import PeerMatch
from kith.peers.models.supporters import PeerSupporter
from kith.peers.rules.supporting import PAYING, HowItWent, HowTalked, PaidState, PeerCost
from kith.platform.codes import CodeField
from kith.platform.steps import Step


class PeerLog(models.Model):
    """That a supporter and a mother were in touch: how, how long, and how it went; no word of what was said."""

    match = models.ForeignKey(PeerMatch, on_delete=models.CASCADE, related_name="logs")
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    how = CodeField(HowTalked)
    minutes = models.PositiveSmallIntegerField()
    went = CodeField(HowItWent)
    request_key = models.UUIDField(unique=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["match", "-at"], name="peer_log_of_match")]

    def __str__(self) -> str:
        return f"log {self.pk}"


class HelpCall(models.Model):
    """A supporter asks for help now; it waits until one person answers, with their name."""

    supporter = models.ForeignKey(PeerSupporter, on_delete=models.CASCADE, related_name="calls")
    asked_at = models.DateTimeField()
    told_again_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None)
                | Q(answered_at__isnull=False, answered_by__isnull=False),
                name="help_answered_by_a_person",
            ),
            models.UniqueConstraint(
                fields=["supporter"], condition=Q(answered_at__isnull=True), name="help_asked_for_once"
            ),
        ]

    def __str__(self) -> str:
        return f"call {self.pk}"


class PeerAbsenceQuerySet(models.QuerySet["PeerAbsence"]):
    """Days away."""

    def on(self, day: date) -> Self:
        """Those of this day."""
        return self.filter(from_on__lte=day, until_on__gte=day)


class PeerAbsence(models.Model):
    """Days on which a supporter or a supervisor is away, first and last included; who is away is covered."""

    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    covered_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    from_on = models.DateField()
    until_on = models.DateField()

    objects = PeerAbsenceQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="peer_away_ends_after_it_begins"),
            models.UniqueConstraint(fields=["membership", "from_on"], name="peer_away_once"),
        ]

    def __str__(self) -> str:
        return f"absence {self.pk}"


class PeerExpense(models.Model):
    """What a supporter has spent: claimed, approved or refused with a reason, paid."""

    supporter = models.ForeignKey(PeerSupporter, on_delete=models.PROTECT, related_name="expenses")
    kind = CodeField(PeerCost)
    spent_on = models.DateField()
    miles = models.PositiveSmallIntegerField(default=0)
    pence = models.PositiveIntegerField()
    state = CodeField(PaidState, default=PaidState.CLAIMED)
    why = models.CharField(max_length=300, blank=True)
    request_key = models.UUIDField(unique=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(pence__gt=0), name="peer_expense_of_something"),
            models.CheckConstraint(condition=~Q(state="refused") | ~Q(why=""), name="peer_expense_refused_says_why"),
        ]
        indexes: ClassVar = [models.Index(fields=["state"], name="peer_expense_by_state")]

    def __str__(self) -> str:
        return f"expense {self.pk}"


class PeerExpenseStep(Step):
    """One change of an expense."""

    expense = models.ForeignKey(PeerExpense, on_delete=models.CASCADE, related_name="steps")
    state = CodeField(PaidState)
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)

    machine = PAYING

    def __str__(self) -> str:
        return f"{self.state} of expense {self.expense_id}"


class PeerSupervision(models.Model):
    """A supervisor and a supporter talked: on which day, about what, and when next; no family is named by a key."""

    supporter = models.ForeignKey(PeerSupporter, on_delete=models.PROTECT, related_name="supervisions")
    supervisor = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    held_on = models.DateField()
    next_on = models.DateField()
    note = models.TextField(max_length=2000)
    request_key = models.UUIDField(unique=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(next_on__gt=F("held_on")), name="supervision_has_a_next"),
        ]

    def __str__(self) -> str:
        return f"supervision {self.pk}"
