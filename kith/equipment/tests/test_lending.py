"""A pump is asked for, kept, handed over, kept longer and taken back; and none is lent unchecked."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from kith.equipment.actions.handing_over import begin_hand_over, drop_hand_over, finish_hand_over
from kith.equipment.actions.lending import arrange_return, extend_loan
from kith.equipment.actions.line import end_old_holds
from kith.equipment.actions.reminding import remind_borrowers
from kith.equipment.actions.requesting import Wish, request_pump
from kith.equipment.actions.units import note_unit
from kith.equipment.models.loans import Loan
from kith.equipment.models.requests import PumpRequest
from kith.equipment.models.units import CheckList, Unit, UnitCheck, UnitStep
from kith.equipment.rules.codes import AskedBy, Collection, Need, RequestState, UnitState, WhyEnded
from kith.equipment.tests.world import KITH, TAKEN_HOME, Pumps
from kith.families.actions.deaths import record_bereavement
from kith.families.queries.cards import family_cards
from kith.families.rules.bereavement import Loss, NewBereavement
from kith.kernel import clock
from kith.kernel.clock import FixedClock
from kith.kernel.ids import new_uuid
from kith.kernel.refusal import Refusal
from testing.people import organisation
from testing.rows import StockLevel, StockMove

pytestmark = pytest.mark.django_db
S = UnitState


@pytest.fixture
def pumps() -> Pumps:
    return Pumps()


def state(unit_id: int) -> UnitState:
    return Unit.objects.get(pk=unit_id).state


def request(asked) -> PumpRequest:
    return PumpRequest.objects.get(pk=asked.request_id)


def baby_of(family_id):
    return family_cards(KITH, [family_id])[family_id].babies[0].id


def test_a_pump_goes_round_and_its_kit_stays(pumps):
    unit_id = pumps.unit()
    loan_id = pumps.lend(unit_id=unit_id)
    assert state(unit_id) is S.ON_LOAN
    pumps.take_back(loan_id)
    assert state(unit_id) is S.RETURNED
    assert StockLevel.objects.get().given == 1
    waiting = pumps.ask()
    assert request(waiting).state is RequestState.WAITING
    pumps.check(unit_id)
    assert (request(waiting).unit_id, state(unit_id)) == (unit_id, S.HELD)


def test_a_returned_pump_is_never_lent_unchecked_whatever_asks_for_it(pumps):
    unit_id = pumps.unit()
    pumps.take_back(pumps.lend(unit_id=unit_id))
    with pytest.raises(Refusal, match="unit_unchecked"):
        pumps.ask(tag=Unit.objects.get(pk=unit_id).tag)
    for after in (S.AVAILABLE, S.HELD, S.ON_LOAN, S.CHECKED):
        with pytest.raises(DatabaseError, match="cannot be"), transaction.atomic():
            UnitStep.objects.create(unit_id=unit_id, state=after, at=clock.now())
    with pytest.raises(DatabaseError, match="by a step alone"), transaction.atomic():
        Unit.objects.filter(pk=unit_id).update(state=S.AVAILABLE)
    UnitStep.objects.create(unit_id=unit_id, state=S.CLEANING, at=clock.now())
    old = UnitCheck.objects.latest("pk")
    with pytest.raises(DatabaseError, match="no signed clean and check"), transaction.atomic():
        UnitStep.objects.create(unit_id=unit_id, state=S.CHECKED, at=clock.now())
    with pytest.raises(DatabaseError), transaction.atomic():
        UnitStep.objects.create(unit_id=unit_id, state=S.CHECKED, check_made=old, at=clock.now())


def test_the_control_without_the_trigger_it_would_be_lent_unchecked(pumps):
    unit_id = pumps.unit(is_ready=False)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        cursor.execute("ALTER TABLE equipment_unit DISABLE TRIGGER equipment_state_by_steps")
    Unit.objects.filter(pk=unit_id).update(state=S.AVAILABLE)
    pumps.ask(tag=Unit.objects.get(pk=unit_id).tag)
    assert state(unit_id) is S.HELD


def test_only_who_is_trained_signs_and_hands_over_and_the_database_says_so_too(pumps):
    unit_id = pumps.unit(is_ready=False)
    with pytest.raises(Refusal, match="not_trained_for_pumps"):
        pumps.check(unit_id, by=pumps.midwife)
    row = {"unit_id": unit_id, "check_list": CheckList.objects.get(), "answers": [True] * 3}
    with pytest.raises(DatabaseError, match="not trained for it"), transaction.atomic():
        UnitCheck.objects.create(**row, passed=True, signed_by_id=pumps.midwife.membership_id, signed_at=clock.now())
    with pytest.raises(DatabaseError, match="every point"), transaction.atomic():
        UnitCheck.objects.create(
            **row | {"answers": [True, False, True]},
            passed=True,
            signed_by_id=pumps.lead.membership_id,
            signed_at=clock.now(),
        )
    pumps.check(unit_id)
    loan_id = pumps.begin(pumps.ask().request_id, unit_id)
    with pytest.raises(Refusal, match="not_trained_for_pumps"):
        finish_hand_over(by=pumps.midwife, loan_id=loan_id, said=TAKEN_HOME)
    with pytest.raises(DatabaseError, match="not trained for it"), transaction.atomic():
        Loan.objects.filter(pk=loan_id).update(
            handed_over_at=clock.now(),
            handed_over_by_id=pumps.midwife.membership_id,
            due_on=clock.today(),
            talked="english",
        )


def test_a_loan_and_its_pump_always_agree(pumps):
    loan_id = pumps.lend()
    with pytest.raises(DatabaseError, match="only then"), transaction.atomic():
        Loan.objects.filter(pk=loan_id).update(ended_at=clock.now(), ended_as="lost")
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_the_same_day_lane_is_served_first_and_then_who_asked_first(pumps):
    first, second = pumps.ask(), pumps.ask()
    urgent = pumps.ask(None, Need.NEONATAL)
    for asked in (urgent, first, second):
        pumps.unit()
        assert request(asked).state is RequestState.HELD


def test_a_pump_in_the_hand_goes_to_nobody_while_another_stands_before_her(pumps):
    first, tag = pumps.ask(), Unit.objects.get(pk=pumps.unit(is_ready=False)).tag
    Unit.objects.filter(tag=tag).update(electrical_test_on=clock.today() - timedelta(days=1))
    with pytest.raises(Refusal, match="unit_unchecked"):
        pumps.ask(tag=tag)
    free = pumps.unit()
    assert request(first).unit_id == free
    with pytest.raises(Refusal, match="unit_held"):
        pumps.ask(tag=Unit.objects.get(pk=free).tag)


def test_without_a_need_of_the_rule_no_pump_is_kept_and_the_row_says_why(pumps):
    pumps.unit()
    family_id = pumps.family()
    wish = Wish((), AskedBy.PRACTITIONER, new_uuid())
    asked = request_pump(by=pumps.lead, organisation_id=pumps.organisation_id, family_id=family_id, wish=wish)
    assert (request(asked).state, request(asked).ended_as) == (RequestState.ENDED, WhyEnded.NO_NEED_NAMED)
    assert request(pumps.ask(family_id)).state is RequestState.HELD
    with pytest.raises(Refusal, match="pump_asked_already"):
        pumps.ask(family_id)


def test_a_hold_does_not_age_while_the_pump_is_made_ready_and_ends_for_the_next(pumps):
    unit_id = pumps.unit()
    first, second = pumps.ask(), pumps.ask()
    until = request(first).hold_until
    note_unit(by=pumps.lead, unit_id=unit_id, after=S.HELD, to=S.CLEANING)
    later = FixedClock(clock.now() + timedelta(days=30))
    with clock.use(later):
        assert end_old_holds(by=KITH) == 0
        pumps.check(unit_id)
        assert request(first).hold_until > until
    with clock.use(FixedClock(clock.now() + timedelta(days=45))):
        assert end_old_holds(by=KITH) == 1
        assert request(first).state is RequestState.NOT_COLLECTED
        assert request(second).unit_id == unit_id


def test_a_lost_pump_puts_the_family_back_where_it_stood(pumps):
    unit_id = pumps.unit()
    first, second = pumps.ask(), pumps.ask()
    note_unit(by=pumps.lead, unit_id=unit_id, after=S.HELD, to=S.LOST)
    pumps.unit()
    assert (request(first).state, request(second).state) == (RequestState.HELD, RequestState.WAITING)


def test_another_pump_that_is_ready_will_do_and_one_of_another_family_will_not(pumps):
    mine, spare = pumps.unit(), pumps.unit()
    first = pumps.ask()
    loan_id = pumps.begin(first.request_id, spare)
    assert (state(mine), state(spare)) == (S.AVAILABLE, S.HELD)
    drop_hand_over(by=pumps.lead, loan_id=loan_id)
    other = pumps.ask()
    with pytest.raises(Refusal, match="unit_held"):
        pumps.begin(other.request_id, spare)


@pytest.mark.parametrize("tag", ["NONE-999", "?", "other"])
def test_a_tag_that_is_none_of_ours_is_refused_in_words(pumps, tag):
    asked = pumps.ask()
    if tag == "other":
        theirs = Pumps(organisation())
        tag = Unit.objects.get(pk=theirs.unit()).tag
    with pytest.raises(Refusal, match="tag_"):
        begin_hand_over(by=pumps.lead, request_id=asked.request_id, tag=tag, request_key=new_uuid())


def test_without_a_kit_nothing_is_half_done():
    pumps = Pumps(kits=0)
    unit_id = pumps.unit()
    loan_id = pumps.begin(pumps.ask().request_id, unit_id)
    with pytest.raises(Refusal, match="stock_none_left"), transaction.atomic():
        finish_hand_over(by=pumps.lead, loan_id=loan_id, said=TAKEN_HOME)
    assert (state(unit_id), Loan.objects.unfinished().count(), StockMove.objects.count()) == (S.HELD, 1, 0)
    pumps.receive(1)
    finish_hand_over(by=pumps.lead, loan_id=loan_id, said=TAKEN_HOME)
    finish_hand_over(by=pumps.lead, loan_id=loan_id, said=TAKEN_HOME)
    assert (state(unit_id), StockMove.objects.filter(kind="given").count()) == (S.ON_LOAN, 1)


def test_she_keeps_it_longer_unless_others_wait(pumps):
    loan_id = pumps.lend()
    due_on = Loan.objects.get(pk=loan_id).due_on
    with clock.use(FixedClock(clock.now() + timedelta(days=30))):
        later = extend_loan(by=pumps.lead, loan_id=loan_id, due_on=due_on)
        assert later > due_on
        assert extend_loan(by=pumps.lead, loan_id=loan_id, due_on=due_on) == later
        pumps.ask()
        with pytest.raises(Refusal, match="others_wait"):
            extend_loan(by=pumps.lead, loan_id=loan_id, due_on=later)


def test_reminders_are_few_by_day_and_never_after_a_death(pumps):
    quiet, mourning = pumps.lend(), pumps.family()
    pumps.lend(mourning)
    loan = Loan.objects.get(pk=quiet)
    noon = FixedClock(clock.midnight(loan.due_on + timedelta(days=3)) + timedelta(hours=12))
    with clock.use(FixedClock(noon.instant - timedelta(hours=10))):
        assert remind_borrowers(by=KITH) == 0
    with clock.use(noon):
        death = NewBereavement(Loss.BABY, baby_of(mourning), pumps.lead.membership_id, clock.today())
        record_bereavement(by=KITH, family_id=mourning, new=death)
        assert (remind_borrowers(by=KITH), remind_borrowers(by=KITH)) == (1, 0)
    with clock.use(FixedClock(noon.instant + timedelta(days=8))):
        arrange_return(by=pumps.lead, loan_id=quiet, how=Collection.FROM_HOME, on=clock.today())
        assert remind_borrowers(by=KITH) == 0


def test_a_pump_lost_in_a_hand_over_and_found_again_is_not_lent_to_the_family_that_had_begun(pumps):
    unit_id = pumps.unit()
    begun = pumps.begin(pumps.ask().request_id, unit_id)
    note_unit(by=pumps.lead, unit_id=unit_id, after=UnitState.HELD, to=UnitState.LOST)
    note_unit(by=pumps.lead, unit_id=unit_id, after=UnitState.LOST, to=UnitState.RETURNED)
    PumpRequest.objects.filter(state=RequestState.WAITING).update(lane=2)
    pumps.ask()
    pumps.check(unit_id)
    with pytest.raises(Refusal, match="hand_over_over"):
        finish_hand_over(by=pumps.lead, loan_id=begun, said=TAKEN_HOME)
    assert Unit.objects.get(pk=unit_id).state is UnitState.HELD
