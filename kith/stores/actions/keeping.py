"""Stores, and what is kept in them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from kith.kernel.ids import OrganisationId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, ViewerKind
from kith.platform.action import action
from kith.stores.models.stock import StockItem, Store
from kith.stores.rules.codes import StockItemId, StoreId


@dataclass(frozen=True)
class NewStore:
    """A store as it is written down: its name, where it is, and when it is open (0 is Monday)."""

    name: str
    address: str = ""
    phone: str = ""
    open_days: Collection[int] = (0, 1, 2, 3, 4)
    closed_on: Collection[date] = ()


@action
def add_store(*, by: Actor, organisation_id: OrganisationId, store: NewStore) -> StoreId:
    """Write a store down; a name that the organisation has already is refused."""
    require_own(by, organisation_id)
    if Store.objects.filter(organisation_id=organisation_id, name=store.name).exists():
        raise Refusal("store_known")
    row = Store.objects.create(organisation_id=organisation_id, name=store.name, **_columns(store))
    audit.record(by, "stores.store_added", row)
    return StoreId(row.pk)


@action
def change_store(*, by: Actor, store_id: StoreId, store: NewStore) -> None:
    """Change where a store is and when it is open."""
    row = own_store(by, store_id)
    for name, value in {"name": store.name, **_columns(store)}.items():
        setattr(row, name, value)
    if Store.objects.filter(organisation_id=row.organisation_id, name=store.name).exclude(pk=row.pk).exists():
        raise Refusal("store_known")
    row.save()
    audit.record(by, "stores.store_changed", row)


@action
def add_item(*, by: Actor, organisation_id: OrganisationId, name: str, low_below: int) -> StockItemId:
    """Write down something that is given to families and stays with them; written down twice it is there once."""
    require_own(by, organisation_id)
    row, is_new = StockItem.objects.get_or_create(
        organisation_id=organisation_id, name=name, defaults={"low_below": low_below}
    )
    if is_new:
        audit.record(by, "stores.item_added", row)
    return StockItemId(row.pk)


def require_own(by: Actor, organisation_id: OrganisationId, permission: Permission = Permission.MANAGE_STOCK) -> None:
    """Go on only for a worker of this organisation who may do this."""
    access.require(by, permission)
    if by.kind is not ViewerKind.SYSTEM and organisation_id not in by.organisation_ids:
        raise Forbidden(permission.value)


def own_store(by: Actor, store_id: StoreId, permission: Permission = Permission.MANAGE_STOCK) -> Store:
    """A store of the actor's own organisation; NotFound for any other."""
    access.require(by, permission)
    row = access.visible(by, Store.objects.all()).filter(pk=store_id).first()
    if row is None:
        raise NotFound("store")
    return row


def _columns(store: NewStore) -> dict[str, object]:
    return {
        "address": store.address,
        "phone": store.phone,
        "open_days": sorted(set(store.open_days)),
        "closed_on": sorted(set(store.closed_on)),
    }
