"""Stores and their shelves, for those who keep them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Sum

from kith.kernel import clock
from kith.kernel.ids import MembershipId, OrganisationId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import membership_cards
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged
from kith.stores.models.counts import StockCount, StoreThreshold
from kith.stores.models.stock import StockItem, StockLevel, StockMove, Store
from kith.stores.rules.codes import BatchId, MoveKind, StockItemId, StoreId, WhyDiffers
from kith.stores.rules.stock import Shelf, open_on_or_after


@dataclass(frozen=True)
class StoreCard:
    """A store: where it is, and when it is open (0 is Monday)."""

    id: StoreId
    organisation_id: OrganisationId
    name: str
    address: str
    phone: str
    open_days: tuple[int, ...]
    closed_on: tuple[date, ...]

    @classmethod
    def of(cls, row: Store) -> "StoreCard":
        """The card of a row."""
        return cls(
            StoreId(row.pk),
            OrganisationId(row.organisation_id),
            row.name,
            row.address,
            row.phone,
            tuple(row.open_days),
            tuple(row.closed_on),
        )

    def open_on_or_after(self, day: date) -> date:
        """The first day from this one on that it is open."""
        return open_on_or_after(day, self.open_days, self.closed_on)


@dataclass(frozen=True)
class ItemCard:
    """Something that is given, how many pieces are left in all stores, and whether that is too few."""

    id: StockItemId
    name: str
    low_below: int
    on_hand: int

    @property
    def is_low(self) -> bool:
        """Whether more are to be bought."""
        return self.on_hand < self.low_below


@dataclass(frozen=True)
class ShelfRow:
    """The pieces of one batch in a store, and whether they may be given."""

    item: str
    item_id: StockItemId
    shelf: Shelf
    is_good: bool


@dataclass(frozen=True)
class MoveRow:
    """One movement, without the family's name."""

    at: datetime
    kind: MoveKind
    item: str
    batch: str
    count: int
    to_store: str
    who: str
    why: WhyDiffers | None


@dataclass(frozen=True)
class LowRow:
    """An item of which this store has fewer good pieces than it should."""

    item: str
    on_hand: int
    low_below: int


@dataclass(frozen=True)
class CountRow:
    """When this store was counted last, and who did it."""

    at: datetime
    who: str


@dataclass(frozen=True)
class StorePage:
    """One store: its shelves, and its movements, the latest first."""

    store: StoreCard
    shelves: tuple[ShelfRow, ...]
    low: tuple[LowRow, ...]
    counted: CountRow | None
    moves: Paged[MoveRow]


def stores_of(viewer: Viewer) -> list[StoreCard]:
    """The stores of the viewer's organisation, by name."""
    access.require(viewer, Permission.LEND_PUMP)
    return [StoreCard.of(row) for row in access.visible(viewer, Store.objects.all()).order_by("name", "pk")]


def store_card(viewer: Viewer, store_id: StoreId) -> StoreCard:
    """One store of the viewer's organisation; NotFound for any other."""
    row = access.visible(viewer, Store.objects.filter(pk=store_id)).first()
    if row is None:
        raise NotFound("store")
    return StoreCard.of(row)


def store_cards(ids: set[StoreId]) -> dict[StoreId, StoreCard]:
    """These stores, of any organisation: where a pump is collected is told to its family."""
    return {StoreId(row.pk): StoreCard.of(row) for row in Store.objects.filter(pk__in=ids)}


def items_of(viewer: Viewer) -> list[ItemCard]:
    """What the viewer's organisation gives, and how much of it is left."""
    access.require(viewer, Permission.LEND_PUMP)
    rows = access.visible(viewer, StockItem.objects.annotate(left=Sum("batches__levels__on_hand", default=0)))
    return [ItemCard(StockItemId(row.pk), row.name, row.low_below, row.left) for row in rows.order_by("name", "pk")]


def left_of(store_id: StoreId, item_id: StockItemId) -> int:
    """How many good pieces of an item are left in a store."""
    levels = StockLevel.objects.filter(store_id=store_id, batch__item_id=item_id).select_related("batch")
    today = clock.today()
    return sum(shelf.on_hand for shelf in (each.shelf() for each in levels) if shelf.is_good(today))


def none_left(store_id: StoreId, item_id: StockItemId) -> Refusal:
    """Why a family cannot be given of an item here: none is left, or what is left is called back or has expired."""
    item, store = StockItem.objects.get(pk=item_id).name, Store.objects.get(pk=store_id).name
    stands = StockLevel.objects.filter(store_id=store_id, batch__item_id=item_id, on_hand__gt=0).exists()
    return Refusal("stock_none_good" if stands else "stock_none_left", item=item, store=store)


def shelves_of(viewer: Viewer, store_id: StoreId) -> tuple[ShelfRow, ...]:
    """What stands in the store, by item and by what expires first."""
    access.require(viewer, Permission.LEND_PUMP)
    rows = access.visible(viewer, StockLevel.objects.filter(store_id=store_id)).select_related("batch__item")
    today = clock.today()
    return tuple(
        ShelfRow(row.batch.item.name, StockItemId(row.batch.item_id), shelf, shelf.is_good(today))
        for row in rows.order_by("batch__item__name", "batch__expires_on", "pk")
        for shelf in [row.shelf()]
    )


def store_page(viewer: Viewer, store_id: StoreId, asked: ListAsked) -> StorePage:
    """One store of the viewer's organisation, with a page of its movements."""
    access.require(viewer, Permission.LEND_PUMP)
    card = store_card(viewer, store_id)
    rows = StockMove.objects.filter(store_id=store_id).select_related("batch__item", "to_store").order_by("-at", "-pk")
    found = paged(rows.filter(batch__number__icontains=asked.words) if asked.words else rows, asked)
    people = membership_cards(MembershipId(row.membership_id) for row in found.rows if row.membership_id)
    moves = found.with_rows(
        MoveRow(
            at=row.at,
            kind=row.kind,
            item=row.batch.item.name,
            batch=row.batch.number,
            count=row.count,
            to_store=row.to_store.name if row.to_store else "",
            who=people[MembershipId(row.membership_id)].name if row.membership_id else "",
            why=WhyDiffers(row.why) if row.why else None,
        )
        for row in found.rows
    )
    shelves = shelves_of(viewer, store_id)
    return StorePage(card, shelves, _low_in(store_id, shelves), _last_count(store_id), moves)


def _low_in(store_id: StoreId, shelves: Iterable[ShelfRow]) -> tuple[LowRow, ...]:
    left: Counter[StockItemId] = Counter()
    for each in shelves:
        left[each.item_id] += each.shelf.on_hand if each.is_good else 0
    rows = StoreThreshold.objects.filter(store_id=store_id).select_related("item").order_by("item__name")
    found = [LowRow(row.item.name, left[StockItemId(row.item_id)], row.low_below) for row in rows]
    return tuple(each for each in found if each.on_hand < each.low_below)


def _last_count(store_id: StoreId) -> CountRow | None:
    row = StockCount.objects.filter(store_id=store_id).order_by("-at", "-pk").first()
    if row is None:
        return None
    who = MembershipId(row.membership_id) if row.membership_id else None
    return CountRow(row.at, membership_cards([who])[who].name if who else "")


def given_batch(move_id: int | None) -> tuple[str, BatchId] | None:
    """The batch number that a movement was of."""
    row = StockMove.objects.filter(pk=move_id).select_related("batch").first() if move_id else None
    return (row.batch.number, BatchId(row.batch_id)) if row else None
