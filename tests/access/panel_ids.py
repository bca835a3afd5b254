"""What the addresses of panels name: a panel with a member, what she is owed, a finding, a study, a work."""

from datetime import timedelta
from typing import Any

from kith.kernel import clock
from kith.kernel.clock import FixedClock
from kith.kernel.ids import OrganisationId, new_uuid
from kith.panels.actions.answering import agree_to_take_part
from kith.panels.actions.credits import ask_how_to_credit, note_joint_work
from kith.panels.actions.findings import note_finding, pass_finding
from kith.panels.actions.inviting import invite_member
from kith.panels.actions.money import answer_payment, claim_expense
from kith.panels.actions.panels import found_panel, write_terms
from kith.panels.actions.sessions import note_who_came, plan_panel_session
from kith.panels.models.credits import Credit
from kith.panels.models.money import SessionPayment
from kith.panels.models.people import PanelMember
from kith.panels.models.sessions import PassedFinding
from kith.panels.rules.codes import (
    CreditId,
    ExpenseId,
    ExpenseKind,
    FindingId,
    JointWorkId,
    MemberId,
    MemberKind,
    PanelId,
    PanelSessionId,
    PassedId,
    Paying,
    PaymentId,
    TermsId,
    WorkKind,
)
from kith.panels.rules.findings import NewPassing
from kith.panels.rules.joining import Needs, NewTerms, Person
from kith.panels.rules.money import NewExpense
from kith.platform.access.viewer import ANONYMOUS
from kith.studies.actions.asking import Way, ask_by_private_link, begin_study
from kith.studies.models import BarrierStudy, StudyInvitation
from kith.studies.rules.codes import About, StudyId
from tests.access.alliance_ids import at_work, member

TERMS = NewTerms(2000, (ExpenseKind.TRAVEL,), True, 14, "Citizens Advice, 0300 100 0212")
ANA = Person("Ana Pop", "ana@example.org", "", "ro", MemberKind.PARENT)
NEEDS = Needs(1, "ro", Paying.ACCEPTED)
MIND = Way("mia@example.org", "", "ur")


def panel() -> PanelId:
    """A panel whose terms are written."""
    by = at_work("coordinator")
    write_terms(by=by, new=TERMS)
    said: dict[str, Any] = {"name": "Parents of the hub", "about": "How the hub feels", "languages": ["en"]}
    return found_panel(by=by, **said, request_key=new_uuid())


def invited() -> PanelMember:
    """A person who is invited."""
    by = at_work("coordinator")
    member_id = invite_member(by=by, panel_id=panel(), who=ANA, request_key=new_uuid())
    return PanelMember.objects.get(pk=member_id)


def agreed() -> PanelMember:
    """A person who takes part."""
    row = invited()
    agree_to_take_part(by=ANONYMOUS, token=row.token, terms_id=TermsId(row.terms_id or 0), needs=NEEDS)
    return PanelMember.objects.get(pk=row.pk)


def session(panel_id: PanelId) -> PanelSessionId:
    """A session that is over."""
    with clock.use(FixedClock(clock.now() - timedelta(days=3))):
        said: dict[str, Any] = {"starts_at": clock.now() + timedelta(days=1), "place": "Hub", "asked": "How is it?"}
        return plan_panel_session(by=at_work("parent-rep"), panel_id=panel_id, **said, request_key=new_uuid())


def payment() -> tuple[PanelMember, PaymentId]:
    """A payment that was offered."""
    row = agreed()
    session_id = session(PanelId(row.panel_id))
    note_who_came(by=at_work("coordinator"), session_id=session_id, came=[MemberId(row.pk)])
    return row, PaymentId(SessionPayment.objects.get(member=row).pk)


def accepted() -> PaymentId:
    """A payment that she said yes to."""
    row, payment_id = payment()
    answer_payment(by=ANONYMOUS, token=row.token, payment_id=payment_id, answer=Paying.ACCEPTED)
    return payment_id


def expense() -> ExpenseId:
    """An expense that waits."""
    new = NewExpense(ExpenseKind.TRAVEL, 450, clock.today())
    return claim_expense(by=ANONYMOUS, token=agreed().token, new=new, request_key=new_uuid())


def finding() -> FindingId:
    """Something a panel found."""
    return note_finding(by=at_work("parent-rep"), session_id=session(panel()), words="The door is heavy")


def passing() -> NewPassing:
    """To the midwife's organisation, and to her."""
    ours = OrganisationId(next(iter(at_work("midwife").organisation_ids)))
    return NewPassing(ours, None, member("midwife"), clock.today() + timedelta(days=28))


def passed() -> PassedId:
    """A finding that the midwife is to answer."""
    return pass_finding(by=at_work("parent-rep"), finding_id=finding(), new=passing())


def study() -> StudyId:
    """A study that asks now."""
    said: dict[str, Any] = {"title": "Groups", "about": About.GROUPS, "until_on": clock.today() + timedelta(days=30)}
    return begin_study(by=at_work("parent-rep"), **said, request_key=new_uuid())


def asked(study_id: StudyId) -> StudyInvitation:
    """A private link to its questions."""
    ask_by_private_link(by=at_work("coordinator"), study_id=study_id, way=MIND, request_key=new_uuid())
    return StudyInvitation.objects.order_by("-pk")[0]


def work() -> JointWorkId:
    """A leaflet that was made together."""
    said: dict[str, Any] = {"title": "First days", "kind": WorkKind.LEAFLET, "made_on": clock.today()}
    return note_joint_work(by=at_work("coordinator"), **said, request_key=new_uuid())


def credited() -> tuple[PanelMember, CreditId]:
    """A member who is asked how she is shown."""
    row = agreed()
    ask_how_to_credit(by=at_work("coordinator"), work_id=work(), members=[MemberId(row.pk)])
    return row, CreditId(Credit.objects.get(member=row).pk)


def panel_ids() -> dict[str, Any]:
    """What the addresses of panels name."""
    row, credit_id = credited()
    study_id, passed_id = study(), passed()
    return {
        "panel_id": row.panel_id,
        "member_id": row.pk,
        "member_token": row.token,
        "credit_id": credit_id,
        "panel_session_id": session(PanelId(row.panel_id)),
        "finding_id": finding_of(passed_id),
        "passed_id": passed_id,
        "expense_id": expense(),
        "study_id": study_id,
        "study_token": BarrierStudy.objects.get(pk=study_id).token,
        "work_id": Credit.objects.get(pk=credit_id).work_id,
    }


def finding_of(passed_id: PassedId) -> int:
    """The finding that was passed."""
    return PassedFinding.objects.get(pk=passed_id).finding_id
