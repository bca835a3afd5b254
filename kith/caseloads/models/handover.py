"""A family's way from one lead to the next, in steps that are never rewritten."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from kith.caseloads.rules.handover import HANDOVER, HandoverFacts, HandoverReason, HandoverStep
from kith.kernel.ids import MembershipId, TeamId
from kith.platform.codes import CodeField
from kith.platform.steps import Step


class HandoverQuerySet(models.QuerySet["Handover"]):
    """Handovers, by whether they still wait for a worker."""

    def open(self) -> Self:
        """Neither complete nor given up."""
        return self.filter(closed_at__isnull=True)

    def for_person(self, membership_id: MembershipId | None, team_ids: frozenset[TeamId]) -> Self:
        """Those this person may accept, or has accepted and not yet completed."""
        if membership_id is None:
            return self.none()
        asked = Q(to_membership_id=membership_id) | Q(to_team_id__any=team_ids, accepted_by__isnull=True)
        return self.filter(asked | Q(accepted_by_id=membership_id))


class Handover(models.Model):
    """A proposal that a worker (or any member of a team) leads a family from now on; one open one a family."""

    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+")
    from_membership = models.ForeignKey(
        "organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True
    )
    to_membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    to_team = models.ForeignKey("organisations.Team", on_delete=models.PROTECT, related_name="+", null=True)
    accepted_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    reason = CodeField(HandoverReason)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    objects = HandoverQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["to_membership"], name="handover_by_person", condition=Q(closed_at__isnull=True)),
            models.Index(fields=["to_team"], name="handover_by_team", condition=Q(closed_at__isnull=True)),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["family"], name="handover_one_open", condition=Q(closed_at__isnull=True)),
            models.CheckConstraint(
                condition=Q(to_membership__isnull=True) ^ Q(to_team__isnull=True), name="handover_asks_one_or_a_team"
            ),
        ]

    def __str__(self) -> str:
        return f"handover {self.pk}"

    @property
    def before(self) -> MembershipId | None:
        """The lead the family would leave, where it has one."""
        return MembershipId(self.from_membership_id) if self.from_membership_id else None

    @property
    def last_step(self) -> HandoverStep:
        """The step that was taken last."""
        return max(self.states.all(), key=lambda each: each.pk).step

    def facts(self) -> HandoverFacts:
        """The handover as its rules know it."""
        return HandoverFacts(
            from_membership=self.before,
            to_membership=MembershipId(self.to_membership_id) if self.to_membership_id else None,
            to_team=TeamId(self.to_team_id) if self.to_team_id else None,
            accepted_by=MembershipId(self.accepted_by_id) if self.accepted_by_id else None,
            is_open=self.closed_at is None,
        )


class HandoverState(Step):
    """A step of a handover: who took it, when, and why where it was refused or given up."""

    handover = models.ForeignKey(Handover, on_delete=models.CASCADE, related_name="states")
    step = CodeField(HandoverStep)
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    why = models.CharField(max_length=40, blank=True)

    machine = HANDOVER
    state_column = "step"

    class Meta:
        constraints: ClassVar = [
            # Each step is taken once: of two who accept, the database knows only one.
            models.UniqueConstraint(fields=["handover", "step"], name="handover_step_once"),
        ]

    def __str__(self) -> str:
        return f"{self.step} of handover {self.handover_id}"
