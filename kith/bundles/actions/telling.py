"""Telling a family of its bundle, in its language and by day: that it is approved, ready, or on its way."""

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from kith.bundles.actions.giving import of_shelf
from kith.bundles.actions.requesting import locked_request
from kith.bundles.models.bundles import BundlePart
from kith.bundles.models.requests import BundleRequest
from kith.bundles.rules.codes import BundleRequestId, BundleState, Told
from kith.bundles.rules.criteria import to_tell
from kith.families.actions.locking import lock_family
from kith.families.queries.bereavement import bereaved, is_bereaved
from kith.families.queries.cards import contact_of
from kith.groups.rules.nights import is_awake
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.kernel.languages import interface_language
from kith.kernel.refusal import Refusal
from kith.messages.actions.queueing import queue_message
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action, action_in_parts
from kith.stores.actions.keeping import own_store
from kith.stores.queries.stock import store_cards
from kith.stores.rules.codes import StoreId

TELLER = system_actor("bundles.telling")
KINDS = {Told.APPROVED: "bundle_approved", Told.READY: "bundle_ready", Told.ON_ITS_WAY: "bundle_on_its_way"}


@action
def pack_bundle(*, by: Actor, request_id: BundleRequestId, store_id: StoreId) -> None:
    """Note that the bundle stands ready in this store; if a part is not there, it does not. Twice is once."""
    row = locked_request(by, request_id)
    if row.packed_at is not None:
        return
    if row.state is not BundleState.APPROVED:
        raise Refusal("bundle_not_approved")
    if is_bereaved(FamilyId(row.family_id)):
        raise Refusal("bundle_in_bereavement")
    own_store(by, store_id, Permission.LEND_PUMP)
    for part in BundlePart.objects.filter(bundle_id=row.bundle_id).order_by("item_id"):
        of_shelf(store_id, part)
    row.packed_at, row.packed_in_id = clock.now(), store_id
    row.save(update_fields=["packed_at", "packed_in"])
    audit.record(by, "bundles.bundle_packed", row, family_id=FamilyId(row.family_id))


@action_in_parts
def tell_families(*, by: Actor) -> int:
    """Tell every family what has changed, and say how many; at night none, after a death never. Safe to run twice."""
    access.require(by, Permission.LEND_PUMP)
    if not is_awake(clock.now()):
        return 0
    approved = BundleRequest.objects.filter(~bereaved(family="family_id"), state=BundleState.APPROVED)
    due = [row for row in approved.order_by("pk") if row.told != to_tell(row.arrives, is_packed=bool(row.packed_at))]
    return sum(_tell(by, BundleRequestId(row.pk), FamilyId(row.family_id)) for row in due)


@transaction.atomic
def _tell(by: Actor, request_id: BundleRequestId, family_id: FamilyId) -> bool:
    """Decide once more behind the locks of family and request: it may be given, or ended, meanwhile."""
    lock_family(family_id)
    row = BundleRequest.objects.locked(request_id)
    if row is None or row.state is not BundleState.APPROVED or is_bereaved(family_id):
        return False
    told = to_tell(row.arrives, is_packed=bool(row.packed_at))
    if row.told == told:
        return False
    row.told = told
    row.save(update_fields=["told"])
    audit.record(by, "bundles.family_told", row, family_id=family_id, told=told)
    return _write(by, row, family_id, told)


def _write(by: Actor, row: BundleRequest, family_id: FamilyId, told: Told) -> bool:
    """Queue the message, unless no way to her is known to be safe; whether one was queued."""
    contact = contact_of(TELLER, family_id)
    if contact is None or not (contact.email or contact.phone):
        return False
    with translation.override(interface_language(contact.reads).code):
        link = f"{settings.KITH.site_url}{reverse('my-bundle', args=[row.pk])}"
    facts: dict[str, object] = {"link": link}
    if told is Told.READY and row.packed_in_id:
        card = store_cards({StoreId(row.packed_in_id)})[StoreId(row.packed_in_id)]
        facts["where"] = ", ".join(filter(None, (card.name, card.address)))
    queue_message(
        by=by,
        kind=KINDS[told],
        family_id=family_id,
        to_email=contact.email or None,
        to_phone=contact.phone or None,
        language=contact.reads,
        facts=facts,
        dedupe_key=f"{KINDS[told]}:{row.pk}:{row.arrives}",
    )
    return True
