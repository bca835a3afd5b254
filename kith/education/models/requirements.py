"""What the place asks of each role, version by version."""

from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.kernel.training import Training
from kith.platform.codes import CodeField


class RequirementQuerySet(models.QuerySet["Requirement"]):
    """Versions of requirements."""

    def newest(self) -> Self:
        """The newest version of each training: the only one that asks for anything."""
        return self.order_by("training", "-version").distinct("training")


class Requirement(models.Model):
    """One version of what a training asks: of which roles, how it is proved, how long it counts. It never changes."""

    training = CodeField(Training)
    version = models.PositiveSmallIntegerField()
    roles = ArrayField(models.CharField(max_length=20), default=list)
    needs_attendance = models.BooleanField(default=True)
    needs_competence = models.BooleanField(default=False)
    # None: it counts for as long as the person works.
    lasts_months = models.PositiveSmallIntegerField(null=True)
    # How long a newcomer, or a role that is newly asked, has for it.
    grace_days = models.PositiveSmallIntegerField()
    from_on = models.DateField()
    decided_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)

    objects = RequirementQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["training", "version"], name="requirement_version_once"),
            models.CheckConstraint(
                condition=Q(needs_attendance=True) | Q(needs_competence=True), name="requirement_is_proved_somehow"
            ),
            models.CheckConstraint(
                condition=Q(lasts_months__isnull=True) | Q(lasts_months__gte=1), name="requirement_lasts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.training}, version {self.version}"
