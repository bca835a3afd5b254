"""What a bundle is made of, at each place."""

from typing import ClassVar, Self, TypeVar

from django.db import models
from django.db.models import F, Q

from kith.bundles.rules.criteria import Wanted
from kith.platform.access.viewer import Viewer, ViewerKind

Row = TypeVar("Row", bound=models.Model)


class OwnQuerySet(models.QuerySet[Row]):
    """Rows of one organisation."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Those of the viewer's own organisation."""
        if viewer.kind is ViewerKind.SYSTEM:
            return self
        return self.filter(organisation_id__in=viewer.organisation_ids)


class Bundle(models.Model):
    """A set of things for a safe sleeping place, for babies of these months, as one organisation gives it."""

    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    months_from = models.PositiveSmallIntegerField()
    months_until = models.PositiveSmallIntegerField()

    objects = OwnQuerySet["Bundle"].as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "name"], name="bundle_by_name"),
            models.CheckConstraint(condition=Q(months_until__gt=F("months_from")), name="bundle_is_for_an_age"),
        ]

    def __str__(self) -> str:
        return f"bundle {self.pk}"

    def wanted(self) -> Wanted:
        """For which age it is."""
        return Wanted(self.months_from, self.months_until)


class BundlePart(models.Model):
    """One thing in a bundle, and what is given where none of it is left. The database refuses what is dangerous."""

    bundle = models.ForeignKey(Bundle, on_delete=models.CASCADE, related_name="parts")
    item = models.ForeignKey("stores.StockItem", on_delete=models.PROTECT, related_name="+")
    substitute = models.ForeignKey("stores.StockItem", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["bundle", "item"], name="bundle_part_once"),
            models.CheckConstraint(
                condition=Q(substitute__isnull=True) | ~Q(substitute=F("item")), name="bundle_substitute_is_another"
            ),
        ]

    def __str__(self) -> str:
        return f"part {self.pk}"
