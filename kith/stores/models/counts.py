"""What a person counted in a store, and under how many pieces the store runs low."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kith.stores.models.stock import Batch, OfStoreQuerySet, StockItem, StockMove, Store


class StockCount(models.Model):
    """How many pieces of a batch a person counted, how many were noted, and the movement that makes up for it."""

    store = models.ForeignKey(Store, on_delete=models.PROTECT, related_name="+")
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="+")
    expected = models.PositiveIntegerField()
    seen = models.PositiveIntegerField()
    move = models.OneToOneField(StockMove, on_delete=models.PROTECT, related_name="+", null=True)
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    at = models.DateTimeField()
    request_key = models.UUIDField(unique=True)

    objects = OfStoreQuerySet["StockCount"].as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(seen=F("expected"), move__isnull=True) | (~Q(seen=F("expected")) & Q(move__isnull=False)),
                name="stock_count_difference_moves",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["store", "-at"], name="stock_count_of_store")]

    def __str__(self) -> str:
        return f"count {self.pk}"


class StoreThreshold(models.Model):
    """Under how many pieces of an item one store runs low."""

    store = models.ForeignKey(Store, on_delete=models.PROTECT, related_name="thresholds")
    item = models.ForeignKey(StockItem, on_delete=models.PROTECT, related_name="+")
    low_below = models.PositiveSmallIntegerField()

    objects = OfStoreQuerySet["StoreThreshold"].as_manager()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["store", "item"], name="store_threshold_once")]

    def __str__(self) -> str:
        return f"threshold {self.pk}"
