"""Deaths of a baby, a pregnancy or a parent: while one stands, no room writes to the family."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from kith.families.rules.bereavement import Loss
from kith.platform.codes import CodeField


class BereavementQuerySet(models.QuerySet["Bereavement"]):
    """Bereavements, by whether they stand."""

    def in_force(self) -> Self:
        """Those that have not been taken back."""
        return self.filter(undone_at__isnull=True)


class Bereavement(models.Model):
    """A death, who wrote it down, and who calls the family by when."""

    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="bereavements")
    loss = CodeField(Loss)
    baby = models.ForeignKey("families.Baby", on_delete=models.CASCADE, related_name="+", null=True)
    pregnancy = models.ForeignKey("families.Pregnancy", on_delete=models.CASCADE, related_name="+", null=True)
    parent = models.ForeignKey("families.Parent", on_delete=models.CASCADE, related_name="+", null=True)
    died_on = models.DateField(null=True)
    caller = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    call_by = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    undone_why = models.TextField(max_length=500, blank=True)

    objects = BereavementQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["family"], name="bereavement_standing", condition=Q(undone_at__isnull=True)),
        ]
        constraints: ClassVar = [
            *(
                models.UniqueConstraint(
                    fields=[loss.value], name=f"bereavement_one_of_{loss}", condition=Q(undone_at__isnull=True)
                )
                for loss in Loss
            ),
            models.CheckConstraint(
                condition=Q(
                    *[Q(loss=loss.value, **{f"{each}__isnull": each is not loss for each in Loss}) for loss in Loss],
                    _connector=Q.OR,
                ),
                name="bereavement_is_of_one",
            ),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_by__isnull=True, undone_why="")
                | (Q(undone_at__gte=F("recorded_at")) & ~Q(undone_why="")),
                name="bereavement_undone_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(undone_by__isnull=True) | Q(recorded_by__isnull=True) | ~Q(undone_by=F("recorded_by")),
                name="bereavement_undone_by_somebody_else",
            ),
        ]

    def __str__(self) -> str:
        return f"bereavement {self.pk}"
