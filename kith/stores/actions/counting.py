"""A person counts what stands in a store: each difference is a movement with its reason, and the count is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID, uuid5

from kith.kernel import clock
from kith.kernel.refusal import Refusal
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.stores.actions.keeping import own_store
from kith.stores.actions.stock import Pieces, move_pieces
from kith.stores.models.counts import StockCount, StoreThreshold
from kith.stores.models.stock import StockItem, StockLevel, Store
from kith.stores.rules.codes import BatchId, MoveKind, StockItemId, StoreId, WhyDiffers


@action
def count_stock(
    *, by: Actor, store_id: StoreId, seen: Mapping[BatchId, int], why: WhyDiffers | None, request_key: UUID
) -> int:
    """Note what was counted of each batch, and say how many differed; one that cannot be leaves all as it was.

    The same request key never counts twice.
    """
    store = own_store(by, store_id)
    rows = StockLevel.objects.filter(store=store, batch_id__in=seen).select_related("batch")
    # Two who count at once take the same shelves in the same order.
    levels = list(rows.select_for_update(of=("self",)).order_by("pk"))
    if set(seen) - {BatchId(each.batch_id) for each in levels}:
        raise NotFound("batch")
    return sum(_count(by, store, each, _Seen(seen[BatchId(each.batch_id)], why, request_key)) for each in levels)


@action
def set_threshold(*, by: Actor, store_id: StoreId, item_id: StockItemId, low_below: int) -> None:
    """Say under how many pieces of an item this store runs low; none takes the warning away."""
    store = own_store(by, store_id)
    item = access.visible(by, StockItem.objects.all()).filter(pk=item_id, organisation_id=store.organisation_id).first()
    if item is None:
        raise NotFound("item")
    row, _ = StoreThreshold.objects.update_or_create(store=store, item=item, defaults={"low_below": low_below})
    audit.record(by, "stores.threshold_set", row, low_below=low_below)


@dataclass(frozen=True)
class _Seen:
    count: int
    why: WhyDiffers | None
    request_key: UUID


def _count(by: Actor, store: Store, level: StockLevel, seen: _Seen) -> bool:
    key = uuid5(seen.request_key, str(level.batch_id))
    if earlier := StockCount.objects.filter(request_key=key, store=store).first():
        return earlier.move_id is not None
    expected, move_id = int(level.on_hand), None
    if seen.count != expected:
        if seen.why is None:
            raise Refusal("stock_count_why", number=level.batch.number, count=expected)
        kind = MoveKind.LOST if seen.count < expected else MoveKind.FOUND
        move_id = move_pieces(by, store, level.batch, Pieces(kind, abs(seen.count - expected), key, seen.why))
    row = StockCount.objects.create(
        store=store,
        batch=level.batch,
        expected=expected,
        seen=seen.count,
        move_id=move_id,
        membership_id=by.membership_id,
        at=clock.now(),
        request_key=key,
    )
    audit.record(by, "stores.stock_counted", row, expected=expected, seen=seen.count)
    return move_id is not None
