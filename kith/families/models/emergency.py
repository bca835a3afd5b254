"""Records opened in an emergency: by one person, for a reason, for a few hours; and searches that opened none."""

from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from kith.families.rules.trust import LONGEST_REASON, EmergencyReason
from kith.kernel.ids import MembershipId
from kith.platform import prepared
from kith.platform.codes import CodeField
from kith.platform.stretches import TimeRange, never_two


class EmergencyOpeningQuerySet(models.QuerySet["EmergencyOpening"]):
    """Openings, by person and whether they are still in force."""

    def holding(self, membership_id: MembershipId | None) -> Self:
        """Those by which this person may see a record now."""
        now = prepared.now()
        return self.filter(membership_id=membership_id, opened_at__lte=now, until_at__gt=now)


class EmergencyOpening(models.Model):
    """One person opened one family's record without its consent, and said why."""

    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="emergency_openings")
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    reason = CodeField(EmergencyReason)
    words = models.TextField(max_length=LONGEST_REASON)
    opened_at = models.DateTimeField()
    until_at = models.DateTimeField()

    objects = EmergencyOpeningQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(words=""), name="opening_says_why"),
            models.CheckConstraint(condition=Q(until_at__gte=F("opened_at")), name="opening_ends_after_it_begins"),
            never_two("opening_one_at_a_time", "membership", "family", stretch=TimeRange("opened_at", "until_at")),
        ]

    def __str__(self) -> str:
        return f"emergency opening {self.pk}"


class EmergencySearchQuerySet(models.QuerySet["EmergencySearch"]):
    """Searches that opened nothing, by person and time."""

    def since(self, membership_id: MembershipId, start: datetime) -> Self:
        """Those of this person after that instant, the oldest first."""
        return self.filter(membership_id=membership_id, at__gt=start).order_by("at", "pk")


class EmergencySearch(models.Model):
    """One person searched in an emergency and no record was opened: who and when, never who they looked for."""

    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    found_count = models.PositiveSmallIntegerField()

    objects = EmergencySearchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "emergency searches"
        indexes: ClassVar = [models.Index(fields=["membership", "at"], name="emergency_search_by_person")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(found_count=1), name="emergency_search_opened_nothing"),
        ]

    def __str__(self) -> str:
        return f"emergency search {self.pk}"
