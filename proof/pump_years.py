"""Two simulated years of a desk with eighty pumps and six hundred requests: what must never be is counted each day."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from kith.equipment.actions.handing_over import finish_hand_over
from kith.equipment.actions.lending import extend_loan, lose_pump
from kith.equipment.actions.line import end_old_holds
from kith.equipment.actions.reminding import remind_borrowers
from kith.equipment.actions.units import note_unit
from kith.equipment.models.loans import Loan
from kith.equipment.models.requests import PumpRequest, PumpRequestStep
from kith.equipment.models.units import Unit
from kith.equipment.queries.requests import pace_of
from kith.equipment.rules.codes import LoanId, Need, PumpRequestId, RequestState, UnitId, UnitState
from kith.equipment.rules.need import Lane, in_order
from kith.equipment.tests.world import KITH, TAKEN_HOME
from kith.families.actions.deaths import record_bereavement
from kith.families.queries.cards import family_cards
from kith.families.rules.bereavement import Loss, NewBereavement
from kith.kernel import choices, clock
from kith.kernel.clock import LONDON, FixedClock
from kith.kernel.ids import FamilyId, new_uuid
from kith.kernel.refusal import Refusal
from kith.kernel.training import Training
from kith.messages.models import Message
from kith.stores.actions.recalls import NewRecall, begin_recall, tell_holders
from kith.stores.models.recalls import RecallHolder
from kith.stores.rules.codes import RecallBy, RecallReason
from proof.pumps import Desk
from testing.training import trained

DAYS, PUMPS, REQUESTS = 730, 80, 600
LOAN_DAYS = 84
FORECAST = 0.75
"""So many waits at least fall into their range, which is made for eight of ten; waits of one month share their luck."""
REMINDERS = ("pump_due", "pump_overdue")
NEEDS = (Need.CANNOT_AFFORD, Need.CANNOT_AFFORD, Need.SEPARATED, Need.FEEDING_PLAN, Need.NEONATAL)


@dataclass(frozen=True)
class _InLine:
    lane: Lane
    asked_at: datetime
    pk: int


def _in_line(row: PumpRequest) -> _InLine:
    return _InLine(Lane(row.lane), row.asked_at, row.pk)


class Years:
    """The desk, day by day; ``failed`` counts what must never be."""

    def __init__(self, desk: Desk, chance: random.Random) -> None:
        self.desk, self.chance, self.failed = desk, chance, 0
        self.first = clock.today()
        self.back_on: dict[int, date] = {}
        self.clean_on: dict[int, date] = {}
        self.bereaved: dict[FamilyId, datetime] = {}
        self.asked: dict[int, tuple[date, int, int]] = {}
        self.within = [0, 0]
        self.last_step = 0
        self.made_ready: dict[int, int] = {}
        self.counts: defaultdict[str, int] = defaultdict(int)

    def run(self) -> int:
        """Two years; how much went wrong."""
        with choices.chosen({"equipment.loan_days": LOAN_DAYS}):
            for _ in range(PUMPS):
                self.desk.unit()
            self.desk.receive(2000)
            for number in range(DAYS):
                self._day(self.first + timedelta(days=number), number)
        kept, known = self.within
        self.failed += kept < FORECAST * known
        print(f"\n  two years: {dict(self.counts)}, {self.within[0]} of {self.within[1]} waits within their range")
        return self.failed

    def _day(self, day: date, number: int) -> None:
        with clock.use(_at(day, 2)):
            self.failed += remind_borrowers(by=KITH)
        with clock.use(_at(day, 10)):
            if number % 300 == 0:
                trained(self.desk.lead, Training.PUMP_ISSUING)
            for _ in range(sum(self.chance.random() < REQUESTS / DAYS / 2 for _ in range(2))):
                self._asks(day)
            self._collect(day)
            self._come_back(day)
            self._clean(day)
            self.counts["not collected"] += end_old_holds(by=KITH)
            self.counts["reminders"] += remind_borrowers(by=KITH)
            if number in (DAYS // 2, DAYS - 5):
                self._recall()
            self._look(day)

    def _asks(self, day: date) -> None:
        asked = self.desk.ask(self.desk.family(), self.chance.choice(NEEDS))
        self.counts["requests"] += 1
        row = PumpRequest.objects.get(pk=asked.request_id)
        if row.state is RequestState.WAITING:
            line = list(PumpRequest.objects.in_line())
            self.failed += [each.pk for each in line] != [each.pk for each in in_order(map(_in_line, line))]
            wait = pace_of(self.desk.organisation_id).forecast([each.pk for each in line].index(row.pk))
            self.asked[row.pk] = (day, wait.low, wait.high)
            self.counts["waited"] += 1
        if self.chance.random() < 0.02:
            self._dies(FamilyId(row.family_id))

    def _dies(self, family_id: FamilyId) -> None:
        baby = family_cards(KITH, [family_id])[family_id].babies[0]
        assert self.desk.lead.membership_id
        death = NewBereavement(Loss.BABY, baby.id, self.desk.lead.membership_id, clock.today())
        record_bereavement(by=KITH, family_id=family_id, new=death)
        self.bereaved[family_id] = clock.now()

    def _collect(self, day: date) -> None:
        """Most collect within some days; some pumps that wait are cleaned once more, for longer than any hold lasts."""
        for row in PumpRequest.objects.filter(state=RequestState.HELD).select_related("unit"):
            if row.unit is None or row.unit.state is not UnitState.HELD or FamilyId(row.family_id) in self.bereaved:
                continue
            luck = self.chance.random()
            if luck < 0.05:
                unit_id = UnitId(row.unit.pk)
                note_unit(by=self.desk.lead, unit_id=unit_id, after=UnitState.HELD, to=UnitState.CLEANING)
                self.clean_on[row.unit.pk] = day + timedelta(days=self.chance.randint(5, 25))
                self.made_ready[row.unit.pk] = row.pk
            elif luck < 0.55:
                loan_id = self.desk.begin(PumpRequestId(row.pk), UnitId(row.unit.pk))
                finish_hand_over(by=self.desk.lead, loan_id=loan_id, said=TAKEN_HOME)
                self.counts["loans"] += 1
                self.back_on[loan_id] = day + timedelta(days=LOAN_DAYS + int(self.chance.expovariate(1 / 9)) - 4)

    def _come_back(self, day: date) -> None:
        for pk in [pk for pk, back_on in self.back_on.items() if back_on <= day]:
            loan = Loan.objects.get(pk=pk)
            luck = self.chance.random()
            if luck < 0.15 and loan.due_on:
                try:
                    with transaction.atomic():
                        later = extend_loan(by=self.desk.lead, loan_id=LoanId(pk), due_on=loan.due_on)
                    self.back_on[pk] = later
                    continue
                except Refusal:
                    self.counts["extensions refused"] += 1
            del self.back_on[pk]
            if luck > 0.99:
                lose_pump(by=self.desk.lead, loan_id=LoanId(pk))
                continue
            self.desk.take_back(LoanId(pk))
            self.clean_on[loan.unit_id] = day + timedelta(days=self.chance.randint(0, 3))

    def _clean(self, day: date) -> None:
        for pk in [pk for pk, clean_on in self.clean_on.items() if clean_on <= day]:
            del self.clean_on[pk]
            unit = Unit.objects.get(pk=pk)
            self.made_ready.pop(pk, None)
            if unit.state in (UnitState.RETURNED, UnitState.CLEANING) and unit.recall_id is None:
                self.desk.check(UnitId(pk))

    def _recall(self) -> None:
        """One pump that has gone through several hands: everyone who has or had it is told or rung."""
        unit = Loan.objects.filter(handed_over_at__isnull=False).select_related("unit")[0].unit
        own: dict[str, Any] = {"by": self.desk.lead, "organisation_id": self.desk.organisation_id}
        recall = NewRecall(RecallBy.SERIAL, unit.serial, RecallReason.MAKER)
        recall_id = begin_recall(**own, recall=recall, request_key=new_uuid())
        tell_holders(by=KITH, recall_id=recall_id)
        had = set(Loan.objects.filter(unit=unit, handed_over_at__isnull=False).values_list("family_id", flat=True))
        holders = RecallHolder.objects.filter(recall_id=recall_id)
        told = {row.family_id for row in holders if row.told_at or row.needs_person}
        self.failed += len(had ^ told)
        self.counts["told of recalls"] += len(told)

    def _look(self, day: date) -> None:
        """No family was passed over, no pump is in two places, no bereaved family reminded, no hold died too soon."""
        steps = list(PumpRequestStep.objects.filter(pk__gt=self.last_step).select_related("request").order_by("pk"))
        waiting = PumpRequest.objects.in_line().first()
        for step in steps:
            self.last_step = step.pk
            row = step.request
            if step.state is RequestState.HELD and waiting and self._waited_before(waiting, step) and _is_new(step):
                self.failed += (row.lane, row.asked_at, row.pk) > (waiting.lane, waiting.asked_at, waiting.pk)
            if step.state is RequestState.HELD and row.pk in self.asked and row.lane:
                asked_on, low, high = self.asked.pop(row.pk)
                self.within[0] += low <= (day - asked_on).days <= high
                self.within[1] += 1
            if step.state is RequestState.NOT_COLLECTED:
                self.failed += row.pk in self.made_ready.values()
        self.failed += self.desk.missing((PUMPS, 2000 + 40))
        if day.day == 1:
            self.failed += self._written_to_the_bereaved()

    def _waited_before(self, waiting: PumpRequest, step: PumpRequestStep) -> bool:
        """Whether the first in line stood in it, and has not left it since, when this pump was given."""
        last = PumpRequestStep.objects.filter(request=waiting).order_by("-pk")[0]
        return last.pk < step.pk

    def _written_to_the_bereaved(self) -> int:
        rows = Message.objects.filter(kind__in=REMINDERS, family_id__in=self.bereaved)
        return sum(row.queued_at > self.bereaved[FamilyId(row.family_id)] for row in rows if row.family_id)


def _at(day: date, hour: int) -> FixedClock:
    return FixedClock(datetime(day.year, day.month, day.day, hour, tzinfo=LONDON))


def _is_new(step: PumpRequestStep) -> bool:
    """Whether the pump was given by this step; one that was cleaned once more was kept for the family before."""
    before = PumpRequestStep.objects.filter(request=step.request, pk__lt=step.pk).order_by("-pk").first()
    return before is None or before.state is not RequestState.HELD
