"""Who leads a family, and who stands beside the lead."""

from datetime import date
from typing import ClassVar, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from kith.caseloads.models.cover import Absence
from kith.kernel.ids import MembershipId
from kith.platform.ranges import TimeRange


class NamedLeadQuerySet(models.QuerySet["NamedLead"]):
    """Leads, by whether they still lead."""

    def current(self) -> Self:
        """Those who lead now."""
        return self.filter(until_at__isnull=True)

    def followed_by(self, membership_id: MembershipId | None, on: date) -> Self:
        """The present leads of one person, and those of colleagues she covers on this day."""
        if membership_id is None:
            return self.none()
        return self.current().filter(Q(membership_id=membership_id) | covered_by(membership_id, on))


def covered_by(membership_id: MembershipId, on: date) -> Q:
    """The leads of colleagues away on this day that this person covers: she is named, or is the family's deputy."""
    away = Absence.objects.of_day(on)
    named = [each.membership_id for each in away if each.covered_by_id == membership_id]
    open_to_deputies = [each.membership_id for each in away if each.covered_by_id is None]
    hers = Q(membership_id__in=named)
    if open_to_deputies:
        deputised = Deputy.objects.current().filter(membership_id=membership_id).values("family_id")
        hers |= Q(membership_id__in=open_to_deputies, family_id__in=deputised)
    return hers


class NamedLead(models.Model):
    """The person who stays with a family, for a stretch of time; one at a time. Her team then stands behind her."""

    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+")
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey("organisations.Team", on_delete=models.PROTECT, related_name="+", null=True)
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


class DeputyQuerySet(models.QuerySet["Deputy"]):
    """Deputies, by whether they still stand beside a lead."""

    def current(self) -> Self:
        """Those who do now."""
        return self.filter(until_at__isnull=True)


class Deputy(models.Model):
    """The second person a family knows: she stands in for the lead, and comes first when the lead leaves."""

    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+")
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)

    objects = DeputyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "deputies"
        indexes: ClassVar = [
            models.Index(fields=["membership"], name="deputy_now_by_person", condition=Q(until_at__isnull=True)),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until_at__isnull=True) | Q(until_at__gte=F("from_at")),
                name="deputy_ends_after_she_begins",
            ),
            models.UniqueConstraint(fields=["family"], name="deputy_one_now", condition=Q(until_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"deputy {self.pk}"
