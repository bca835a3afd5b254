"""Every action of stores, done once."""

from collections.abc import Callable

from kith.equipment.models.units import Unit
from kith.equipment.tests.world import KITH, Pumps
from kith.families.queries.cards import contacts_of
from kith.kernel.ids import new_uuid
from kith.messages.actions.queueing_many import ToFamily, queue_messages
from kith.messages.actions.settling import settle
from kith.messages.models import Message
from kith.messages.rules import SendingState
from kith.stores.actions import counting, keeping, recalls, stock
from kith.stores.models.recalls import RecallHolder
from kith.stores.models.stock import Batch
from kith.stores.rules.codes import (
    BatchId,
    HowTold,
    MoveKind,
    RecallBy,
    RecallHolderId,
    RecallId,
    RecallReason,
    WhyDiffers,
)
from kith.stores.rules.recalls import message_key
from tests.access.world import World

Act = Callable[[], object]


def _store(_world: World) -> Act:
    pumps = Pumps()
    new = keeping.NewStore("Second store")
    return lambda: keeping.add_store(by=pumps.lead, organisation_id=pumps.organisation_id, store=new)


def _changed(_world: World) -> Act:
    pumps = Pumps()
    new = keeping.NewStore("Ward store", "Hospital Road 2")
    return lambda: keeping.change_store(by=pumps.lead, store_id=pumps.store_id, store=new)


def _item(_world: World) -> Act:
    pumps = Pumps()
    own = {"by": pumps.lead, "organisation_id": pumps.organisation_id}
    return lambda: keeping.add_item(**own, name="Bottle", low_below=3)


def _received(_world: World) -> Act:
    pumps = Pumps()
    return lambda: pumps.receive(3)


def _batch() -> BatchId:
    return BatchId(Batch.objects.latest("pk").pk)


def _moved(_world: World) -> Act:
    pumps = Pumps()
    there = keeping.add_store(by=KITH, organisation_id=pumps.organisation_id, store=keeping.NewStore("There"))
    what = {"store_id": pumps.store_id, "batch_id": _batch(), "to_store": there, "count": 1}
    return lambda: stock.move_stock(by=pumps.lead, **what, request_key=new_uuid())


def _corrected(_world: World) -> Act:
    pumps = Pumps()
    what = {"store_id": pumps.store_id, "batch_id": _batch(), "kind": MoveKind.LOST, "count": 1}
    return lambda: stock.correct_stock(by=pumps.lead, **what, request_key=new_uuid())


def _counted(_world: World) -> Act:
    pumps = Pumps()
    what = {"store_id": pumps.store_id, "seen": {_batch(): 3}, "why": WhyDiffers.GONE}
    return lambda: counting.count_stock(by=pumps.lead, **what, request_key=new_uuid())


def _warned(_world: World) -> Act:
    pumps = Pumps()
    what = {"store_id": pumps.store_id, "item_id": pumps.item_id, "low_below": 4}
    return lambda: counting.set_threshold(by=pumps.lead, **what)


def _given(_world: World) -> Act:
    pumps = Pumps()
    what = {"store_id": pumps.store_id, "item_id": pumps.item_id, "family_id": pumps.family()}
    return lambda: stock.give_stock(by=pumps.lead, **what, request_key=new_uuid())


def _recall(pumps: Pumps) -> RecallId:
    serial = Unit.objects.latest("pk").serial
    new = recalls.NewRecall(RecallBy.SERIAL, serial, RecallReason.ELECTRICAL)
    own = {"by": pumps.lead, "organisation_id": pumps.organisation_id}
    return recalls.begin_recall(**own, recall=new, request_key=new_uuid())


def _begun(_world: World) -> Act:
    pumps = Pumps()
    pumps.lend()
    return lambda: _recall(pumps)


def _told(_world: World) -> Act:
    pumps = Pumps()
    pumps.lend()
    recall_id = _recall(pumps)
    return lambda: recalls.tell_holders(by=KITH, recall_id=recall_id)


def _watched(_world: World) -> Act:
    pumps = Pumps()
    pumps.lend()
    recall_id = _recall(pumps)
    recalls.tell_holders(by=KITH, recall_id=recall_id)
    row = RecallHolder.objects.get(recall_id=recall_id)
    message = Message.objects.get(dedupe_key=message_key(RecallHolderId(row.pk)))
    settle(message, SendingState.STOPPED, after=SendingState.QUEUED, by=KITH, why="over")
    return lambda: recalls.watch_recalls(by=KITH)


def _noted(_world: World) -> Act:
    pumps = Pumps()
    pumps.lend()
    holder_id = RecallHolderId(RecallHolder.objects.get(recall_id=_recall(pumps)).pk)
    return lambda: recalls.note_told(by=pumps.lead, holder_id=holder_id, how=HowTold.PHONE)


def _queued(_world: World) -> Act:
    pumps = Pumps()
    family_id = pumps.family()
    contact = contacts_of(KITH, [family_id])[family_id]
    letter = ToFamily(family_id, contact, {"held": "Kit", "reason": "maker", "has_it": True}, "recall-of-a-kit")
    return lambda: queue_messages(by=KITH, kind="item_recalled", letters=[letter])


STORE_ACTS: dict[str, Callable[[World], Act]] = {
    "messages.queue_messages": _queued,
    "stores.add_store": _store,
    "stores.change_store": _changed,
    "stores.add_item": _item,
    "stores.receive_stock": _received,
    "stores.move_stock": _moved,
    "stores.correct_stock": _corrected,
    "stores.count_stock": _counted,
    "stores.set_threshold": _warned,
    "stores.give_stock": _given,
    "stores.begin_recall": _begun,
    "stores.tell_holders": _told,
    "stores.note_told": _noted,
    "stores.watch_recalls": _watched,
}
