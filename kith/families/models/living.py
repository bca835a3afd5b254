"""How a family lives: who else is in the home, and trouble it is in."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kith.families.rules.codes import Crisis, HouseholdRelation


class HouseholdMember(models.Model):
    """Somebody else who lives with the family."""

    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="household")
    relation = models.CharField(max_length=14, choices=[(each.value, each.value) for each in HouseholdRelation])
    given_name = models.CharField(max_length=100, blank=True)
    is_under_five = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(relation__in=[each.value for each in HouseholdRelation]),
                name="household_relation_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"household member {self.pk}"


class CrisisFlag(models.Model):
    """Trouble a family is in, from a day until it is over; never shown on a parent's page, which others may read."""

    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="crises")
    kind = models.CharField(max_length=16, choices=[(each.value, each.value) for each in Crisis])
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["family", "kind"], name="crisis_one_open_of_a_kind", condition=Q(until_on__isnull=True)
            ),
            models.CheckConstraint(condition=Q(kind__in=[each.value for each in Crisis]), name="crisis_kind_is_known"),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="crisis_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"crisis flag {self.pk}"
