"""How each baby is fed at each milestone."""

from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kith.care.rules import WINDOWS, Feeding, Milestone


class FeedingStatus(models.Model):
    """An answer to how a baby is fed at a milestone. A correction is a new row; the current one counts."""

    baby = models.ForeignKey("families.Baby", on_delete=models.CASCADE, related_name="+")
    milestone = models.CharField(max_length=12, choices=[(each.value, each.value) for each in Milestone])
    status = models.CharField(max_length=12, choices=[(each.value, each.value) for each in Feeding])
    due_on = models.DateField()
    asked_on = models.DateField()
    recorded_at = models.DateTimeField()
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    is_current = models.BooleanField(default=True)

    class Meta:
        verbose_name_plural = "feeding statuses"
        indexes: ClassVar = [
            models.Index(
                fields=["milestone", "due_on", "status"],
                name="feeding_by_due_day",
                condition=Q(is_current=True),
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["baby", "milestone"], name="feeding_one_current", condition=Q(is_current=True)
            ),
            models.CheckConstraint(
                condition=Q(status__in=[each.value for each in Feeding]), name="feeding_status_is_known"
            ),
            models.CheckConstraint(
                condition=Q(
                    *[
                        Q(
                            milestone=milestone.value,
                            asked_on__gte=F("due_on") - timedelta(days=window.due - window.opens),
                            asked_on__lte=F("due_on") + timedelta(days=window.closes - window.due),
                        )
                        for milestone, window in WINDOWS.items()
                    ],
                    _connector=Q.OR,
                ),
                name="feeding_asked_in_its_window",
            ),
            models.CheckConstraint(
                condition=Q(recorded_at__date__gte=F("asked_on")), name="feeding_recorded_after_asked"
            ),
        ]

    def __str__(self) -> str:
        return f"feeding status {self.pk}"
