"""Stores, what is kept in them by batch, and every movement."""

from collections.abc import Collection
from datetime import date
from typing import Any, ClassVar, Self, TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.codes import CodeField
from kith.stores.rules.codes import CORRECTS, BatchId, MoveKind, WhyDiffers
from kith.stores.rules.stock import MOST, Shelf

Row = TypeVar("Row", bound=models.Model)
NOTHING: dict[str, Any] = {"default": 0, "db_default": 0}


class OwnedQuerySet(models.QuerySet[Row]):
    """Rows of one organisation."""

    owner: ClassVar[str] = "organisation_id"

    def visible_to(self, viewer: Viewer) -> Self:
        """Those of the viewer's own organisation."""
        if viewer.kind is ViewerKind.SYSTEM:
            return self
        return self.filter(**{f"{self.owner}__in": viewer.organisation_ids})

    def of(self, organisation_ids: Collection[int]) -> Self:
        """Those of these organisations."""
        return self.filter(**{f"{self.owner}__in": organisation_ids})


class OfStoreQuerySet(OwnedQuerySet[Row]):
    """Rows of an organisation's stores."""

    owner = "store__organisation_id"


class OfItemQuerySet(OwnedQuerySet[Row]):
    """Batches of an organisation's items."""

    owner = "item__organisation_id"


def working_days() -> list[int]:
    """Monday to Friday."""
    return [0, 1, 2, 3, 4]


class Store(models.Model):
    """A place where an organisation keeps things for families, and the days on which it is open."""

    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    address = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    open_days = ArrayField(models.PositiveSmallIntegerField(), default=working_days)
    closed_on = ArrayField(models.DateField(), default=list)

    objects = OwnedQuerySet["Store"].as_manager()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["organisation", "name"], name="store_by_name")]

    def __str__(self) -> str:
        return f"store {self.pk}"


class StockItem(models.Model):
    """Something that is given to a family and stays with it, counted by the piece."""

    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    low_below = models.PositiveSmallIntegerField(**NOTHING)

    objects = OwnedQuerySet["StockItem"].as_manager()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["organisation", "name"], name="stock_item_by_name")]

    def __str__(self) -> str:
        return f"item {self.pk}"


class Batch(models.Model):
    """Pieces of an item that were made together: they expire on one day, and are called back together."""

    item = models.ForeignKey(StockItem, on_delete=models.PROTECT, related_name="batches")
    number = models.CharField(max_length=40)
    expires_on = models.DateField(null=True)
    recalled_at = models.DateTimeField(null=True)

    objects = OfItemQuerySet["Batch"].as_manager()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["item", "number"], name="batch_by_number")]

    def __str__(self) -> str:
        return f"batch {self.pk}"


class StockLevel(models.Model):
    """How many pieces of a batch are in a store, and what became of the others. Movements alone change it.

    What is on hand is worked out by the database: bought, and moved here, without what was given, lost or discarded.
    """

    store = models.ForeignKey(Store, on_delete=models.PROTECT, related_name="levels")
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="levels")
    bought = models.IntegerField(**NOTHING)
    moved = models.IntegerField(**NOTHING)
    given = models.IntegerField(**NOTHING)
    lost = models.IntegerField(**NOTHING)
    discarded = models.IntegerField(**NOTHING)
    on_hand = models.GeneratedField(
        expression=F("bought") + F("moved") - F("given") - F("lost") - F("discarded"),
        output_field=models.IntegerField(),
        db_persist=True,
    )

    objects = OfStoreQuerySet["StockLevel"].as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["store", "batch"], name="stock_level_once"),
            models.CheckConstraint(condition=Q(on_hand__gte=0), name="stock_never_below_none"),
            models.CheckConstraint(
                condition=Q(bought__gte=0, given__gte=0, lost__gte=0, discarded__gte=0), name="stock_never_from_nothing"
            ),
        ]

    def __str__(self) -> str:
        return f"level {self.pk}"

    def shelf(self) -> Shelf:
        """What decides about these pieces; of a row that was read with its batch."""
        batch = self.batch
        expires_on: date | None = batch.expires_on
        return Shelf(
            BatchId(batch.pk), batch.number, int(self.on_hand), self.lost, expires_on, batch.recalled_at is not None
        )


class StockMove(models.Model):
    """Some pieces of a batch came, left, or went to another store. What a family was given never comes back."""

    store = models.ForeignKey(Store, on_delete=models.PROTECT, related_name="+")
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="+")
    kind = CodeField(MoveKind)
    count = models.PositiveIntegerField()
    to_store = models.ForeignKey(Store, on_delete=models.PROTECT, related_name="+", null=True)
    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+", null=True)
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    why = CodeField(WhyDiffers, blank=True)
    at = models.DateTimeField()
    request_key = models.UUIDField(unique=True)

    objects = OfStoreQuerySet["StockMove"].as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(count__range=(1, MOST)), name="stock_move_of_pieces"),
            models.CheckConstraint(
                condition=Q(kind=MoveKind.GIVEN, family__isnull=False)
                | (~Q(kind=MoveKind.GIVEN) & Q(family__isnull=True)),
                name="stock_move_given_to_a_family",
            ),
            models.CheckConstraint(
                condition=(Q(kind=MoveKind.MOVED, to_store__isnull=False) & ~Q(to_store=F("store")))
                | (~Q(kind=MoveKind.MOVED) & Q(to_store__isnull=True)),
                name="stock_move_to_another_store",
            ),
            models.CheckConstraint(
                condition=Q(why="") | Q(kind__in=CORRECTS), name="stock_move_differs_where_corrected"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["store", "-at"], name="stock_move_of_store"),
            models.Index(fields=["batch"], name="stock_move_given", condition=Q(kind=MoveKind.GIVEN)),
        ]

    def __str__(self) -> str:
        return f"movement {self.pk}"
