"""She is invited in her language, reads what is paid, agrees or not, is paid only what she accepted, and can leave."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from kith.families.events import FamilyBereaved
from kith.kernel import clock
from kith.kernel.clock import FixedClock
from kith.kernel.ids import BereavementId, new_uuid
from kith.kernel.refusal import Refusal
from kith.messages.tests.fakes import Message
from kith.organisations.actions.people import end_membership
from kith.organisations.events import MembershipEnded
from kith.panels.actions import answering, findings, money, sessions
from kith.panels.actions.credits import ask_how_to_credit, note_joint_work, say_how_to_credit
from kith.panels.actions.inviting import close_invitation, invite_again, wish_to_take_part
from kith.panels.actions.leaving import pass_on_panel_work, rest_for_bereavement
from kith.panels.actions.panels import close_panel, write_terms
from kith.panels.actions.watching import close_lapsed_invitations, tell_of_late_findings
from kith.panels.models.money import SessionPayment
from kith.panels.models.people import MemberTotal, PanelMember, PanelTerms
from kith.panels.models.sessions import PanelFinding
from kith.panels.queries.credits import made_together
from kith.panels.queries.own import own_page
from kith.panels.queries.public import take_part
from kith.panels.rules.codes import (
    ExpenseId,
    ExpenseState,
    MemberId,
    MemberState,
    Naming,
    PassedAnswer,
    Paying,
    PaymentId,
    TermsId,
    TotalOf,
    WorkKind,
)
from kith.panels.rules.findings import NewPassing
from kith.panels.rules.money import NewExpense
from kith.panels.tests.world import ANA, MIA, NEEDS, TERMS, Place, membership
from kith.platform.access.viewer import ANONYMOUS, system_actor
from kith.platform.audit.models import AuditEntry
from testing.people import a_family, account_of, parent_of
from testing.tasks import Notice

pytestmark = pytest.mark.django_db
BY = system_actor("tests")


@pytest.fixture
def place() -> Place:
    return Place()


def page(name: str, *args: object, language: str = "en") -> str:
    with override(language):
        return reverse(name, args=args)


def text(client: Client, name: str, *args: object, language: str = "en") -> str:
    return client.get(page(name, *args, language=language)).content.decode()


def test_what_is_paid_stands_on_her_page_before_she_answers_and_she_says_yes_one_question_a_page(place, client):
    row = place.invited()
    said = Message.objects.get(kind="panel_invitation")
    assert (said.language, said.address, row.token in said.facts["link"]) == ("ro", "ana@example.org", True)
    shown = text(client, "panel-member", row.token)
    assert shown.index("£20") < shown.index("Yes, I would like to")
    address = page("agree-to-panel", row.token)
    form = {"terms": str(row.terms_id)}
    first = client.post(address, {**form, "at": "0"})
    assert (first.status_code, "How many children" in first.content.decode()) == (422, True)
    second = client.post(address, {**form, "at": "0", "creche": "2"}).content.decode()
    assert "Would you like an interpreter?" in second
    assert 'name="creche" value="2"' in second
    third = client.post(address, {**form, "at": "1", "creche": "2", "interpreter": "ro"}).content.decode()
    assert "Would you like to be paid" in third
    assert "checked" not in third
    back = client.post(address, {**form, "at": "2", "creche": "2", "interpreter": "ro", "do": "back"}).content.decode()
    assert "Would you like an interpreter?" in back
    whole = {**form, "at": "2", "creche": "2", "interpreter": "ro", "paying": "not_said"}
    assert client.post(address, whole).status_code == 303
    row.refresh_from_db()
    assert (row.state, row.creche_children, row.interpreter_language, row.paying) == ("member", 2, "ro", "not_said")


def test_terms_are_versions_that_never_change_and_she_stays_with_those_she_agreed_to(place):
    row = place.member()
    new = write_terms(by=place.coordinator, new=replace(TERMS, session_pence=500))
    assert write_terms(by=place.coordinator, new=PanelTerms.objects.get(pk=new).as_new) == new
    assert place.row(MemberId(row.pk)).terms_id == place.terms_id
    with pytest.raises(DatabaseError, match="keeps what was written"), transaction.atomic():
        PanelTerms.objects.filter(pk=new).update(session_pence=1)
    with pytest.raises(Refusal, match="terms_changed_meanwhile"):
        invited = place.invited(MIA)
        answering.agree_to_take_part(by=ANONYMOUS, token=invited.token, terms_id=TermsId(place.terms_id), needs=NEEDS)


def test_nothing_is_due_without_her_yes_and_the_database_pays_nobody_without_it(place, run_jobs):
    came, absent = place.member(), place.member(MIA)
    session_id = place.past_session()
    sessions.note_who_came(by=place.coordinator, session_id=session_id, came=[MemberId(came.pk)])
    sessions.note_who_came(by=place.coordinator, session_id=session_id, came=[MemberId(came.pk)])
    payment = SessionPayment.objects.get()
    assert (payment.member_id, payment.pence, payment.answer) == (came.pk, 2000, "not_said")
    pay = PaymentId(payment.pk)
    with pytest.raises(Refusal, match="payment_not_accepted"):
        money.pay_for_session(by=place.coordinator, payment_id=pay)
    with pytest.raises(IntegrityError), transaction.atomic():
        SessionPayment.objects.update(paid_on=clock.today(), paid_by_id=membership(place.coordinator))
    money.answer_payment(by=ANONYMOUS, token=came.token, payment_id=pay, answer=Paying.DECLINED)
    money.answer_payment(by=ANONYMOUS, token=came.token, payment_id=pay, answer=Paying.ACCEPTED)
    for _ in range(2):
        money.pay_for_session(by=place.coordinator, payment_id=pay)
    assert Message.objects.filter(kind="panel_paid").count() == 1
    with pytest.raises(Refusal, match="payment_is_made"):
        money.answer_payment(by=ANONYMOUS, token=came.token, payment_id=pay, answer=Paying.DECLINED)
    assert absent.payments.count() == 0


def test_an_expense_is_claimed_approved_and_she_is_told_when_it_is_paid(place, client):
    row, key = place.member(), new_uuid()
    bus = NewExpense(TERMS.expenses[0], 450, clock.today())
    claimed = {money.claim_expense(by=ANONYMOUS, token=row.token, new=bus, request_key=key) for _ in range(2)}
    (expense_id,) = claimed
    client.force_login(account_of(place.coordinator))
    assert "£4.50" in text(client, "panel-owed")
    for state in (ExpenseState.APPROVED, ExpenseState.PAID, ExpenseState.PAID):
        money.decide_expense(by=place.coordinator, expense_id=ExpenseId(expense_id), state=state)
    assert Message.objects.filter(kind="panel_paid").count() == 1
    taxi = money.claim_expense(by=ANONYMOUS, token=row.token, new=bus, request_key=new_uuid())
    money.decide_expense(by=place.coordinator, expense_id=taxi, state=ExpenseState.REFUSED, why="Twice the same bus")
    assert "Twice the same bus" in text(client, "panel-member", row.token)


def rows_as_written() -> set[tuple[int, str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, ctid::text FROM panels_membertotal")
        return set(cursor.fetchall())


def test_sex_age_and_ethnicity_are_tallies_alone_and_each_answer_writes_all_of_them_anew(place):
    row = place.member()
    answers = {TotalOf.SEX: "female", TotalOf.AGE: "", TotalOf.ETHNICITY: "asian"}
    answering.count_me(by=ANONYMOUS, token=row.token, answers=answers)
    grown = MemberTotal.objects.filter(count__gt=0).order_by("of")
    assert [(each.of, each.answer, each.count) for each in grown] == [("ethnicity", "asian", 1), ("sex", "female", 1)]
    entry = AuditEntry.objects.get(action="panels.counted")
    assert (entry.subject_id, entry.facts, entry.account_id) == ("None", {}, None)
    with pytest.raises(Refusal, match="totals_full"):
        answering.count_me(by=ANONYMOUS, token=row.token, answers=answers)
    before, other = rows_as_written(), place.member(MIA)
    answering.count_me(by=ANONYMOUS, token=other.token, answers={TotalOf.SEX: "male"})
    assert (len(before), before & rows_as_written()) == (17, set()), "no row that stayed says that another grew"


def test_a_finding_is_passed_answered_late_and_public_without_a_name(place, client):
    finding_id = place.finding()
    new = NewPassing(place.ours, None, membership(place.midwife), clock.today() + timedelta(days=2))
    passed = {findings.pass_finding(by=place.representative, finding_id=finding_id, new=new) for _ in range(2)}
    (passed_id,) = passed
    with clock.use(FixedClock(clock.now() + timedelta(days=15))):
        for _ in range(2):
            assert tell_of_late_findings(by=BY) == 1
    assert set(Notice.objects.filter(kind="finding_late").values_list("membership_id", flat=True)) >= {
        membership(place.midwife),
        membership(place.representative),
    }
    client.force_login(account_of(place.midwife))
    assert "The door is too heavy" in text(client, "answer-finding", passed_id)
    answer = {"answer": "planned", "words": "A new door comes in May."}
    assert client.post(page("answer-finding", passed_id), answer).status_code == 303
    session_id = PanelFinding.objects.get(pk=finding_id).session_id
    sessions.write_what_was_said(
        by=place.representative, session_id=session_id, said="The hub is warm, the door heavy."
    )
    assert not take_part(ANONYMOUS).sessions
    sessions.publish_panel_session(by=place.representative, session_id=session_id)
    (public,) = take_part(ANONYMOUS).sessions
    assert public.findings[0].answers == ((PassedAnswer.PLANNED, "A new door comes in May."),)
    findings.answer_finding(by=place.midwife, passed_id=passed_id, answer=PassedAnswer.DONE, words="It is there.")
    with pytest.raises(Refusal, match="finding_answered_already"):
        findings.answer_finding(by=place.midwife, passed_id=passed_id, answer=PassedAnswer.CANNOT, words="Oh")


def test_a_name_stands_on_the_public_page_by_her_word_alone_and_goes_at_once(place):
    row = place.member()
    work_id = note_joint_work(
        by=place.coordinator, title="First days", kind=WorkKind.LEAFLET, made_on=clock.today(), request_key=new_uuid()
    )
    ask_how_to_credit(by=place.coordinator, work_id=work_id, members=[MemberId(row.pk)])
    assert made_together(ANONYMOUS)[0].names == ()
    credit_id = own_page(ANONYMOUS, row.token).credits[0].id
    said = {"by": ANONYMOUS, "token": row.token, "credit_id": credit_id}
    say_how_to_credit(**said, naming=Naming.NAMED, named_as="Ana P.")
    assert made_together(ANONYMOUS)[0].names == ("Ana P.",)
    answering.leave_panel(by=ANONYMOUS, token=row.token)
    say_how_to_credit(**said, naming=Naming.WITHDRAWN)
    assert (made_together(ANONYMOUS)[0].names, made_together(ANONYMOUS)[0].has_unnamed) == ((), False)


def test_a_bereaved_member_is_left_in_peace_and_keeps_what_she_is_owed(place, client):
    family_id = a_family(place.ours, phone="+447700900321")
    _, mother = parent_of(family_id)
    row = place.member()
    answering.show_on_my_page(by=mother, token=row.token, is_shown=True)
    event = FamilyBereaved(family_id, BereavementId(1), membership(place.midwife), clock.today())
    for _ in range(2):
        rest_for_bereavement(event)
    assert Notice.objects.filter(kind="panel_member_rests").count() == 1
    before = Message.objects.count()
    with clock.use(FixedClock(clock.now() - timedelta(days=2))):
        sessions.plan_panel_session(
            by=place.representative, panel_id=place.panel_id, starts_at=clock.now() + timedelta(days=1), place="Hub",
            asked="What now?", request_key=new_uuid(),
        )  # fmt: skip
    assert Message.objects.count() == before
    shown = text(client, "panel-member", row.token)
    assert "You need do nothing" in shown
    with pytest.raises(Refusal, match="member_not_to_be_written_to"):
        PanelMember.objects.filter(pk=row.pk).update(state=MemberState.LEFT)
        invite_again(by=place.coordinator, member_id=MemberId(row.pk))


def test_a_wish_waits_for_a_person_an_invitation_lapses_and_a_leavers_answers_are_told_of(place):
    key = new_uuid()
    for _ in range(2):
        wish_to_take_part(by=ANONYMOUS, panel_id=place.panel_id, who=ANA, request_key=key)
    row = PanelMember.objects.get()
    assert (row.state, Message.objects.count()) == ("wished", 0)
    with pytest.raises(Refusal, match="panel_has_members"):
        close_panel(by=place.coordinator, panel_id=place.panel_id)
    invite_again(by=place.coordinator, member_id=MemberId(row.pk))
    with clock.use(FixedClock(clock.now() + timedelta(days=61))):
        assert close_lapsed_invitations(by=BY) == 1
    close_invitation(by=place.coordinator, member_id=MemberId(row.pk))
    close_panel(by=place.coordinator, panel_id=place.panel_id)
    new = NewPassing(place.ours, None, membership(place.midwife), clock.today() + timedelta(days=9))
    other = Place()
    findings.pass_finding(by=other.representative, finding_id=other.finding(), new=new)
    end_membership(by=BY, membership_id=membership(place.midwife), until_on=clock.today())
    for _ in range(2):
        pass_on_panel_work(MembershipEnded(membership(place.midwife)))
    assert Notice.objects.filter(kind="panel_work_left").count() == 2
