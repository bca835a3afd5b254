"""Every movement of stock. The database keeps the levels, and lets none fall below none."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.stores.actions.keeping import own_store
from kith.stores.models.stock import Batch, StockItem, StockLevel, StockMove, Store
from kith.stores.rules.codes import BatchId, MoveKind, StockItemId, StockMoveId, StoreId, WhyDiffers
from kith.stores.rules.stock import Shelf, first_to_expire, may_move


@dataclass(frozen=True)
class Arrived:
    """Pieces that have come: of what, how many, of which batch, until when they are good, bought or donated."""

    item_id: StockItemId
    number: str
    count: int
    expires_on: date | None = None
    kind: MoveKind = MoveKind.BOUGHT


@action
def receive_stock(*, by: Actor, store_id: StoreId, arrived: Arrived, request_key: UUID) -> StockMoveId:
    """Take pieces of a batch in; the same request key never takes them in twice."""
    store = own_store(by, store_id)
    item = access.visible(by, StockItem.objects.all()).filter(pk=arrived.item_id).first()
    if item is None or item.organisation_id != store.organisation_id:
        raise NotFound("item")
    batch, _ = Batch.objects.get_or_create(
        item=item, number=arrived.number, defaults={"expires_on": arrived.expires_on}
    )
    if batch.expires_on != arrived.expires_on:
        raise Refusal("batch_other_day", number=batch.number)
    return move_pieces(by, store, batch, Pieces(arrived.kind, arrived.count, request_key))


@action
def move_stock(
    *, by: Actor, store_id: StoreId, batch_id: BatchId, to_store: StoreId, count: int, request_key: UUID
) -> StockMoveId:
    """Send pieces to another store of the organisation: they are there as soon as they are gone here."""
    store, to = own_store(by, store_id), own_store(by, to_store)
    if store.organisation_id != to.organisation_id:
        raise NotFound("store")
    if store == to:
        raise Refusal("stock_same_store")
    return move_pieces(by, store, _batch(by, batch_id), Pieces(MoveKind.MOVED, count, request_key), to_store=to)


@action
def correct_stock(
    *, by: Actor, store_id: StoreId, batch_id: BatchId, kind: MoveKind, count: int, request_key: UUID
) -> StockMoveId:
    """Note what is lost, found again, or thrown away."""
    if kind not in (MoveKind.LOST, MoveKind.FOUND, MoveKind.DISCARDED):
        raise ValueError(f"{kind}: stock is not corrected so")
    return move_pieces(by, own_store(by, store_id), _batch(by, batch_id), Pieces(kind, count, request_key))


@action
def give_stock(
    *, by: Actor, store_id: StoreId, item_id: StockItemId, family_id: FamilyId, request_key: UUID
) -> StockMoveId:
    """Give a family one piece, of the batch that expires first; it leaves with them and never comes back."""
    store = own_store(by, store_id, Permission.LEND_PUMP)
    levels = StockLevel.objects.filter(store=store, batch__item_id=item_id).select_related("batch")
    # Two hands that give at once take the same shelves in the same order.
    shelves = [each.shelf() for each in levels.select_for_update(of=("self",)).order_by("pk")]
    if earlier := StockMove.objects.filter(request_key=request_key).first():
        return StockMoveId(earlier.pk)
    found = first_to_expire(shelves, today=clock.today())
    if found is None:
        item, stands = StockItem.objects.get(pk=item_id).name, any(each.on_hand for each in shelves)
        raise Refusal("stock_none_good" if stands else "stock_none_left", item=item, store=store.name)
    batch = Batch.objects.get(pk=found.batch_id)
    return move_pieces(by, store, batch, Pieces(MoveKind.GIVEN, 1, request_key), family_id=family_id)


@dataclass(frozen=True)
class Pieces:
    """What happens to how many; where a count differed, why."""

    kind: MoveKind
    count: int
    request_key: UUID
    why: WhyDiffers | None = None


def move_pieces(
    by: Actor,
    store: Store,
    batch: Batch,
    pieces: Pieces,
    *,
    to_store: Store | None = None,
    family_id: FamilyId | None = None,
) -> StockMoveId:
    """Write one movement down, if the shelf allows it; for callers who have asked whether the actor may."""
    level = StockLevel.objects.select_for_update(of=("self",)).filter(store=store, batch=batch)
    found = level.select_related("batch").first()
    if earlier := StockMove.objects.filter(request_key=pieces.request_key, store=store).first():
        return StockMoveId(earlier.pk)
    shelf = found.shelf() if found else _empty(batch)
    if refusal := may_move(shelf, pieces.kind, pieces.count, today=clock.today()):
        raise refusal
    row = StockMove.objects.create(
        store=store,
        batch=batch,
        kind=pieces.kind,
        count=pieces.count,
        to_store=to_store,
        family_id=family_id,
        membership_id=by.membership_id,
        why=pieces.why or "",
        at=clock.now(),
        request_key=pieces.request_key,
    )
    audit.record(by, f"stores.stock_{pieces.kind}", row, family_id=family_id, count=pieces.count)
    return StockMoveId(row.pk)


def _empty(batch: Batch) -> Shelf:
    return Shelf(
        BatchId(batch.pk), batch.number, 0, expires_on=batch.expires_on, is_recalled=batch.recalled_at is not None
    )


def _batch(by: Actor, batch_id: BatchId) -> Batch:
    row = access.visible(by, Batch.objects.all()).filter(pk=batch_id).first()
    if row is None:
        raise NotFound("batch")
    return row
