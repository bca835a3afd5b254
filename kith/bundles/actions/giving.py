"""A bundle comes to the family: each part from the shelf, with proof, the cot put up, the advice talked through."""

from dataclasses import dataclass
from uuid import UUID, uuid5

from kith.bundles.actions.requesting import decided, locked_request
from kith.bundles.models.bundles import BundlePart
from kith.bundles.models.requests import BundleRequest
from kith.bundles.rules.codes import Arrives, BundleRequestId, BundleState, TakenBack, Talked
from kith.families.queries.bereavement import is_bereaved
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.stores.actions.keeping import own_store
from kith.stores.actions.stock import give_stock
from kith.stores.queries.stock import left_of, none_left
from kith.stores.rules.codes import StockItemId, StoreId

PART = UUID("3f0b6f6e-6a53-4a77-9a53-51d2c1a7f0de")


@dataclass(frozen=True)
class Proof:
    """Who took the bundle, whether the cot is put up at this place, and how the advice was talked through."""

    taken_by: str
    cot_is_up: bool
    talked: Talked


@action
def give_bundle(*, by: Actor, request_id: BundleRequestId, store_id: StoreId, proof: Proof) -> None:
    """Give every part, or its substitute where none is left; if one is missing nothing is given. Twice is once."""
    row = locked_request(by, request_id)
    if row.state is BundleState.GIVEN:
        return
    if row.state is not BundleState.APPROVED:
        raise Refusal("bundle_not_approved")
    if is_bereaved(FamilyId(row.family_id)):
        raise Refusal("bundle_in_bereavement")
    if row.arrives is Arrives.OTHER_PERSON and not _is_collector(row, proof.taken_by):
        raise Refusal("bundle_other_collector", name=row.collector)
    own_store(by, store_id, Permission.LEND_PUMP)
    for part in BundlePart.objects.filter(bundle_id=row.bundle_id).order_by("item_id"):
        item_id = of_shelf(store_id, part)
        family_id, key = FamilyId(row.family_id), uuid5(PART, f"{row.pk}:{part.pk}")
        give_stock(by=by, store_id=store_id, item_id=item_id, family_id=family_id, request_key=key)
    row.taken_by, row.cot_is_up, row.talked = proof.taken_by.strip(), proof.cot_is_up, proof.talked
    row.given_at = clock.now()
    decided(by, row, BundleState.GIVEN)


@action
def say_who_collects(*, by: Actor, request_id: BundleRequestId, arrives: Arrives, collector: str = "") -> None:
    """Let a parent say how the bundle comes: she collects it, a person she names does, or we deliver it."""
    row = _own(by, request_id)
    if row.state in (BundleState.GIVEN, BundleState.REFUSED, BundleState.ENDED):
        raise Refusal("bundle_decided")
    if arrives is Arrives.OTHER_PERSON and not collector.strip():
        raise Refusal("bundle_collector_missing")
    row.arrives, row.collector = arrives, collector.strip() if arrives is Arrives.OTHER_PERSON else ""
    row.save(update_fields=["arrives", "collector"])
    audit.record(by, "bundles.way_chosen", row, family_id=FamilyId(row.family_id), arrives=arrives)


@action
def say_what_to_take_back(*, by: Actor, request_id: BundleRequestId, how: TakenBack, who: str = "") -> None:
    """After a death: we collect the things, a person she chooses brings them, or they stay. Nothing is asked again."""
    row = _own(by, request_id)
    if row.state is not BundleState.GIVEN or not is_bereaved(FamilyId(row.family_id)):
        raise Refusal("bundle_stays")
    if how is TakenBack.OTHER_PERSON and not who.strip():
        raise Refusal("bundle_collector_missing")
    row.taken_back, row.taken_back_by = how, who.strip() if how is TakenBack.OTHER_PERSON else ""
    row.save(update_fields=["taken_back", "taken_back_by"])
    audit.record(by, "bundles.take_back_chosen", row, family_id=FamilyId(row.family_id), how=how)


def _own(by: Actor, request_id: BundleRequestId) -> BundleRequest:
    """A request of the parent's own family, or one to the worker's organisation; held."""
    if not by.is_parent:
        access.require(by, Permission.LEND_PUMP)
    found = access.visible(by, BundleRequest.objects.filter(pk=request_id)).exists()
    row = BundleRequest.objects.locked(request_id) if found else None
    if row is None:
        raise NotFound("request")
    return row


def _is_collector(row: BundleRequest, name: str) -> bool:
    return row.collector.casefold().split() == name.casefold().split()


def of_shelf(store_id: StoreId, part: BundlePart) -> StockItemId:
    """The part itself while a good piece is left in this store, else what stands in for it; else it is refused."""
    for item_id in filter(None, (part.item_id, part.substitute_id)):
        if left_of(store_id, StockItemId(item_id)):
            return StockItemId(item_id)
    raise none_left(store_id, StockItemId(part.item_id))
