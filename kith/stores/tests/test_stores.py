"""Every movement is a row, what was given never comes back, and a recall reaches every family that has or had it."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from kith.kernel import clock
from kith.kernel.ids import new_uuid
from kith.kernel.refusal import Refusal
from kith.organisations.rules import Role
from kith.platform.access import NotFound
from kith.platform.listing import ListAsked
from kith.stores.actions.counting import count_stock, set_threshold
from kith.stores.actions.keeping import NewStore, add_item, add_store
from kith.stores.actions.recalls import NewRecall, begin_recall, note_told, tell_holders
from kith.stores.actions.stock import Arrived, correct_stock, give_stock, move_stock, receive_stock
from kith.stores.models.counts import StockCount
from kith.stores.models.recalls import RecallHolder
from kith.stores.models.stock import Batch, StockLevel, StockMove
from kith.stores.queries.stock import store_page
from kith.stores.rules.codes import (
    BatchId,
    HowTold,
    MoveKind,
    RecallBy,
    RecallHolderId,
    RecallReason,
    WhyDiffers,
)
from testing.people import KITH, a_family, organisation, worker

pytestmark = pytest.mark.django_db


class Kits:
    """An organisation with two stores, and ten kits in the first."""

    def __init__(self) -> None:
        self.own = organisation()
        self.by = worker(Role.COORDINATOR, at=self.own)
        self.here, self.there = (
            add_store(by=self.by, organisation_id=self.own, store=NewStore(name)) for name in ("Here", "There")
        )
        self.item_id = add_item(by=self.by, organisation_id=self.own, name="Kit", low_below=2)
        self.receive(10)

    def receive(self, number, kind=MoveKind.BOUGHT, expires_on=None):
        arrived = Arrived(self.item_id, "L-1", number, expires_on, kind)
        receive_stock(by=self.by, store_id=self.here, arrived=arrived, request_key=new_uuid())
        self.batch_id = BatchId(Batch.objects.get().pk)

    def correct(self, kind, number):
        given = {"batch_id": self.batch_id, "kind": kind, "count": number}
        correct_stock(by=self.by, store_id=self.here, **given, request_key=new_uuid())

    def give(self, family_id):
        of = {"store_id": self.here, "item_id": self.item_id, "family_id": family_id}
        give_stock(by=self.by, **of, request_key=new_uuid())

    def on_hand(self):
        return dict(StockLevel.objects.values_list("store__name", "on_hand"))


@pytest.fixture
def kits() -> Kits:
    return Kits()


def test_all_that_came_is_on_a_shelf_with_a_family_lost_or_thrown_away(kits):
    kits.receive(2, MoveKind.DONATED)
    kits.give(a_family())
    kits.correct(MoveKind.LOST, 2)
    kits.correct(MoveKind.FOUND, 1)
    kits.correct(MoveKind.DISCARDED, 1)
    to = {"batch_id": kits.batch_id, "to_store": kits.there, "count": 4, "request_key": new_uuid()}
    assert move_stock(by=kits.by, store_id=kits.here, **to) == move_stock(by=kits.by, store_id=kits.here, **to)
    assert kits.on_hand() == {"Here": 5, "There": 4}
    assert sum(row.bought - row.given - row.lost - row.discarded for row in StockLevel.objects.all()) == 9


def test_the_database_lets_stock_change_by_a_movement_alone_and_takes_nothing_back(kits):
    family_id = a_family()
    kits.give(family_id)
    row = {"store_id": kits.here, "batch_id": kits.batch_id, "at": clock.now(), "request_key": new_uuid()}
    for wrong in (
        lambda: StockLevel.objects.update(bought=99),
        lambda: StockMove.objects.all().delete(),
        lambda: StockMove.objects.create(**row, kind="given", count=10, family_id=family_id),
        lambda: StockMove.objects.create(**row, kind="found", count=1),
        lambda: StockMove.objects.create(**row, kind="bought", count=1, family_id=family_id),
        lambda: StockMove.objects.create(**row, kind="returned", count=1),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            wrong()
    assert kits.on_hand() == {"Here": 9}


def test_another_organisation_finds_no_store_and_no_batch(kits):
    other = Kits.__new__(Kits)
    other.own = organisation()
    stranger = worker(Role.COORDINATOR, at=other.own)
    with pytest.raises(NotFound):
        arrived = Arrived(kits.item_id, "L-9", 1)
        receive_stock(by=stranger, store_id=kits.here, arrived=arrived, request_key=new_uuid())


def test_a_batch_that_is_called_back_is_blocked_and_everybody_who_has_it_is_told_once(kits, run_jobs):
    reached, unreachable = a_family(phone="+447700900111"), a_family(phone="", email="")
    for family_id in (reached, unreachable):
        kits.give(family_id)
    recall = NewRecall(RecallBy.BATCH, "Kit · L-1", RecallReason.BREAKS, kits.batch_id)
    recall_id = begin_recall(by=kits.by, organisation_id=kits.own, recall=recall, request_key=new_uuid())
    with pytest.raises(Refusal, match="stock_none_good"):
        kits.give(a_family())
    with pytest.raises(DatabaseError, match="called back"), transaction.atomic():
        row = {"store_id": kits.here, "batch_id": kits.batch_id, "kind": "given", "count": 1}
        StockMove.objects.create(**row, family_id=reached, at=clock.now(), request_key=new_uuid())
    run_jobs()
    assert tell_holders(by=KITH, recall_id=recall_id) == 0
    told = {row.family_id: row for row in RecallHolder.objects.all()}
    assert (told[reached].how, told[unreachable].needs_person) == (HowTold.MESSAGE, True)
    note_told(by=kits.by, holder_id=RecallHolderId(told[unreachable].pk), how=HowTold.IN_PERSON)
    assert RecallHolder.objects.filter(told_at=None).count() == 0


def test_a_recall_of_what_is_not_here_tells_nobody(kits):
    recall = NewRecall(RecallBy.SERIAL, "SN-unknown", RecallReason.MAKER)
    with pytest.raises(Refusal, match="recall_finds_nothing"):
        begin_recall(by=kits.by, organisation_id=kits.own, recall=recall, request_key=new_uuid())


def test_what_has_expired_is_thrown_away_and_not_given(kits):
    Batch.objects.update(expires_on=clock.today() - timedelta(days=1))
    with pytest.raises(Refusal, match="stock_none_good"):
        kits.give(a_family())
    kits.correct(MoveKind.DISCARDED, 10)
    assert kits.on_hand() == {"Here": 0}


def test_a_count_of_the_shelf_moves_what_differs_with_a_reason_and_makes_nothing(kits):
    count = {"by": kits.by, "store_id": kits.here}

    def counted(seen, why=None):
        return count_stock(**count, seen={kits.batch_id: seen}, why=why, request_key=new_uuid())

    assert counted(10) == 0
    with pytest.raises(Refusal, match="stock_count_why"):
        counted(7)
    key = new_uuid()
    said = {"seen": {kits.batch_id: 7}, "why": WhyDiffers.GONE, "request_key": key}
    assert [count_stock(**count, **said) for _ in range(2)] == [1, 1]
    assert (kits.on_hand(), StockMove.objects.filter(kind="lost", count=3, why="gone").count()) == ({"Here": 7}, 1)
    with pytest.raises(Refusal, match="stock_never_lost"):
        counted(11, WhyDiffers.MISCOUNTED)
    assert counted(9, WhyDiffers.MISCOUNTED) == 1
    with pytest.raises(NotFound):
        count_stock(**count, seen={BatchId(0): 1}, why=None, request_key=new_uuid())
    row = {"store_id": kits.here, "batch_id": kits.batch_id, "at": clock.now(), "request_key": new_uuid()}
    with pytest.raises(DatabaseError, match="not what stands there"), transaction.atomic():
        StockCount.objects.create(**row, expected=8, seen=8)
    assert list(StockCount.objects.order_by("pk").values_list("expected", "seen")) == [(10, 10), (10, 7), (7, 9)]


def test_a_store_runs_low_by_its_own_threshold(kits):
    asked = {"by": kits.by, "item_id": kits.item_id}
    for store_id in (kits.here, kits.there):
        set_threshold(**asked, store_id=store_id, low_below=5)
    low = [[row.on_hand for row in store_page(kits.by, each, ListAsked.of({})).low] for each in (kits.here, kits.there)]
    assert low == [[], [0]]
    set_threshold(**asked, store_id=kits.there, low_below=0)
    assert store_page(kits.by, kits.there, ListAsked.of({})).low == ()
