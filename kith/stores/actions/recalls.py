"""Calling things back: from then on nothing of it is given, and every family that has or had it is told."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from kith.families.queries.cards import contacts_of, family_cards
from kith.kernel import clock
from kith.kernel.ids import FamilyId, OrganisationId
from kith.kernel.refusal import Refusal
from kith.messages.actions.queueing_many import ToFamily, queue_messages
from kith.messages.queries import how_far
from kith.messages.rules import SendingState
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action, action_in_parts
from kith.platform.jobs import enqueue
from kith.stores.actions.keeping import require_own
from kith.stores.models.recalls import Recall, RecallHolder
from kith.stores.models.stock import Batch, StockMove
from kith.stores.recalling import Called, Holder, Recalling, recalling_by
from kith.stores.rules.codes import (
    Arrival,
    BatchId,
    HowTold,
    MoveKind,
    RecallBy,
    RecallHolderId,
    RecallId,
    RecallReason,
)
from kith.stores.rules.recalls import message_key

ENDS = (SendingState.SENT, SendingState.FAILED, SendingState.STOPPED)
AT_ONCE = 100
"""So many families are told in one transaction; a recall that is stopped on the way goes on where it was."""


@dataclass(frozen=True)
class NewRecall:
    """What is called back, and why: a model's name, a serial number, or a batch."""

    by: RecallBy
    what: str
    reason: RecallReason
    batch_id: BatchId | None = None


@action
def begin_recall(*, by: Actor, organisation_id: OrganisationId, recall: NewRecall, request_key: UUID) -> RecallId:
    """Block everything of it at once, note every family that has or had it, and have them told."""
    require_own(by, organisation_id)
    if earlier := Recall.objects.filter(request_key=request_key, organisation_id=organisation_id).first():
        return RecallId(earlier.pk)
    row = Recall.objects.create(
        organisation_id=organisation_id,
        by=recall.by,
        what=recall.what,
        batch=_batch(organisation_id, recall.batch_id) if recall.batch_id else None,
        reason=recall.reason,
        started_by_id=by.membership_id,
        started_at=clock.now(),
        blocked_count=0,
        request_key=request_key,
    )
    what = str(recall.batch_id) if recall.by is RecallBy.BATCH else recall.what
    called, room = Called(RecallId(row.pk), recall.by, what, organisation_id), recalling_by(recall.by)
    row.blocked_count = room.block(called)
    holders = list(room.holders(called))
    if not row.blocked_count and not holders:
        raise Refusal("recall_finds_nothing")
    row.save(update_fields=["blocked_count"])
    _note(row, holders)
    audit.record(by, "stores.recall_begun", row, count=len(holders), blocked=row.blocked_count)
    enqueue("stores.tell_holders", recall_id=row.pk)
    return RecallId(row.pk)


@action_in_parts
def tell_holders(*, by: Actor, recall_id: RecallId) -> int:
    """Tell every family that does not know yet, some at a time, and say how many were written to; safe to run twice."""
    access.require(by, Permission.MANAGE_STOCK)
    told = 0
    while part := _tell_some(by, recall_id):
        told += sum(part)
    return told


@action
def watch_recalls(*, by: Actor) -> int:
    """Note which messages were sent; a family that none could reach is left to a person. Says how many those are."""
    access.require(by, Permission.MANAGE_STOCK)
    rows = list(RecallHolder.objects.on_the_way().select_for_update(of=("self",), skip_locked=True)[:1000])
    states = how_far(by, [message_key(RecallHolderId(row.pk)) for row in rows])
    settled = [(row, said) for row in rows if (said := states.get(message_key(RecallHolderId(row.pk)))) in ENDS]
    for row, state in settled:
        row.arrived = Arrival.SENT if state is SendingState.SENT else Arrival.FAILED
        row.needs_person = row.arrived is Arrival.FAILED
        audit.record(by, "stores.message_watched", row, family_id=FamilyId(row.family_id), arrived=row.arrived)
    for arrived in Arrival:
        those = [row.pk for row, _state in settled if row.arrived is arrived]
        RecallHolder.objects.filter(pk__in=those).update(arrived=arrived, needs_person=arrived is Arrival.FAILED)
    return sum(row.needs_person for row, _state in settled)


