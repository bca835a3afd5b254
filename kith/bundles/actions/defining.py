"""Saying what a bundle is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from kith.bundles.models.bundles import Bundle, BundlePart
from kith.bundles.rules.codes import BundleId
from kith.bundles.rules.parts import may_be_part
from kith.kernel.ids import OrganisationId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.stores.actions.keeping import require_own
from kith.stores.queries.stock import items_of
from kith.stores.rules.codes import StockItemId


@dataclass(frozen=True)
class NewBundle:
    """A bundle as it is described: its name, for babies of which months, and what is in it."""

    name: str
    months_from: int
    months_until: int
    items: Sequence[StockItemId]


@action
def add_bundle(*, by: Actor, organisation_id: OrganisationId, bundle: NewBundle) -> BundleId:
    """Write down a bundle with its parts; what makes a sleeping place dangerous is refused."""
    require_own(by, organisation_id)
    if bundle.months_until <= bundle.months_from:
        raise Refusal("bundle_ages_crossed")
    if not bundle.items:
        raise Refusal("bundle_without_parts")
    if Bundle.objects.filter(organisation_id=organisation_id, name=bundle.name).exists():
        raise Refusal("bundle_known")
    for name in _names(by, bundle.items):
        if refusal := may_be_part(name):
            raise refusal
    row = Bundle.objects.create(
        organisation_id=organisation_id,
        name=bundle.name,
        months_from=bundle.months_from,
        months_until=bundle.months_until,
    )
    BundlePart.objects.bulk_create(BundlePart(bundle=row, item_id=each) for each in dict.fromkeys(bundle.items))
    audit.record(by, "bundles.bundle_added", row, count=len(bundle.items))
    return BundleId(row.pk)


@action
def set_substitute(*, by: Actor, bundle_id: BundleId, item_id: StockItemId, substitute_id: StockItemId | None) -> None:
    """Say what is given where none of a part is left; the same again changes nothing."""
    row = access.visible(by, Bundle.objects.filter(pk=bundle_id)).first()
    if row is None:
        raise NotFound("bundle")
    require_own(by, OrganisationId(row.organisation_id))
    part = BundlePart.objects.select_for_update().filter(bundle=row, item_id=item_id).first()
    if part is None:
        raise NotFound("part")
    if substitute_id == item_id:
        raise Refusal("bundle_substitute_same")
    for name in _names(by, [substitute_id] if substitute_id else []):
        if refusal := may_be_part(name):
            raise refusal
    part.substitute_id = substitute_id
    part.save(update_fields=["substitute"])
    audit.record(by, "bundles.substitute_set", row, item_id=item_id, substitute_id=substitute_id)


def _names(by: Actor, items: Sequence[StockItemId]) -> list[str]:
    """The names of things of the actor's own organisation; NotFound for any other."""
    names = {each.id: each.name for each in items_of(by)}
    if set(items) - set(names):
        raise NotFound("item")
    return [names[each] for each in items]
