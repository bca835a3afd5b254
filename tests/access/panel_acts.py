"""The actions of panels, each done once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from kith.families.events import FamilyBereaved
from kith.kernel import clock
from kith.kernel.barriers import Barrier
from kith.kernel.ids import BereavementId, new_uuid
from kith.organisations.actions.people import end_membership
from kith.organisations.events import MembershipEnded
from kith.panels.actions import answering, findings, inviting, money, panels, sessions
from kith.panels.actions.credits import ask_how_to_credit, say_how_to_credit
from kith.panels.actions.leaving import pass_on_panel_work, rest_for_bereavement
from kith.panels.actions.watching import close_lapsed_invitations, tell_of_late_findings
from kith.panels.models.people import PanelMember
from kith.panels.models.sessions import PassedFinding
from kith.panels.rules.codes import (
    ExpenseState,
    MemberId,
    Naming,
    PanelId,
    PassedAnswer,
    Paying,
    TermsId,
    TotalOf,
)
from kith.platform.access.viewer import ANONYMOUS, viewer_of_account
from kith.platform.sign_in.demonstration import DOMAIN
from kith.platform.sign_in.models import Account
from kith.studies.actions import asking
from kith.studies.models import BarrierStudy
from kith.studies.rules.asking import Said
from kith.studies.rules.codes import Used
from tests.access import panel_ids as made
from tests.access.listening_ids import BY, Act, at_work, member

SAID = Said("so", "N", Used.NO, (Barrier.COST,))


def _keeper() -> Any:
    return at_work("coordinator")


def _closes_panel() -> Act:
    panel_id = made.panel()
    return lambda: panels.close_panel(by=_keeper(), panel_id=panel_id)


def _invites() -> Act:
    panel_id = made.panel()
    return lambda: inviting.invite_member(by=_keeper(), panel_id=panel_id, who=made.ANA, request_key=new_uuid())


def _wishes() -> Act:
    panel_id = made.panel()
    return lambda: inviting.wish_to_take_part(by=ANONYMOUS, panel_id=panel_id, who=made.ANA, request_key=new_uuid())


def _again() -> Act:
    row = made.invited()
    answering.decline_to_take_part(by=ANONYMOUS, token=row.token)
    return lambda: inviting.invite_again(by=_keeper(), member_id=MemberId(row.pk))


def _closes() -> Act:
    row = made.invited()
    return lambda: inviting.close_invitation(by=_keeper(), member_id=MemberId(row.pk))


def _rest_ends() -> Act:
    row = made.agreed()
    PanelMember.objects.filter(pk=row.pk).update(resting_since=clock.now())
    return lambda: inviting.end_rest(by=_keeper(), member_id=MemberId(row.pk))


def _agrees() -> Act:
    row = made.invited()
    terms_id = TermsId(row.terms_id or 0)
    return lambda: answering.agree_to_take_part(by=ANONYMOUS, token=row.token, terms_id=terms_id, needs=made.NEEDS)


def _declines() -> Act:
    row = made.invited()
    return lambda: answering.decline_to_take_part(by=ANONYMOUS, token=row.token)


def _leaves() -> Act:
    row = made.agreed()
    return lambda: answering.leave_panel(by=ANONYMOUS, token=row.token)


def _shows() -> Act:
    row = made.agreed()
    mother = viewer_of_account(Account.objects.get(email=f"parent@{DOMAIN}"))
    assert mother is not None
    return lambda: answering.show_on_my_page(by=mother, token=row.token, is_shown=True)


def _counts() -> Act:
    row = made.agreed()
    return lambda: answering.count_me(by=ANONYMOUS, token=row.token, answers={TotalOf.SEX: "female"})


def _came() -> Act:
    row = made.agreed()
    session_id = made.session(PanelId(row.panel_id))
    return lambda: sessions.note_who_came(by=_keeper(), session_id=session_id, came=[MemberId(row.pk)])


def _says() -> Act:
    session_id = made.session(made.panel())
    return lambda: sessions.write_what_was_said(by=at_work("parent-rep"), session_id=session_id, said="It is warm")


def _publishes() -> Act:
    session_id = made.session(made.panel())
    sessions.write_what_was_said(by=at_work("parent-rep"), session_id=session_id, said="It is warm")
    return lambda: sessions.publish_panel_session(by=at_work("parent-rep"), session_id=session_id)


def _pays() -> Act:
    payment_id = made.accepted()
    return lambda: money.pay_for_session(by=_keeper(), payment_id=payment_id)


def _decides() -> Act:
    expense_id = made.expense()
    return lambda: money.decide_expense(by=_keeper(), expense_id=expense_id, state=ExpenseState.APPROVED)


def _answers_payment() -> Act:
    row, payment_id = made.payment()
    no = Paying.DECLINED
    return lambda: money.answer_payment(by=ANONYMOUS, token=row.token, payment_id=payment_id, answer=no)


def _passes() -> Act:
    finding_id = made.finding()
    return lambda: findings.pass_finding(by=at_work("parent-rep"), finding_id=finding_id, new=made.passing())


def _answers() -> Act:
    passed_id, done = made.passed(), PassedAnswer.DONE
    return lambda: findings.answer_finding(by=at_work("midwife"), passed_id=passed_id, answer=done, words="Mended")


def _gives() -> Act:
    passed_id = made.passed()
    to = member("health-visitor")
    return lambda: findings.give_finding_to(by=at_work("parent-rep"), passed_id=passed_id, answerer=to)


def _asks() -> Act:
    study_id = made.study()
    return lambda: asking.ask_by_private_link(by=_keeper(), study_id=study_id, way=made.MIND, request_key=new_uuid())


def _answers_study() -> Act:
    token = BarrierStudy.objects.get(pk=made.study()).token
    return lambda: asking.answer_study(by=ANONYMOUS, token=token, said=SAID, request_key=new_uuid())


def _interviews() -> Act:
    study_id, by = made.study(), at_work("parent-rep")
    return lambda: asking.enter_interview(by=by, study_id=study_id, said=SAID, words="The bus", request_key=new_uuid())


def _forgets() -> Act:
    study_id = made.study()
    made.asked(study_id)
    BarrierStudy.objects.filter(pk=study_id).update(until_on=clock.today().replace(year=2020))
    return lambda: asking.forget_past_links(by=BY)


def _credits() -> Act:
    row, work_id = made.agreed(), made.work()
    return lambda: ask_how_to_credit(by=_keeper(), work_id=work_id, members=[MemberId(row.pk)])


def _says_how() -> Act:
    row, credit_id = made.credited()
    said: dict[str, Any] = {"naming": Naming.NAMED, "named_as": "Ana"}
    return lambda: say_how_to_credit(by=ANONYMOUS, token=row.token, credit_id=credit_id, **said)


def _rests(world: Any) -> Act:
    row, family_id = made.agreed(), world.families["own"].id
    PanelMember.objects.filter(pk=row.pk).update(family_id=family_id)
    event = FamilyBereaved(family_id, BereavementId(1), member("midwife"), clock.today())
    return lambda: rest_for_bereavement(event)


def _leaver() -> Act:
    made.passed()
    end_membership(by=BY, membership_id=member("midwife"), until_on=clock.today())
    return lambda: pass_on_panel_work(MembershipEnded(member("midwife")))


def _over() -> Act:
    row = made.invited()
    PanelMember.objects.filter(pk=row.pk).update(invited_at=clock.midnight(clock.today().replace(year=2020)))
    return lambda: close_lapsed_invitations(by=BY)


def _late() -> Act:
    made.passed()
    PassedFinding.objects.update(due_on=clock.today() - timedelta(days=1))
    return lambda: tell_of_late_findings(by=BY)


OTHER_TERMS = replace(made.TERMS, paid_within_days=27)
PANEL_ACTS: dict[str, Callable[[Any], Act]] = {
    "panels.found_panel": lambda _world: made.panel,
    "panels.close_panel": lambda _world: _closes_panel(),
    "panels.write_terms": lambda _world: (
        lambda: panels.write_terms(by=_keeper(), new=replace(made.TERMS, paid_within_days=27))
    ),
    "panels.invite_member": lambda _world: _invites(),
    "panels.wish_to_take_part": lambda _world: _wishes(),
    "panels.invite_again": lambda _world: _again(),
    "panels.close_invitation": lambda _world: _closes(),
    "panels.end_rest": lambda _world: _rest_ends(),
    "panels.agree_to_take_part": lambda _world: _agrees(),
    "panels.decline_to_take_part": lambda _world: _declines(),
    "panels.leave_panel": lambda _world: _leaves(),
    "panels.show_on_my_page": lambda _world: _shows(),
    "panels.count_me": lambda _world: _counts(),
    "panels.plan_panel_session": lambda _world: lambda: made.session(made.panel()),
    "panels.note_who_came": lambda _world: _came(),
    "panels.write_what_was_said": lambda _world: _says(),
    "panels.publish_panel_session": lambda _world: _publishes(),
    "panels.answer_payment": lambda _world: _answers_payment(),
    "panels.pay_for_session": lambda _world: _pays(),
    "panels.claim_expense": lambda _world: made.expense,
    "panels.decide_expense": lambda _world: _decides(),
    "panels.note_finding": lambda _world: made.finding,
    "panels.pass_finding": lambda _world: _passes(),
    "panels.answer_finding": lambda _world: _answers(),
    "panels.give_finding_to": lambda _world: _gives(),
    "panels.tell_of_late_findings": lambda _world: _late(),
    "panels.close_lapsed_invitations": lambda _world: _over(),
    "panels.rest_for_bereavement": _rests,
    "panels.pass_on_panel_work": lambda _world: _leaver(),
    "studies.begin_study": lambda _world: made.study,
    "studies.ask_by_private_link": lambda _world: _asks(),
    "studies.answer_study": lambda _world: _answers_study(),
    "studies.enter_interview": lambda _world: _interviews(),
    "studies.forget_past_links": lambda _world: _forgets(),
    "panels.note_joint_work": lambda _world: made.work,
    "panels.ask_how_to_credit": lambda _world: _credits(),
    "panels.say_how_to_credit": lambda _world: _says_how(),
}
