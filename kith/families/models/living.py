"""How a family lives: who else is in the home, and trouble it is in."""

from typing import ClassVar

from django.db import models

from kith.families.rules.codes import Crisis, HouseholdRelation
from kith.platform.codes import CodeField
from kith.platform.stretches import Stretches, ends_after_it_begins, one_open


class HouseholdMember(models.Model):
    """Another person who lives with the family."""

    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="household")
    relation = CodeField(HouseholdRelation)
    given_name = models.CharField(max_length=100, blank=True)
    is_under_five = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = []

    def __str__(self) -> str:
        return f"household member {self.pk}"


class CrisisFlagQuerySet(Stretches["CrisisFlag"]):
    """Crises; the current ones are not over."""

    end = "until_on"


class CrisisFlag(models.Model):
    """Trouble a family is in, from a day until it is over; never shown on a parent's page, which others may read."""

    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="crises")
    kind = CodeField(Crisis)
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    objects = CrisisFlagQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            one_open("crisis_one_open_of_a_kind", "family", "kind", end="until_on"),
            ends_after_it_begins("crisis_ends_after_it_begins", "from_on", "until_on"),
        ]

    def __str__(self) -> str:
        return f"crisis flag {self.pk}"
