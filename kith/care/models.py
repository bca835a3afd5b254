"""Who leads a family, and how each baby is fed at each milestone."""

from datetime import timedelta
from typing import ClassVar, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from kith.care.rules import WINDOWS, Feeding, Milestone
from kith.kernel.ids import MembershipId
from kith.platform.ranges import TimeRange


class NamedLeadQuerySet(models.QuerySet["NamedLead"]):
    """Leads, by whether they still lead."""

    def current(self) -> Self:
        """Those who lead now."""
        return self.filter(until_at__isnull=True)

    def by_person(self, membership_id: MembershipId | None) -> Self:
        """The leads of one person; none for somebody who has no membership."""
        return self.filter(membership_id=membership_id) if membership_id else self.none()


class NamedLead(models.Model):
    """The person who stays with a family, for a stretch of time; one at a time."""

    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+")
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)

    objects = NamedLeadQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["membership"], name="lead_now_by_person", condition=Q(until_at__isnull=True)),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until_at__isnull=True) | Q(until_at__gte=F("from_at")),
                name="lead_ends_after_it_begins",
            ),
            models.UniqueConstraint(fields=["family"], name="lead_one_now", condition=Q(until_at__isnull=True)),
            ExclusionConstraint(
                name="lead_one_at_a_time",
                expressions=[
                    ("family", RangeOperators.EQUAL),
                    (TimeRange("from_at", "until_at"), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"named lead {self.pk}"


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
