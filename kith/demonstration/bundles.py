"""The invented place's safer-sleep bundles: two sizes, a few families that wait, and what housing wrote."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from kith.bundles.actions.defining import NewBundle, add_bundle
from kith.bundles.actions.giving import Proof, give_bundle
from kith.bundles.actions.housing import NewNotice, note_housing_notice
from kith.bundles.actions.requesting import BundleWish, request_bundle
from kith.bundles.rules.codes import BundleId, Criterion, Landlord, NoRoom, SleepingPlace, Talked
from kith.demonstration.people import Partners, Staff
from kith.families.rules.entries import NewFamily
from kith.kernel import clock, ids
from kith.organisations.rules import Role
from kith.platform.access.viewer import Actor
from kith.stores.actions.keeping import NewStore, add_item, add_store
from kith.stores.actions.stock import Arrived, receive_stock

PARTS = ("Travel cot with its own mattress", "Fitted sheets", "Room thermometer", "Advice on safer sleep")


def arrange(partners: Partners, staff: Staff, families: Sequence[NewFamily], *, by: Actor) -> str:
    """Fill a store, give one bundle, let others wait, and put a notice into the inbox; and say how much."""
    by = replace(by, membership_id=staff.by_role[Role.FEEDING_LEAD])
    own: dict[str, Any] = {"by": by, "organisation_id": partners.health_visiting}
    store_id = add_store(**own, store=NewStore("Bundle store (invented)", "Saxon Street 6", "+441908996471"))
    items = [add_item(**own, name=name, low_below=4) for name in PARTS]
    for item_id, name in zip(items, PARTS, strict=True):
        arrived = Arrived(item_id, f"B-2026-{name[:3].upper()}", 12)
        receive_stock(by=by, store_id=store_id, arrived=arrived, request_key=ids.new_uuid())
    small = add_bundle(**own, bundle=NewBundle("From birth", 0, 6, items))
    add_bundle(**own, bundle=NewBundle("From 6 months", 6, 24, items[1:]))
    asked = [_ask(own, family, small, number) for number, family in enumerate(families)]
    if asked:
        proof = Proof("Invented parent", cot_is_up=True, talked=Talked.INTERPRETER)
        give_bundle(by=by, request_id=asked[0], store_id=store_id, proof=proof)
    note_housing_notice(**own, notice=_notice(), request_key=ids.new_uuid())
    return f"{len(asked)} safer-sleep bundles asked for, 1 given, 1 notice from housing"


def _ask(own: dict[str, Any], family: NewFamily, bundle_id: BundleId, number: int) -> Any:
    """The first is approved by the criteria; a later one has no room for the cot, and a person decides."""
    wish = BundleWish(
        bundle_id=bundle_id,
        baby_id=None,
        criteria=[Criterion.TEMPORARY if number % 2 == 0 else Criterion.OTHER],
        place=SleepingPlace.BED_AND_BREAKFAST if number % 2 == 0 else SleepingPlace.SHARED_FLAT,
        landlord=Landlord.HOTEL,
        request_key=ids.new_uuid(),
        no_room=NoRoom.TOO_SMALL if number == 1 else None,
    )
    return request_bundle(**own, family_id=family.id, wish=wish)


def _notice() -> NewNotice:
    return NewNotice(
        placed_on=clock.today() - timedelta(days=4),
        agreed_by="Ilinca Vasile",
        authority="Invented council",
        given_name="Ilinca",
        family_name="Vasile",
        phone="+447700900321",
        language="ro",
        baby_born_on=clock.today() - timedelta(weeks=9),
        landlord=Landlord.HOTEL,
        place=SleepingPlace.BED_AND_BREAKFAST,
        street="Invented Street 3",
    )
