"""A desk that lends pumps, for F03 and the simulated years: it does at random whatever can be done, and counts."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection

from kith.equipment.actions.handing_over import drop_hand_over, finish_hand_over
from kith.equipment.actions.lending import lose_pump
from kith.equipment.actions.requesting import end_request
from kith.equipment.actions.units import note_unit
from kith.equipment.models.loans import Loan, LoanQuerySet
from kith.equipment.models.requests import PumpRequest, PumpRequestQuerySet
from kith.equipment.models.units import Unit, UnitQuerySet
from kith.equipment.rules.codes import (
    Condition,
    LoanId,
    Need,
    PumpRequestId,
    RequestState,
    UnitId,
    UnitState,
    WhyEnded,
)
from kith.equipment.tests.world import TAKEN_HOME, Pumps
from kith.kernel.ids import FamilyId, new_uuid
from kith.kernel.refusal import Refusal
from kith.stores.actions.keeping import NewStore, add_store
from kith.stores.actions.stock import correct_stock, move_stock
from kith.stores.models.stock import StockLevel
from kith.stores.rules.codes import BatchId, MoveKind, StoreId
from testing.people import account_of

SHARES = """
    SELECT count(*) FROM equipment_unit AS u
    WHERE u.organisation_id = %s AND (u.state = 'on_loan') <> EXISTS (SELECT FROM equipment_loan AS l
        WHERE l.unit_id = u.id AND l.handed_over_at IS NOT NULL AND l.ended_at IS NULL)
"""
Act = Callable[[random.Random], None]


class Desk(Pumps):
    """A desk with its store, and a second store beside it."""

    def __init__(self) -> None:
        super().__init__(kits=AT_FIRST)
        own: dict[str, Any] = {"by": self.lead, "organisation_id": self.organisation_id}
        self.second: StoreId = add_store(**own, store=NewStore("Second store"))

    def ready_pump(self) -> str:
        """The tag of a pump that is clean, checked, and kept for no family."""
        unit_id = self.unit(is_ready=False)
        tag = Unit.objects.get(pk=unit_id).tag
        for each in PumpRequest.objects.open().filter(organisation_id=self.organisation_id):
            if not each.loans.filter(ended_at__isnull=True).exists():
                wish = PumpRequestId(each.pk)
                end_request(by=self.lead, request_id=wish, why=WhyEnded.NOT_WANTED)
        self.check(unit_id)
        return tag

    def loans_of(self, tag: str) -> int:
        """How many loans of the pump are open."""
        return Loan.objects.filter(unit__tag=tag, ended_at__isnull=True).count()

    def cookie(self) -> str:
        """The session of the worker, as their browser sends it."""
        account, session = account_of(self.lead), SessionStore()
        session[SESSION_KEY] = str(account.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = account.get_session_auth_hash()
        session.create()
        return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"

    def new_key(self) -> str:
        """A form of its own."""
        return str(new_uuid())

    def let_two_loans_be(self) -> None:
        """Take away what makes a loan of a pump unique, and the triggers of its steps: they lock the pump, too."""
        with connection.cursor() as cursor:
            cursor.execute("DROP INDEX loan_one_of_a_unit")
            cursor.execute("DROP INDEX pump_request_one_for_each_unit")
            for table in ("equipment_unit", "equipment_unitstep", "equipment_loan"):
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")

    def buy(self, pumps: int, kits: int) -> tuple[int, int]:
        """Buy so many, and say how many there are now in all."""
        for _ in range(pumps):
            self.unit()
        self.receive(kits)
        return self._units().count(), AT_FIRST + kits

    def acts(self) -> list[Act]:
        """Whatever can be done at the desk."""
        return [self._ask, self._begin, self._finish, self._back, self._check, self._note, self._drop, self._stock]

    def try_one(self, act: Act, chance: random.Random) -> None:
        """Do it, if it can be done: a Refusal leaves everything as it was."""
        try:
            act(chance)
        except Refusal:
            return

    def missing(self, bought: tuple[int, int]) -> int:
        """How many pumps and kits are nowhere, or in two places."""
        pumps, kits = bought
        with connection.cursor() as cursor:
            cursor.execute(SHARES, [self.organisation_id])
            wrong = int(cursor.fetchone()[0])
        levels = StockLevel.objects.filter(batch__item_id=self.item_id)
        there: int = sum(row.on_hand + row.given + row.lost + row.discarded for row in levels)
        below: int = sum(row.on_hand < 0 for row in levels)
        return wrong + abs(self._units().count() - pumps) + abs(there - kits) + below

    def _units(self) -> UnitQuerySet:
        return Unit.objects.filter(organisation_id=self.organisation_id)

    def _asked(self) -> PumpRequestQuerySet:
        return PumpRequest.objects.filter(organisation_id=self.organisation_id)

    def _loans(self) -> LoanQuerySet:
        return Loan.objects.filter(organisation_id=self.organisation_id)

    def _one(self, rows: Any, chance: random.Random) -> Any:
        found = list(rows.values_list("pk", flat=True))
        if not found:
            raise Refusal("nothing_to_do")
        return chance.choice(found)

    def _ask(self, chance: random.Random) -> None:
        if self._asked().in_line().count() < 15:
            self.ask(FamilyId(self.family()), chance.choice(list(Need)))

    def _begin(self, chance: random.Random) -> None:
        request_id = PumpRequestId(self._one(self._asked().filter(state=RequestState.HELD), chance))
        self.begin(request_id, UnitId(self._one(self._units(), chance)))

    def _finish(self, chance: random.Random) -> None:
        loan_id = LoanId(self._one(self._loans().unfinished(), chance))
        finish_hand_over(by=self.lead, loan_id=loan_id, said=TAKEN_HOME)

    def _back(self, chance: random.Random) -> None:
        loan_id = LoanId(self._one(self._loans(), chance))
        if chance.random() < 0.1:
            lose_pump(by=self.lead, loan_id=loan_id)
        else:
            self.take_back(loan_id, chance.choice(list(Condition)))

    def _check(self, chance: random.Random) -> None:
        self.check(UnitId(self._one(self._units(), chance)))

    def _note(self, chance: random.Random) -> None:
        unit = Unit.objects.get(pk=self._one(self._units(), chance))
        to = chance.choice([each for each in UnitState if each is not UnitState.RETIRED or chance.random() < 0.02])
        note_unit(by=self.lead, unit_id=UnitId(unit.pk), after=unit.state, to=to)

    def _drop(self, chance: random.Random) -> None:
        drop_hand_over(by=self.lead, loan_id=LoanId(self._one(self._loans().unfinished(), chance)))

    def _stock(self, chance: random.Random) -> None:
        level = StockLevel.objects.get(pk=self._one(StockLevel.objects.filter(batch__item_id=self.item_id), chance))
        count, batch_id, store_id = chance.randint(1, 6), BatchId(level.batch_id), StoreId(level.store_id)
        kind = chance.choice([MoveKind.LOST, MoveKind.FOUND, MoveKind.DISCARDED, MoveKind.MOVED])
        if kind is MoveKind.MOVED:
            to = self.second if store_id == self.store_id else self.store_id
            what: dict[str, Any] = {"store_id": store_id, "batch_id": batch_id, "to_store": to, "count": count}
            move_stock(by=self.lead, **what, request_key=new_uuid())
            return
        of: dict[str, Any] = {"batch_id": batch_id, "kind": kind, "count": count}
        correct_stock(by=self.lead, store_id=store_id, **of, request_key=new_uuid())


AT_FIRST = 40
