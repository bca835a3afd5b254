"""How many of an organisation's people are of which community: counts alone, as the organisation gives them."""

from typing import ClassVar

from django.db import models

from kith.education.rules.communities import Community
from kith.platform.answers import Answered, one_current
from kith.platform.codes import CodeField


class WorkforceCount(Answered):
    """So many people of one organisation say that they are of one community. No row is about a person."""

    question: ClassVar = ("organisation", "community")
    says: ClassVar = ("counted_on", "people")

    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    community = CodeField(Community)
    people = models.PositiveIntegerField()
    counted_on = models.DateField()
    noted_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        constraints: ClassVar = [one_current("organisation", "community", name="workforce_count_one_current")]

    def __str__(self) -> str:
        return f"workforce count {self.pk}"
