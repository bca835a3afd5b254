"""Every action of equipment, done once."""

from collections.abc import Callable
from datetime import timedelta

from kith.equipment.actions import ending, handing_over, holding, lending, line, models, reminding, requesting, units
from kith.equipment.models.held import PumpHold
from kith.equipment.models.loans import Loan
from kith.equipment.models.requests import PumpRequest
from kith.equipment.models.units import Unit
from kith.equipment.rules.codes import Collection, Condition, Helped, LoanId, PumpRequestId, UnitState, WhyEnded
from kith.equipment.tests.world import KITH, LIST, TAKEN_HOME, Pumps
from kith.families.actions.consenting import withdraw_consent
from kith.families.events import ConsentWithdrawn, FamilyBereaved
from kith.families.models.consent import Consent
from kith.kernel import clock
from kith.kernel.ids import BereavementId, ConsentId, MembershipId
from kith.organisations.events import MembershipEnded
from kith.platform.access.viewer import ANONYMOUS
from tests.access.contact_acts import member
from tests.access.world import World

Act = Callable[[], object]
Prepare = Callable[[World], Act]


def _added_model(_world: World) -> Act:
    pumps = Pumps()
    new = models.NewModel("Another double pump", LIST)
    return lambda: models.add_model(by=pumps.lead, organisation_id=pumps.organisation_id, model=new)


def _changed_list(_world: World) -> Act:
    pumps = Pumps()
    return lambda: models.change_check_list(by=pumps.lead, model_id=pumps.model_id, items=["Case"], version=1)


def _added(_world: World) -> Act:
    pumps = Pumps()
    return lambda: pumps.unit(is_ready=False)


def _noted(_world: World) -> Act:
    pumps = Pumps()
    unit_id = pumps.unit()
    to = {"after": UnitState.AVAILABLE, "to": UnitState.REPAIR}
    return lambda: units.note_unit(by=pumps.lead, unit_id=unit_id, **to)


def _checked(_world: World) -> Act:
    pumps = Pumps()
    unit_id = pumps.unit(is_ready=False)
    return lambda: pumps.check(unit_id)


def _counted(_world: World) -> Act:
    pumps = Pumps()
    tag = Unit.objects.get(pk=pumps.unit()).tag
    return lambda: units.count_units(by=pumps.lead, tags=[tag])


def _asked(_world: World) -> Act:
    pumps = Pumps()
    return pumps.ask


def _ended(_world: World) -> Act:
    pumps = Pumps()
    asked = pumps.ask()
    return lambda: requesting.end_request(by=pumps.lead, request_id=asked.request_id, why=WhyEnded.NOT_WANTED)


def _begun(_world: World) -> Act:
    pumps = Pumps()
    unit_id = pumps.unit()
    asked = pumps.ask()
    return lambda: pumps.begin(asked.request_id, unit_id)


def _unfinished() -> tuple[Pumps, LoanId]:
    pumps = Pumps()
    unit_id = pumps.unit()
    return pumps, pumps.begin(pumps.ask().request_id, unit_id)


def _finished(_world: World) -> Act:
    pumps, loan_id = _unfinished()
    return lambda: handing_over.finish_hand_over(by=pumps.lead, loan_id=loan_id, said=TAKEN_HOME)


def _dropped(_world: World) -> Act:
    pumps, loan_id = _unfinished()
    return lambda: handing_over.drop_hand_over(by=pumps.lead, loan_id=loan_id)


def _left(_world: World) -> Act:
    pumps, _loan_id = _unfinished()
    assert pumps.lead.membership_id
    event = MembershipEnded(pumps.lead.membership_id)
    return lambda: handing_over.release_hand_overs(event)


def _out() -> tuple[Pumps, Loan]:
    pumps = Pumps()
    return pumps, Loan.objects.get(pk=pumps.lend())


def _extended(_world: World) -> Act:
    pumps, loan = _out()
    Loan.objects.filter(pk=loan.pk).update(due_on=clock.today())
    return lambda: lending.extend_loan(by=pumps.lead, loan_id=LoanId(loan.pk), due_on=clock.today())


def _arranged(_world: World) -> Act:
    pumps, loan = _out()
    return lambda: lending.arrange_return(by=pumps.lead, loan_id=LoanId(loan.pk), how=Collection.BRINGS)


