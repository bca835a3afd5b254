"""A store with what a bundle is made of, two sizes of bundle, and a worker who gives them."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import count
from typing import Any

from kith.bundles.actions.defining import NewBundle, add_bundle
from kith.bundles.actions.giving import Proof, give_bundle
from kith.bundles.actions.housing import NewNotice, note_housing_notice
from kith.bundles.actions.requesting import BundleWish, request_bundle
from kith.bundles.rules.codes import (
    BundleRequestId,
    Criterion,
    HousingNoticeId,
    Landlord,
    SleepingPlace,
    Talked,
)
from kith.families.queries.cards import family_cards
from kith.kernel import clock
from kith.kernel.ids import BabyId, FamilyId, OrganisationId, new_uuid
from kith.organisations.rules import Role
from kith.platform.access.viewer import Viewer, system_actor
from kith.stores.actions.keeping import NewStore, add_item, add_store
from kith.stores.actions.stock import Arrived, receive_stock
from kith.stores.rules.codes import StockItemId
from testing.people import a_family, organisation, worker

KITH = system_actor("tests")
HANDED = Proof("Mara Popescu", cot_is_up=True, talked=Talked.ENGLISH)
_numbers = count(5000)
PARTS = ("Travel cot with its own mattress", "Fitted sheets", "Room thermometer")


@dataclass
class Sleep:
    """One organisation that gives bundles: its store, two sizes, and its worker."""

    organisation_id: OrganisationId = field(default_factory=organisation)
    pieces: int = 5

    def __post_init__(self) -> None:
        self.lead: Viewer = worker(Role.FEEDING_LEAD, at=self.organisation_id, name="Bea Lead")
        own: dict[str, Any] = {"by": KITH, "organisation_id": self.organisation_id}
        self.store_id = add_store(**own, store=NewStore("Bundle store", "Hub Road 2"))
        self.items = [self.item(name, self.pieces) for name in PARTS]
        self.small = add_bundle(**own, bundle=NewBundle("From birth", 0, 6, self.items))
        self.next = add_bundle(**own, bundle=NewBundle("From 6 months", 6, 24, self.items[:2]))

    def item(self, name: str, pieces: int) -> StockItemId:
        """A thing with so many pieces in the store."""
        item_id = add_item(by=KITH, organisation_id=self.organisation_id, name=name, low_below=2)
        if pieces:
            arrived = Arrived(item_id, f"B-{name[:6]}", pieces)
            receive_stock(by=self.lead, store_id=self.store_id, arrived=arrived, request_key=new_uuid())
        return item_id

    def family(self) -> FamilyId:
        """A family with a baby some weeks old, that lets the organisation open its record."""
        return a_family(self.organisation_id, phone=f"+44770090{next(_numbers):04}", weeks_old=5)

    def baby(self, family_id: FamilyId) -> BabyId:
        """The family's baby."""
        return family_cards(KITH, [family_id])[family_id].babies[0].id

    def wish(self, family_id: FamilyId, **changes: Any) -> BundleWish:
        """What a practitioner asks for."""
        usual = BundleWish(
            bundle_id=self.small,
            baby_id=None if "baby_id" in changes else self.baby(family_id),
            criteria=(Criterion.TEMPORARY,),
            place=SleepingPlace.BED_AND_BREAKFAST,
            landlord=Landlord.HOTEL,
            request_key=new_uuid(),
        )
        return replace(usual, **changes)

    def ask(self, family_id: FamilyId | None = None, by: Viewer | None = None, **changes: Any) -> BundleRequestId:
        """A worker asks for a family."""
        family_id = family_id or self.family()
        wish = self.wish(family_id, **changes)
        return request_bundle(by=by or self.lead, organisation_id=self.organisation_id, family_id=family_id, wish=wish)

    def give(self, request_id: BundleRequestId | None = None, proof: Proof = HANDED) -> BundleRequestId:
        """A bundle that is with a family."""
        request_id = request_id or self.ask()
        give_bundle(by=self.lead, request_id=request_id, store_id=self.store_id, proof=proof)
        return request_id

    def notice(self, *, phone: str = "+447700900166", placed_on: date | None = None) -> HousingNoticeId:
        """What housing wrote."""
        notice = NewNotice(
            placed_on=placed_on or clock.today() - timedelta(days=3),
            agreed_by="Ana Marin",
            authority="Invented council",
            given_name="Ana",
            family_name="Marin",
            phone=phone,
            language="ro",
            baby_born_on=clock.today() - timedelta(weeks=8),
            landlord=Landlord.HOTEL,
            place=SleepingPlace.BED_AND_BREAKFAST,
            street="1 Invented Street",
        )
        own: dict[str, Any] = {"by": self.lead, "organisation_id": self.organisation_id}
        return note_housing_notice(**own, notice=notice, request_key=new_uuid())
