"""Families written down twice: which were merged, with every row that was touched, and which are not the same."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kith.families.rules.codes import MergeChange
from kith.kernel import ids
from kith.platform.codes import CodeField


class FamilyMerge(models.Model):
    """One record taken into another. The one that is gone lives on in the steps, until it is brought back."""

    id = models.UUIDField(primary_key=True, default=ids.new_uuid, editable=False)
    kept = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="merges")
    gone_id = models.UUIDField(db_index=True)
    merged_at = models.DateTimeField()
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gone_id"], name="merge_gone_once", condition=Q(undone_at__isnull=True)),
            models.CheckConstraint(condition=~Q(kept=F("gone_id")), name="merge_of_two"),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True) | Q(undone_at__gte=F("merged_at")), name="merge_undone_after"
            ),
        ]

    def __str__(self) -> str:
        return f"family merge {self.pk}"


class MergeStep(models.Model):
    """One row that a merge touched: which, what was done to it, and what stood there before and after."""

    merge = models.ForeignKey(FamilyMerge, on_delete=models.CASCADE, related_name="steps")
    number = models.PositiveIntegerField()
    change = CodeField(MergeChange)
    table = models.CharField(max_length=80)
    row_pk = models.CharField(max_length=40)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    constraint = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["merge", "number"], name="merge_steps_are_counted")]

    def __str__(self) -> str:
        return f"step {self.number} of merge {self.merge_id}"


class DistinctFamilies(models.Model):
    """Two records that a worker has looked at and says are two families: they are not offered again."""

    one = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+")
    said_at = models.DateTimeField()
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        verbose_name_plural = "distinct families"
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="distinct_in_order"),
            models.UniqueConstraint(fields=["one", "other"], name="distinct_once"),
        ]

    def __str__(self) -> str:
        return f"distinct families {self.pk}"