def _returned(_world: World) -> Act:
    pumps, loan = _out()
    said = {"condition": Condition.COMPLETE, "helped": Helped.YES}
    return lambda: lending.return_pump(by=pumps.lead, loan_id=LoanId(loan.pk), **said)


def _lost(_world: World) -> Act:
    pumps, loan = _out()
    return lambda: lending.lose_pump(by=pumps.lead, loan_id=LoanId(loan.pk))


def _held_too_long() -> PumpRequestId:
    pumps = Pumps()
    pumps.unit()
    asked = pumps.ask()
    PumpRequest.objects.filter(pk=asked.request_id).update(hold_until=clock.today() - timedelta(days=1))
    return asked.request_id


def _old_holds(_world: World) -> Act:
    _held_too_long()
    return lambda: line.end_old_holds(by=KITH)


def _old_hold(_world: World) -> Act:
    request_id = _held_too_long()
    return lambda: line.end_old_hold(by=KITH, request_id=request_id)


def _reminded(_world: World) -> Act:
    _pumps, loan = _out()
    Loan.objects.filter(pk=loan.pk).update(due_on=clock.today())
    return lambda: reminding.remind_borrowers(by=KITH)


def _bereaved(_world: World) -> Act:
    pumps = Pumps()
    asked = pumps.ask()
    family_id = PumpRequest.objects.get(pk=asked.request_id).family_id
    event = FamilyBereaved(family_id, BereavementId(1), MembershipId(member("midwife")), clock.today())
    return lambda: ending.end_requests_for_bereavement(event)


def _without_consent(_world: World) -> Act:
    pumps = Pumps()
    family_id = pumps.family()
    pumps.ask(family_id)
    consent = Consent.objects.get(family_id=family_id)
    withdraw_consent(by=KITH, family_id=family_id, consent_id=ConsentId(consent.pk))
    event = ConsentWithdrawn(family_id, pumps.organisation_id, "care", ConsentId(consent.pk))
    return lambda: ending.end_requests_without_consent(event)


def _held(_world: World) -> Act:
    pumps = Pumps()
    pumps.unit()
    return pumps.visitor


def _proof_sent(_world: World) -> Act:
    row = _visitor()
    return lambda: holding.send_proof(by=KITH, hold_id=row.pk)


def _by_code(_world: World) -> Act:
    row = _visitor()
    holding.send_proof(by=KITH, hold_id=row.pk)
    code = holding.code_of(row)
    return lambda: holding.confirm_pump_by_code(by=ANONYMOUS, token=row.token, code=code)


def _by_link(_world: World) -> Act:
    row = _visitor()
    return lambda: holding.confirm_pump_by_link(by=ANONYMOUS, link=row.link)


def _given_up(_world: World) -> Act:
    row = _visitor()
    return lambda: holding.give_up_pump_wish(by=ANONYMOUS, secret=row.link)


def _forgotten(_world: World) -> Act:
    PumpHold.objects.filter(pk=_visitor().pk).update(words_until=clock.now())
    return lambda: holding.forget_pump_wishes(by=KITH)


def _visitor() -> PumpHold:
    pumps = Pumps()
    pumps.unit()
    return pumps.visitor()


EQUIPMENT_ACTS: dict[str, Prepare] = {
    "equipment.add_model": _added_model,
    "equipment.change_check_list": _changed_list,
    "equipment.add_unit": _added,
    "equipment.note_unit": _noted,
    "equipment.sign_check": _checked,
    "equipment.count_units": _counted,
    "equipment.request_pump": _asked,
    "equipment.hold_pump_wish": _held,
    "equipment.send_proof": _proof_sent,
    "equipment.confirm_pump_by_code": _by_code,
    "equipment.confirm_pump_by_link": _by_link,
    "equipment.give_up_pump_wish": _given_up,
    "equipment.forget_pump_wishes": _forgotten,
    "equipment.end_request": _ended,
    "equipment.begin_hand_over": _begun,
    "equipment.finish_hand_over": _finished,
    "equipment.drop_hand_over": _dropped,
    "equipment.release_hand_overs": _left,
    "equipment.extend_loan": _extended,
    "equipment.arrange_return": _arranged,
    "equipment.return_pump": _returned,
    "equipment.lose_pump": _lost,
    "equipment.end_old_holds": _old_holds,
    "equipment.end_old_hold": _old_hold,
    "equipment.remind_borrowers": _reminded,
    "equipment.end_requests_for_bereavement": _bereaved,
    "equipment.end_requests_without_consent": _without_consent,
}
