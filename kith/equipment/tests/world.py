"""A store with pumps, kits and two workers: one trained to issue pumps, one not."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import Any

from kith.equipment.actions.handing_over import HandOver, begin_hand_over, finish_hand_over
from kith.equipment.actions.holding import hold_pump_wish
from kith.equipment.actions.lending import return_pump
from kith.equipment.actions.models import NewModel, add_model
from kith.equipment.actions.requesting import Asked, Wish, request_pump
from kith.equipment.actions.units import NewUnit, add_unit, sign_check
from kith.equipment.models.held import PumpHold
from kith.equipment.models.units import Unit
from kith.equipment.rules.codes import AskedBy, Condition, Helped, LoanId, Need, PumpRequestId, Talked, UnitId
from kith.equipment.rules.visiting import VisitorWish
from kith.kernel import clock
from kith.kernel.ids import FamilyId, OrganisationId, new_uuid
from kith.kernel.training import Training
from kith.organisations.rules import Role
from kith.platform.access.viewer import ANONYMOUS, Viewer, system_actor
from kith.stores.actions.keeping import NewStore, add_item, add_store
from kith.stores.actions.stock import Arrived, receive_stock
from testing.people import a_family, organisation, worker
from testing.training import trained

KITH = system_actor("tests")
LIST = ("Case and lead are clean", "Suction is as it should be", "Electrical test is in date")
TAKEN_HOME = HandOver(Talked.ENGLISH, shown_how=True, agrees_to_reminders=True)
_numbers = count(1)


@dataclass
class Pumps:
    """One organisation that lends: its store, a model with a kit, and its workers."""

    organisation_id: OrganisationId = field(default_factory=organisation)
    kits: int = 50

    def __post_init__(self) -> None:
        self.lead: Viewer = worker(Role.FEEDING_LEAD, at=self.organisation_id, name="Farah Lead")
        self.midwife: Viewer = worker(Role.MIDWIFE, at=self.organisation_id, name="Ivy New")
        trained(self.lead, Training.PUMP_ISSUING, on=clock.today() - timedelta(days=200))
        own: dict[str, Any] = {"by": KITH, "organisation_id": self.organisation_id}
        self.store_id = add_store(**own, store=NewStore("Ward store", "Hospital Road 1", "+441908996471"))
        self.item_id = add_item(**own, name="Collection kit, 24 mm", low_below=5)
        if self.kits:
            self.receive(self.kits)
        self.model_id = add_model(**own, model=NewModel("Hospital-grade double pump", LIST, self.item_id))

    def receive(self, number: int, batch: str = "L-1", expires_on: date | None = None) -> None:
        """Take kits in."""
        expires_on = expires_on or clock.today() + timedelta(days=900)
        arrived = Arrived(self.item_id, batch, number, expires_on)
        receive_stock(by=self.lead, store_id=self.store_id, arrived=arrived, request_key=new_uuid())

    def unit(self, *, is_ready: bool = True, tag: str = "") -> UnitId:
        """A pump, cleaned and checked unless said otherwise."""
        number = next(_numbers)
        new = NewUnit(
            self.model_id, self.store_id, tag or f"P-{number:04}", f"SN{number}", clock.today(), price_pence=120_000
        )
        unit_id = add_unit(by=self.lead, unit=new)
        if is_ready:
            self.check(unit_id)
        return unit_id

    def check(self, unit_id: UnitId, by: Viewer | None = None) -> bool:
        """Sign that every point of the list is in order."""
        return sign_check(by=by or self.lead, unit_id=unit_id, version=1, answers=[True] * len(LIST))

    def family(self) -> FamilyId:
        """A family that lets the organisation open its record, with a phone."""
        return a_family(self.organisation_id, phone=f"+44770090{next(_numbers):04}")

    def ask(self, family_id: FamilyId | None = None, *needs: Need, tag: str = "", by: Viewer | None = None) -> Asked:
        """A worker asks for a family."""
        said: Collection[Need] = needs or (Need.CANNOT_AFFORD,)
        wish = Wish(said, AskedBy.PRACTITIONER, new_uuid(), tag)
        return request_pump(
            by=by or self.lead, organisation_id=self.organisation_id, family_id=family_id or self.family(), wish=wish
        )

    def visitor(self, *needs: Need, phone: str = "+447700900199") -> PumpHold:
        """A visitor without an account asks, and has not shown that the phone is hers."""
        wish = VisitorWish("Mara Visitor", needs or (Need.CANNOT_AFFORD,), "en", phone=phone, born_on=clock.today())
        key = new_uuid()
        hold_pump_wish(by=ANONYMOUS, organisation_id=self.organisation_id, wish=wish, request_key=key)
        return PumpHold.objects.get(request_key=str(key))

    def begin(self, request_id: PumpRequestId, unit_id: UnitId) -> LoanId:
        """Begin to hand a pump over."""
        tag = Unit.objects.get(pk=unit_id).tag
        return begin_hand_over(by=self.lead, request_id=request_id, tag=tag, request_key=new_uuid())

    def lend(self, family_id: FamilyId | None = None, unit_id: UnitId | None = None) -> LoanId:
        """A pump that is with a family."""
        unit_id = unit_id or self.unit()
        loan_id = self.begin(self.ask(family_id).request_id, unit_id)
        finish_hand_over(by=self.lead, loan_id=loan_id, said=TAKEN_HOME)
        return loan_id

    def take_back(self, loan_id: LoanId, condition: Condition = Condition.COMPLETE) -> None:
        """The pump comes back."""
        return_pump(by=self.lead, loan_id=loan_id, condition=condition, helped=Helped.YES)
