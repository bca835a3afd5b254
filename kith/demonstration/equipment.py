"""Pumps at three organisations: on the shelf, with families, late, in quarantine; a line, a store, and one recall."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from kith.demonstration import bundles
from kith.demonstration.people import Partners, Staff
from kith.equipment.actions.handing_over import HandOver, begin_hand_over, finish_hand_over
from kith.equipment.actions.lending import return_pump
from kith.equipment.actions.models import NewModel, add_model
from kith.equipment.actions.requesting import Asked, Wish, request_pump
from kith.equipment.actions.units import NewUnit, add_unit, sign_check
from kith.equipment.rules.codes import AskedBy, Condition, Helped, LoanId, Need, Talked, UnitId
from kith.families.queries.bereavement import is_bereaved
from kith.families.rules.entries import NewFamily
from kith.kernel import clock, ids
from kith.kernel.clock import LONDON, FixedClock
from kith.kernel.ids import FamilyId, MembershipId, OrganisationId
from kith.organisations.rules import Role
from kith.platform.access.viewer import Actor
from kith.stores.actions.keeping import NewStore, add_item, add_store
from kith.stores.actions.recalls import NewRecall, begin_recall
from kith.stores.actions.stock import Arrived, receive_stock
from kith.stores.queries.stock import shelves_of
from kith.stores.rules.codes import BatchId, MoveKind, RecallBy, RecallReason, StoreId

MODEL, KIT = "Hospital-grade double pump", "Collection kit, 24 mm"
LIST = (
    "The case, the lead and the plug are clean and whole",
    "The filter is new",
    "The suction is as the maker says",
    "The tubing port is dry and clean",
    "The label of the electrical test is in date",
)
MOST = 10
"""So many families have had a pump, have one or wait, beside the demonstration's own."""
TALKED = (Talked.ENGLISH, Talked.INTERPRETER, Talked.HER_LANGUAGE)


class _Pool:
    """The pumps of one organisation, and the worker there who is trained to issue them."""

    def __init__(self, at: OrganisationId, who: MembershipId, place: NewStore, tag: str, *, by: Actor) -> None:
        self.at, self.by, self.tag = at, replace(by, membership_id=who), tag
        own: dict[str, Any] = {"by": self.by, "organisation_id": at}
        self.store_id: StoreId = add_store(**own, store=place)
        self.kit = add_item(**own, name=KIT, low_below=10)
        for kind, number, batch in ((MoveKind.BOUGHT, 30, "L-2026-04"), (MoveKind.DONATED, 6, "L-2025-11")):
            arrived = Arrived(self.kit, f"{tag}-{batch}", number, clock.today() + timedelta(days=600), kind)
            receive_stock(by=self.by, store_id=self.store_id, arrived=arrived, request_key=ids.new_uuid())
        self.model = add_model(**own, model=NewModel(MODEL, LIST, self.kit))
        self.count = 0

    def pump(self, *, is_ready: bool = True) -> tuple[UnitId, str]:
        """One more pump, cleaned and checked unless it stands in quarantine."""
        self.count += 1
        tag, today = f"{self.tag}-{self.count:03}", clock.today()
        unit = NewUnit(
            self.model,
            self.store_id,
            tag,
            serial=f"{self.tag}{20250000 + self.count}",
            came_on=today - timedelta(days=400),
            price_pence=118_000,
            electrical_test_on=today + timedelta(days=200),
            service_on=today + timedelta(days=400),
        )
        unit_id = add_unit(by=self.by, unit=unit)
        if is_ready:
            self.check(unit_id)
        return unit_id, tag

    def check(self, unit_id: UnitId) -> None:
        """Clean it, look at every point, and sign."""
        sign_check(by=self.by, unit_id=unit_id, version=1, answers=[True] * len(LIST))

    def ask(self, family_id: FamilyId, *needs: Need) -> Asked:
        """A worker asks for a family."""
        asked_by = AskedBy.WARD if Need.NEONATAL in needs else AskedBy.PRACTITIONER
        wish = Wish(needs, asked_by, ids.new_uuid())
        return request_pump(by=self.by, organisation_id=self.at, family_id=family_id, wish=wish)

    def lend(self, family_id: FamilyId, days_ago: int) -> LoanId:
        """A pump that has been with a family for so many days."""
        then = clock.today() - timedelta(days=days_ago)
        with clock.use(_at(then)):
            _unit_id, tag = self.pump()
            asked = self.ask(family_id, Need.FEEDING_PLAN, Need.CANNOT_AFFORD)
            loan_id = begin_hand_over(by=self.by, request_id=asked.request_id, tag=tag, request_key=ids.new_uuid())
            talked = TALKED[self.count % len(TALKED)]
            said = HandOver(talked, shown_how=True, agrees_to_reminders=True, second_showing_on=None)
            finish_hand_over(by=self.by, loan_id=loan_id, said=said)
        return loan_id