@action
def note_told(*, by: Actor, holder_id: RecallHolderId, how: HowTold) -> None:
    """Note that a worker has told the family; noted twice it is noted once."""
    access.require(by, Permission.LEND_PUMP)
    rows = access.visible(by, RecallHolder.objects.select_for_update(of=("self",)))
    row = rows.filter(pk=holder_id).first()
    if row is None:
        raise NotFound("holder")
    if row.told_at is None or row.needs_person:
        row.told_at, row.how, row.told_by_id, row.needs_person = clock.now(), how, by.membership_id, False
        row.save(update_fields=["told_at", "how", "told_by", "needs_person"])
        audit.record(by, "stores.holder_told", row, family_id=FamilyId(row.family_id), how=how)


def _note(row: Recall, holders: list[Holder]) -> None:
    """One row a family, with the last time that she had it."""
    latest: dict[FamilyId, Holder] = {}
    for each in sorted(holders, key=lambda each: (each.held_until is None, each.held_from)):
        latest[each.family_id] = each
    RecallHolder.objects.bulk_create(
        [
            RecallHolder(
                recall=row,
                family_id=each.family_id,
                held=each.held[:80],
                held_from=each.held_from,
                held_until=each.held_until,
            )
            for each in latest.values()
        ],
        batch_size=1000,
    )


@transaction.atomic
def _tell_some(by: Actor, recall_id: RecallId) -> list[bool]:
    rows = RecallHolder.objects.to_write_to().filter(recall_id=recall_id).select_related("recall")
    found = list(rows.select_for_update(of=("self",), skip_locked=True)[:AT_ONCE])
    if not found:
        return []
    told = _tell(by, found)
    RecallHolder.objects.note_told(found)
    return told


def _tell(by: Actor, rows: list[RecallHolder]) -> list[bool]:
    """Write to each family, or leave it to a person where no message may go: the row then says so."""
    family_ids = [FamilyId(row.family_id) for row in rows]
    contacts, cards = contacts_of(by, family_ids), family_cards(by, family_ids)
    letters = []
    for row, family_id in zip(rows, family_ids, strict=True):
        contact = contacts.get(family_id)
        row.contact_name, row.contact_phone = (contact.name, contact.phone) if contact else ("", "")
        if contact is None or not (contact.email or contact.phone) or cards[family_id].is_bereaved:
            row.needs_person = True
            continue
        facts = {"held": row.held, "reason": str(row.recall.reason), "has_it": row.held_until is None}
        letters.append(ToFamily(family_id, contact, facts, message_key(RecallHolderId(row.pk))))
        row.told_at, row.how = clock.now(), HowTold.MESSAGE
    queue_messages(by=by, kind="item_recalled", letters=letters)
    return [row.told_at is not None for row in rows]


def _batch(organisation_id: OrganisationId, batch_id: BatchId) -> Batch:
    row = Batch.objects.filter(pk=batch_id, item__organisation_id=organisation_id).first()
    if row is None:
        raise NotFound("batch")
    return row


def _block_batch(called: Called) -> int:
    return Batch.objects.filter(pk=int(called.what), recalled_at=None).update(recalled_at=clock.now())


def _holders_of_batch(called: Called) -> list[Holder]:
    given = StockMove.objects.filter(batch_id=int(called.what), kind=MoveKind.GIVEN).select_related("batch__item")
    return [
        Holder(FamilyId(row.family_id), f"{row.batch.item.name} · {row.batch.number}", clock.local(row.at).date())
        for row in given
        if row.family_id
    ]


BATCHES = Recalling(_block_batch, _holders_of_batch)
