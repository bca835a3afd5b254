"""What a service costs in a year, and which money pays it."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from kith.plans.rules.codes import Strand
from kith.platform.codes import CodeField


class ServiceCostQuerySet(models.QuerySet["ServiceCost"]):
    """Costs by which of them counts."""

    def newest(self) -> Self:
        """The last of each service: the one that counts."""
        return self.order_by("service", "-pk").distinct("service")


class ServiceCost(models.Model):
    """One number for one service and its source; a later one takes its place and it is never changed."""

    service = models.ForeignKey("directory.Service", on_delete=models.PROTECT, related_name="+")
    strand = CodeField(Strand)
    yearly_pounds = models.PositiveIntegerField()
    from_on = models.DateField()
    source = models.CharField(max_length=200)
    noted_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    noted_on = models.DateField()
    request_key = models.UUIDField(unique=True)

    objects = ServiceCostQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(source=""), name="service_cost_has_a_source")]
        indexes: ClassVar = [models.Index(fields=["service", "-id"], name="service_cost_newest")]

    def __str__(self) -> str:
        return f"cost of service {self.service_id}"
