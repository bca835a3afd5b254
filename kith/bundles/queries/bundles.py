"""The bundles of a place, and what they are made of."""

from dataclasses import dataclass

from kith.bundles.models.bundles import Bundle, BundlePart
from kith.bundles.rules.codes import BundleId
from kith.bundles.rules.criteria import Wanted
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.stores.queries.stock import ItemCard, items_of
from kith.stores.rules.codes import StockItemId


@dataclass(frozen=True)
class PartRow:
    """A thing in a bundle, how much of it is left, and what stands in for it."""

    item: ItemCard
    substitute: str


@dataclass(frozen=True)
class BundleCard:
    """A bundle: its name, for which months, and its parts."""

    id: BundleId
    name: str
    wanted: Wanted
    parts: tuple[PartRow, ...]


def bundles_of(viewer: Viewer) -> list[BundleCard]:
    """The bundles that the viewer's organisation gives, by size."""
    access.require(viewer, Permission.LEND_PUMP)
    rows = list(access.visible(viewer, Bundle.objects.all()).order_by("months_from", "months_until", "name"))
    items = {each.id: each for each in items_of(viewer)}
    parts: dict[int, list[PartRow]] = {}
    for part in BundlePart.objects.filter(bundle__in=rows).order_by("item__name", "pk"):
        item = items.get(StockItemId(part.item_id))
        instead = items.get(StockItemId(part.substitute_id)) if part.substitute_id else None
        if item:
            parts.setdefault(part.bundle_id, []).append(PartRow(item, instead.name if instead else ""))
    return [BundleCard(BundleId(row.pk), row.name, row.wanted(), tuple(parts.get(row.pk, ()))) for row in rows]


def bundle_of(viewer: Viewer, bundle_id: BundleId) -> BundleCard:
    """One bundle of the viewer's organisation; NotFound for any other."""
    for each in bundles_of(viewer):
        if each.id == bundle_id:
            return each
    raise NotFound("bundle")
