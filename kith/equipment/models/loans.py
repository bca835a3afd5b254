"""Which pump is, or was, with which family."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from kith.equipment.models.requests import PumpRequest
from kith.equipment.models.units import Unit
from kith.equipment.rules.codes import Collection, Condition, Helped, LoanEnd, LoanId, Talked
from kith.equipment.rules.loans import LoanFacts
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.codes import CodeField

OUT = Q(handed_over_at__isnull=False, ended_at__isnull=True)
UNFINISHED = Q(handed_over_at__isnull=True, ended_at__isnull=True)


class LoanQuerySet(models.QuerySet["Loan"]):
    """Loans, by whether the pump is with the family."""

    def out(self) -> Self:
        """Those whose pump is with the family, the first due first."""
        return self.filter(OUT).order_by("due_on", "pk")

    def unfinished(self) -> Self:
        """Hand-overs that were begun and not finished, the oldest first."""
        return self.filter(UNFINISHED).order_by("begun_at", "pk")

    def locked(self, loan_id: LoanId) -> "Loan | None":
        """The loan, held until the transaction ends."""
        return self.select_for_update(of=("self",)).select_related("unit", "request").filter(pk=loan_id).first()

    def visible_to(self, viewer: Viewer) -> Self:
        """Those of the viewer's own organisation, and those of a parent's own family."""
        if viewer.kind is ViewerKind.SYSTEM:
            return self
        return self.filter(Q(organisation_id__in=viewer.organisation_ids) | Q(family_id__in=viewer.family_ids))


class Loan(models.Model):
    """A pump is handed to a family until a day: what was agreed and shown, and how it came back.

    Begun and not handed over, it is an unfinished hand-over.
    """

    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+")
    request = models.ForeignKey(PumpRequest, on_delete=models.PROTECT, related_name="loans")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="loans")
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    handed_over_at = models.DateTimeField(null=True)
    handed_over_by = models.ForeignKey(
        "organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True
    )
    due_on = models.DateField(null=True)
    language = models.CharField(max_length=10)
    talked = CodeField(Talked, blank=True)
    shown_how = models.BooleanField(default=False)
    second_showing_on = models.DateField(null=True)
    agrees_to_reminders = models.BooleanField(default=False)
    kit = models.OneToOneField("stores.StockMove", on_delete=models.PROTECT, related_name="+", null=True)
    extended_count = models.PositiveSmallIntegerField(default=0)
    reminded_before_for = models.DateField(null=True)
    reminded_after_on = models.DateField(null=True)
    reminded_after_count = models.PositiveSmallIntegerField(default=0)
    collection = CodeField(Collection, blank=True)
    collection_on = models.DateField(null=True)
    collection_who = models.CharField(max_length=120, blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_as = CodeField(LoanEnd, blank=True)
    ended_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    condition = CodeField(Condition, blank=True)
    helped = CodeField(Helped, blank=True)
    request_key = models.UUIDField(unique=True)

    objects = LoanQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["unit"], condition=Q(ended_at__isnull=True), name="loan_one_of_a_unit"),
            models.CheckConstraint(
                condition=Q(handed_over_at__isnull=True, due_on__isnull=True)
                | (Q(handed_over_at__isnull=False, due_on__isnull=False) & ~Q(talked="")),
                name="loan_is_handed_over_until_a_day",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_as="") | (Q(ended_at__isnull=False) & ~Q(ended_as="")),
                name="loan_ends_somehow",
            ),
            models.CheckConstraint(
                condition=~Q(ended_as=LoanEnd.RETURNED) | ~Q(condition=""), name="loan_comes_back_in_a_condition"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "due_on"], name="loan_out", condition=OUT),
        ]

    def __str__(self) -> str:
        return f"loan {self.pk}"

    def facts(self, *, is_bereaved: bool = False) -> LoanFacts:
        """What decides about a loan that is out."""
        assert self.due_on
        return LoanFacts(
            due_on=self.due_on,
            agreed_to_reminders=self.agrees_to_reminders,
            is_bereaved=is_bereaved,
            is_collected=bool(self.collection),
            extended_count=self.extended_count,
            reminded_before_for=self.reminded_before_for,
            reminded_after_on=self.reminded_after_on,
            after_count=self.reminded_after_count,
        )
