"""Whatever is done at random, bought = on the shelf + given + lost + thrown away: by a model in memory, and by rows.

What the model says cannot be is refused by the action, and by the database where a row is written past the action.
Ten thousand operations are marked ``thorough``; the control takes a trigger out, and the fault shows.
"""

import random
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from kith.kernel import clock
from kith.kernel.ids import new_uuid
from kith.kernel.refusal import Refusal
from kith.organisations.rules import Role
from kith.stores.actions.counting import count_stock
from kith.stores.actions.keeping import NewStore, add_item, add_store
from kith.stores.actions.stock import Arrived, correct_stock, give_stock, move_stock, receive_stock
from kith.stores.models.stock import Batch, StockLevel, StockMove
from kith.stores.rules.codes import BatchId, MoveKind, StoreId, WhyDiffers
from testing.people import a_family, organisation, worker

pytestmark = pytest.mark.django_db
K = MoveKind
BATCHES = {"L-1": 90, "L-2": 30, "L-3": None}
"""In how many days each expires: L-2 is given first, L-3 last."""
WRONG_LEVELS = """
    SELECT count(*) FROM stores_stocklevel AS l WHERE l.on_hand < 0 OR l.on_hand <> (
        SELECT coalesce(sum(CASE WHEN m.to_store_id = l.store_id OR m.kind IN ('bought', 'donated', 'found')
            THEN m.count ELSE -m.count END), 0)
        FROM stores_stockmove AS m WHERE m.batch_id = l.batch_id AND l.store_id IN (m.store_id, m.to_store_id))
"""


class Shelves:
    """Two stores with an item in three batches, and beside them a model of what must be there."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        at = organisation()
        self.by = worker(Role.COORDINATOR, at=at)
        self.family_id = a_family(at)
        self.stores = [add_store(by=self.by, organisation_id=at, store=NewStore(name)) for name in ("Here", "There")]
        self.item_id = add_item(by=self.by, organisation_id=at, name="Sheet", low_below=0)
        self.on_hand: Counter[tuple[StoreId, str]] = Counter()
        self.lost: Counter[tuple[StoreId, str]] = Counter()
        self.gone: Counter[str] = Counter()
        for number in BATCHES:
            for store_id in self.stores:
                self._act(K.BOUGHT, store_id, number, 5)
        self.ids = {row.number: BatchId(row.pk) for row in Batch.objects.filter(item_id=self.item_id)}

    def one(self) -> None:
        """Do one thing at random; it is done if and only if the model says that it can be."""
        kind = self.chance.choice([*K, None])
        store_id, number = self.chance.choice(self.stores), self.chance.choice(list(BATCHES))
        if kind is K.GIVEN:
            number = next((each for each in ("L-2", "L-1", "L-3") if self.on_hand[store_id, each]), number)
        count = 1 if kind is K.GIVEN else self.chance.randint(0 if kind is None else 1, 8)
        can = self._can(kind, store_id, number, count)
        try:
            with transaction.atomic():
                self._act(kind, store_id, number, count)
        except Refusal:
            assert not can, (kind, store_id, number, count)
            self._past_the_action(kind, store_id, number, count)
        else:
            assert can, (kind, store_id, number, count)

    def wrong(self) -> int:
        """How many shelves hold other than the model says, or than their movements add up to."""
        levels = StockLevel.objects.filter(batch__item_id=self.item_id).select_related("batch")
        differ = sum(row.on_hand != self.on_hand[StoreId(row.store_id), row.batch.number] for row in levels)
        bought = sum(row.bought for row in levels)
        differ += bought != sum(self.on_hand.values()) + sum(self.lost.values()) + sum(self.gone.values())
        with connection.cursor() as cursor:
            cursor.execute(WRONG_LEVELS)
            return differ + int(cursor.fetchone()[0])

    def _can(self, kind: MoveKind | None, store_id: StoreId, number: str, count: int) -> bool:
        here = (store_id, number)
        if kind in (K.BOUGHT, K.DONATED):
            return True
        if kind is None:
            return count - self.on_hand[here] <= self.lost[here]
        return count <= (self.lost[here] if kind is K.FOUND else self.on_hand[here])

    def _act(self, kind: MoveKind | None, store_id: StoreId, number: str, count: int) -> None:
        to: dict[str, Any] = {"by": self.by, "store_id": store_id, "request_key": new_uuid()}
        here, other = (store_id, number), next(each for each in self.stores if each != store_id)
        if kind in (K.BOUGHT, K.DONATED):
            days = BATCHES[number]
            expires_on = clock.today() + timedelta(days=days) if days else None
            receive_stock(**to, arrived=Arrived(self.item_id, number, count, expires_on, kind))
            self.on_hand[here] += count
        elif kind is K.GIVEN:
            give_stock(**to, item_id=self.item_id, family_id=self.family_id)
            self.on_hand[here] -= 1
            self.gone[number] += 1
        elif kind is K.MOVED:
            move_stock(**to, batch_id=self.ids[number], to_store=other, count=count)
            self.on_hand[here] -= count
            self.on_hand[other, number] += count
        elif kind is None:
            count_stock(**to, seen={self.ids[number]: count}, why=WhyDiffers.MISCOUNTED)
            self.lost[here] += self.on_hand[here] - count
            self.on_hand[here] = count
        else:
            correct_stock(**to, batch_id=self.ids[number], kind=kind, count=count)
            self.on_hand[here] += count if kind is K.FOUND else -count
            self.lost[here] += {K.LOST: count, K.FOUND: -count}.get(kind, 0)
            self.gone[number] += count if kind is K.DISCARDED else 0

    def _past_the_action(self, kind: MoveKind | None, store_id: StoreId, number: str, count: int) -> None:
        """Write the same row without the action: the database refuses it too."""
        if kind is None:
            kind, count = K.FOUND, count - self.on_hand[store_id, number]
        row = {"store_id": store_id, "batch_id": self.ids[number], "kind": kind, "count": count}
        if kind is K.MOVED:
            row["to_store_id"] = next(each for each in self.stores if each != store_id)
        if kind is K.GIVEN:
            row["family_id"] = self.family_id
        with pytest.raises(DatabaseError), transaction.atomic():
            StockMove.objects.create(**row, at=clock.now(), request_key=new_uuid())


@pytest.fixture
def shelves() -> Shelves:
    return Shelves(random.Random(1717))  # what comes next is to be chance, not secret


@pytest.mark.parametrize("times", [120, pytest.param(10_000, marks=pytest.mark.thorough)])
def test_nothing_is_made_from_nothing_and_nothing_is_below_none(shelves, times):
    for turn in range(times):
        shelves.one()
        if turn % 40 == 0:
            assert shelves.wrong() == 0
    assert shelves.wrong() == 0


def test_the_control_without_the_trigger_a_piece_comes_from_nothing(shelves):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE stores_stocklevel DISABLE TRIGGER stores_level_by_moves")
    assert shelves.wrong() == 0
    StockLevel.objects.filter(batch__number="L-1").update(bought=99)
    assert shelves.wrong() > 0
