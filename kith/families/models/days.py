"""Days on a record that were wrong: what stood there, what stands there now, why, and who put it right."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kith.families.rules.days import DayOf, DayReason
from kith.platform.codes import CodeField


class DayCorrection(models.Model):
    """One day of birth, or one day due, was corrected. Rows are added, never changed by hand."""

    what = CodeField(DayOf)
    baby = models.ForeignKey("families.Baby", on_delete=models.CASCADE, related_name="corrections", null=True)
    parent = models.ForeignKey("families.Parent", on_delete=models.CASCADE, related_name="corrections", null=True)
    pregnancy = models.ForeignKey("families.Pregnancy", on_delete=models.CASCADE, related_name="corrections", null=True)
    before_on = models.DateField()
    after_on = models.DateField()
    reason = CodeField(DayReason)
    corrected_at = models.DateTimeField()
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(
                    *[Q(what=what.value, **{f"{each}__isnull": each is not what for each in DayOf}) for what in DayOf],
                    _connector=Q.OR,
                ),
                name="day_correction_is_of_one",
            ),
            models.CheckConstraint(condition=~Q(before_on=F("after_on")), name="day_correction_changes_something"),
        ]

    def __str__(self) -> str:
        return f"day correction {self.pk}"
