"""What is to be done next, and who does it."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from kith.kernel.ids import MembershipId
from kith.platform.codes import CodeField
from kith.tasks.rules.next_steps import LONGEST_OUTCOME, DropReason, StepEnd, StepKind


class NextStepQuerySet(models.QuerySet["NextStep"]):
    """Next steps, by whether they are still to be done, and whose they are."""

    def open(self) -> Self:
        """Those still to be done."""
        return self.filter(ended_at__isnull=True)

    def owned_by(self, membership_id: MembershipId | None) -> Self:
        """The steps of one person; none without a membership."""
        return self.filter(owner_id=membership_id) if membership_id else self.none()


class NextStep(models.Model):
    """Something a worker will do for a family by a day. It has an owner as long as it is there.

    What is handed on ends here and goes on as a new row that names this one.
    """

    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+")
    owner = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    kind = CodeField(StepKind, default=StepKind.ORDINARY)
    baby = models.ForeignKey("families.Baby", on_delete=models.CASCADE, related_name="+", null=True, db_index=False)
    what = models.CharField(max_length=200)
    due_on = models.DateField()
    added_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    added_at = models.DateTimeField()
    request_key = models.UUIDField(null=True, unique=True)
    handed_from = models.OneToOneField("self", on_delete=models.PROTECT, related_name="handed_to", null=True)
    ended_at = models.DateTimeField(null=True)
    ended_as = CodeField(StepEnd, blank=True)
    ended_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    drop_reason = CodeField(DropReason, blank=True)
    outcome = models.CharField(max_length=LONGEST_OUTCOME, blank=True, default="")

    objects = NextStepQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["owner", "due_on"], name="step_to_do_by_owner", condition=Q(ended_at__isnull=True)),
            models.Index(fields=["family", "due_on"], name="step_by_family"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(what=""), name="step_says_what"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_as="", drop_reason="", ended_by__isnull=True)
                | Q(
                    ended_at__isnull=False,
                    ended_as__in=[each.value for each in StepEnd if each is not StepEnd.DROPPED],
                    drop_reason="",
                )
                | Q(
                    ended_at__isnull=False,
                    ended_as=StepEnd.DROPPED.value,
                    drop_reason__in=[each.value for each in DropReason],
                ),
                name="step_end_is_whole",
            ),
            models.CheckConstraint(
                condition=(Q(outcome="") & ~Q(kind=StepKind.SIGN.value, ended_as=StepEnd.DONE.value))
                | (Q(ended_as=StepEnd.DONE.value) & ~Q(outcome="")),
                name="step_sign_is_done_with_words",
            ),
        ]

    def __str__(self) -> str:
        return f"next step {self.pk}"
