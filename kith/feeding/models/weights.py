"""Weights, the people they lead to, and each time one did."""

from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kith.feeding.rules.weights import (
    EARLIEST_REGAINED_BY,
    HEAVIEST,
    HIGHEST_STEP,
    LIGHTEST,
    LONGEST_WHAT_TO_DO,
    NATIONAL_STEP,
    REGAINED_BY,
    Reason,
    Where,
)
from kith.platform.answers import Answered, one_current
from kith.platform.codes import CodeField


class Weight(Answered):
    """A baby's weight in grams. A correction is a new row that names the one it corrects; the current one counts."""

    question: ClassVar = ("baby", "weighed_at")
    says: ClassVar = ("grams", "where")

    baby = models.ForeignKey("families.Baby", on_delete=models.CASCADE, related_name="+")
    grams = models.PositiveIntegerField()
    weighed_at = models.DateTimeField()
    where = CodeField(Where)
    recorded_at = models.DateTimeField()
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    corrects = models.OneToOneField("self", on_delete=models.CASCADE, related_name="corrected_by", null=True)
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=True) | Q(is_current=False), name="weight_taken_back_counts_no_more"
            ),
            one_current("baby", "weighed_at", name="weight_one_at_a_time"),
            models.CheckConstraint(condition=Q(grams__range=(LIGHTEST, HEAVIEST)), name="weight_is_in_grams"),
            models.CheckConstraint(
                condition=Q(weighed_at__lte=F("recorded_at")), name="weight_recorded_after_weighing"
            ),
        ]

    def __str__(self) -> str:
        return f"weight {self.pk}"


class FeedingRouteQuerySet(models.QuerySet["FeedingRoute"]):
    """Routes, as the ladder that they make."""

    def steps(self) -> list[Decimal]:
        """The steps of the ladder of weight loss, in per cent; the national one stands whatever the table says."""
        own = self.filter(reason=Reason.LOSS.value).values_list("above_percent", flat=True)
        return sorted({NATIONAL_STEP, *(step for step in own if step is not None)})

    def regained_by(self) -> int:
        """The day of age by which a baby below its birth weight leads to a person."""
        own = self.filter(reason=Reason.REGAIN.value).values_list("by_day", flat=True).first()
        return own or REGAINED_BY


class FeedingRoute(models.Model):
    """The person or team a sign leads to: a step of weight loss, a birth weight not regained, or a marked answer.

    With neither it leads to the family's lead, then their deputy, then a manager.
    """

    reason = CodeField(Reason)
    above_percent = models.DecimalField(max_digits=4, decimal_places=2, null=True)
    by_day = models.PositiveSmallIntegerField(null=True)
    membership = models.ForeignKey("organisations.Membership", on_delete=models.SET_NULL, related_name="+", null=True)
    team = models.ForeignKey("organisations.Team", on_delete=models.SET_NULL, related_name="+", null=True)
    what_to_do = models.CharField(max_length=LONGEST_WHAT_TO_DO, blank=True)

    objects = FeedingRouteQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["above_percent"], name="feeding_route_one_a_step", condition=Q(reason=Reason.LOSS.value)
            ),
            models.UniqueConstraint(
                fields=["reason"], name="feeding_route_one_a_reason", condition=~Q(reason=Reason.LOSS.value)
            ),
            models.CheckConstraint(
                condition=Q(
                    reason=Reason.LOSS.value,
                    above_percent__gte=NATIONAL_STEP,
                    above_percent__lte=HIGHEST_STEP,
                    by_day__isnull=True,
                )
                | Q(
                    reason=Reason.REGAIN.value,
                    by_day__range=(EARLIEST_REGAINED_BY, REGAINED_BY),
                    above_percent__isnull=True,
                )
                | Q(reason=Reason.ANSWER.value, above_percent__isnull=True, by_day__isnull=True),
                name="feeding_route_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"feeding route {self.reason} {self.above_percent or Decimal(0)}"


class FeedingAlert(models.Model):
    """One time something on a baby's record led to a person: because of what, to which one, and their next step."""

    baby = models.ForeignKey("families.Baby", on_delete=models.CASCADE, related_name="+")
    reason = CodeField(Reason)
    above_percent = models.DecimalField(max_digits=4, decimal_places=2, null=True)
    weight = models.ForeignKey(Weight, on_delete=models.CASCADE, related_name="alerts", null=True)
    assessment = models.ForeignKey("feeding.Assessment", on_delete=models.CASCADE, related_name="alerts", null=True)
    owner = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    next_step = models.ForeignKey("tasks.NextStep", on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["baby", "-raised_at"], name="feeding_alert_by_baby")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["weight", "reason"], name="feeding_alert_once_a_weight"),
            models.UniqueConstraint(fields=["assessment"], name="feeding_alert_once_an_assessment"),
            models.CheckConstraint(
                condition=Q(
                    reason=Reason.LOSS.value, weight__isnull=False, assessment__isnull=True, above_percent__isnull=False
                )
                | Q(
                    reason=Reason.REGAIN.value,
                    weight__isnull=False,
                    assessment__isnull=True,
                    above_percent__isnull=True,
                )
                | Q(
                    reason=Reason.ANSWER.value,
                    weight__isnull=True,
                    assessment__isnull=False,
                    above_percent__isnull=True,
                ),
                name="feeding_alert_has_its_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"feeding alert {self.pk}"