def arrange(partners: Partners, staff: Staff, families: Sequence[NewFamily], *, by: Actor) -> str:
    """Buy the pumps, lend them, and let some families wait; and say how much."""
    people = [staff.by_role[role] for role in (Role.FEEDING_LEAD, Role.MIDWIFE, Role.COORDINATOR)]
    visiting, hospital, hub = _pools(partners, people, by=by)
    own, *others = (family.id for family in families)
    rest = list(islice((each for each in reversed(others) if not is_bereaved(each)), MOST))[::-1]
    visiting.lend(own, 20)
    for days_ago in (58, 40, 12)[: len(rest)]:
        visiting.lend(rest.pop(), days_ago)
    for condition in (Condition.COMPLETE, Condition.DAMAGED)[: len(rest)]:
        loan_id = visiting.lend(rest.pop(), 45)
        return_pump(by=visiting.by, loan_id=loan_id, condition=condition, helped=Helped.YES)
    needs = (Need.CANNOT_AFFORD, Need.SEPARATED, Need.NEONATAL)[: len(rest)]
    for need in needs:
        visiting.ask(rest.pop(), need)
    visiting.pump()
    for pool in (hospital, hub):
        pool.pump()
        pool.pump(is_ready=False)
    if rest:
        hospital.lend(rest.pop(), 9)
    hub.pump()
    if rest:
        _recall(hub, rest.pop())
    count = visiting.count + hospital.count + hub.count
    beside = bundles.arrange(partners, staff, [*families[:1], *families[10:14]], by=by)
    return f"{count} breast pumps at 3 organisations, {len(needs)} families asked for one, 1 recall; {beside}"


def _pools(partners: Partners, people: Sequence[MembershipId], *, by: Actor) -> Iterator[_Pool]:
    lead, midwife, coordinator = people
    phone = "+441908996471"
    yield _Pool(
        partners.health_visiting,
        lead,
        NewStore("Health visiting store (invented)", "Saxon Street 4", phone),
        "HV",
        by=by,
    )
    yield _Pool(partners.hospital, midwife, NewStore("Ward store (invented)", "Hospital Way 1", phone), "WARD", by=by)
    yield _Pool(partners.council, coordinator, NewStore("Hub store (invented)", "Market Hill 2", phone), "HUB", by=by)


def _recall(pool: _Pool, family_id: FamilyId) -> None:
    """A donated batch whose valves may break."""
    pool.lend(family_id, 5)
    batch = next(each for each in shelves_of(pool.by, pool.store_id) if each.shelf.number.endswith("L-2025-11"))
    recall = NewRecall(
        RecallBy.BATCH, f"{KIT} · {batch.shelf.number}", RecallReason.BREAKS, BatchId(batch.shelf.batch_id)
    )
    begin_recall(by=pool.by, organisation_id=pool.at, recall=recall, request_key=ids.new_uuid())


def _at(day: date) -> FixedClock:
    return FixedClock(datetime(day.year, day.month, day.day, 10, tzinfo=LONDON))
