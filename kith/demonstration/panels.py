"""The invented panels: who takes part, what was asked, said and changed, what is owed, and what keeps families away."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from kith.demonstration.people import Staff
from kith.kernel import clock, ids
from kith.kernel.barriers import Barrier
from kith.kernel.clock import FixedClock
from kith.kernel.ids import MembershipId, OrganisationId
from kith.organisations.queries.people import membership_card
from kith.organisations.rules import Role
from kith.panels.actions.answering import agree_to_take_part, count_me, show_on_my_page
from kith.panels.actions.credits import ask_how_to_credit, note_joint_work, say_how_to_credit
from kith.panels.actions.findings import answer_finding, note_finding, pass_finding
from kith.panels.actions.inviting import invite_member, wish_to_take_part
from kith.panels.actions.money import answer_payment, claim_expense, decide_expense
from kith.panels.actions.panels import found_panel, write_terms
from kith.panels.actions.sessions import (
    note_who_came,
    plan_panel_session,
    publish_panel_session,
    write_what_was_said,
)
from kith.panels.queries.own import own_page, token_of
from kith.panels.rules.codes import (
    ExpenseKind,
    ExpenseState,
    MemberId,
    MemberKind,
    Naming,
    PanelId,
    PassedAnswer,
    Paying,
    TermsId,
    TotalOf,
    WorkKind,
)
from kith.panels.rules.findings import NewPassing
from kith.panels.rules.joining import Needs, NewTerms, Person
from kith.panels.rules.money import NewExpense
from kith.platform.access.viewer import ANONYMOUS, Viewer, system_actor, viewer_of_account
from kith.platform.sign_in.models import Account
from kith.studies.actions.asking import answer_study, begin_study, enter_interview
from kith.studies.queries.studies import study
from kith.studies.rules.asking import Said
from kith.studies.rules.codes import About, Used

BY = system_actor("demonstration")
TERMS = NewTerms(
    2000,
    (ExpenseKind.TRAVEL, ExpenseKind.CHILDCARE, ExpenseKind.PHONE),
    True,
    14,
    "Citizens Advice, 020 7946 0077",
)
# Name, language, as whom, children for the crèche, interpreter, whether she wishes to be paid.
MEMBERS = (
    ("Elena", "ro", MemberKind.PARENT, 2, "ro", Paying.ACCEPTED),
    ("Agnieszka", "pl", MemberKind.PARENT, 1, "", Paying.ACCEPTED),
    ("Farhana", "bn", MemberKind.PARENT, 1, "bn", Paying.DECLINED),
    ("Hamdi", "so", MemberKind.CARER, 0, "so", Paying.NOT_SAID),
    ("Sana", "ur", MemberKind.PARENT, 3, "", Paying.ACCEPTED),
    ("Jo", "en", MemberKind.PARENT, 1, "", Paying.DECLINED),
    ("Layla", "ar", MemberKind.PARENT, 0, "ar", Paying.ACCEPTED),
    ("Marcus", "en", MemberKind.PARENT, 2, "", Paying.NOT_SAID),
    ("Precious", "en", MemberKind.PEER, 1, "", Paying.DECLINED),
    ("Simran", "pa", MemberKind.CARER, 0, "", Paying.ACCEPTED),
)
FOUND = (
    (
        "The way from the bus stop is dark, and the ramp is behind the building where nobody sees it",
        ("council", PassedAnswer.DONE, "A sign shows the way to the ramp, and the lamp is mended."),
    ),
    (
        "Nobody said on the phone that a grandmother may come along",
        ("health_visiting", PassedAnswer.PLANNED, "From next month each call says who is welcome."),
    ),
    ("The letter about the course came in English only", ("hospital", None, "")),
)
REASONS = (
    *[("en", "white", Used.NO, (Barrier.TIME,))] * 12,
    *[("ro", "white", Used.NO, (Barrier.LANGUAGE, Barrier.DID_NOT_KNOW))] * 11,
    *[("bn", "asian", Used.NO, (Barrier.PARTNER, Barrier.TRANSPORT))] * 10,
    *[("so", "black", Used.NO, (Barrier.DID_NOT_KNOW,))] * 9,
    *[("en", "white", Used.YES, (Barrier.COST, Barrier.TRANSPORT))] * 9,
    *[("ur", "asian", Used.YES, (Barrier.TIME,))] * 3,
)


def take_part(staff: Staff) -> str:
    """Let panels be founded, meet and be answered, and families say what keeps them away; says how many."""
    people = _People(staff)
    with _on(150):
        write_terms(by=people.coordinator, new=TERMS)
        parents = _founded(people, "Parents of the Family Hubs", "How our hubs feel, and what would make them easier")
        _founded(people, "First weeks at home", "What helps, and what is missing, when the baby is new")
    with _on(125):
        members = [_joined(people, parents, each) for each in MEMBERS]
    _meet(people, parents, members)
    _owe(people, members)
    _make(people, members)
    answers = _ask(people)
    mother = people.of("parent")
    show_on_my_page(by=mother, token=_token(members[0]), is_shown=True)
    wish = Person("Ioana", "ioana@demo.kith.invalid", "", "ro", MemberKind.PARENT)
    wish_to_take_part(by=ANONYMOUS, panel_id=parents, who=wish, request_key=ids.new_uuid())
    return f"2 panels, {len(members)} members, {answers} say what keeps families away"


class _People:
    """Those who act."""

    def __init__(self, staff: Staff) -> None:
        self.staff = staff
        self.coordinator, self.representative, self.midwife, self.visitor = (
            self.of(role.value)
            for role in (Role.COORDINATOR, Role.PARENT_REPRESENTATIVE, Role.MIDWIFE, Role.HEALTH_VISITOR)
        )

    def of(self, who: str) -> Viewer:
        """The person in this role."""
        viewer = viewer_of_account(Account.objects.get(pk=self.staff.accounts[who]))
        if viewer is None:
            raise LookupError(f"nobody is {who} in the demonstration")
        return viewer

    def passing(self, key: str, days: int) -> NewPassing:
        """To one of the organisations, and to its person where there is one."""
        card = membership_card(self.staff.by_role[_ANSWERS[key]])
        if card is None:
            raise LookupError(f"nobody answers for {key} in the demonstration")
        due_on = clock.today() + timedelta(days=days)
        return NewPassing(OrganisationId(card.organisation.id), None, MembershipId(card.id), due_on)


_ANSWERS = {
    "council": Role.COORDINATOR,
    "health_visiting": Role.HEALTH_VISITOR,
    "hospital": Role.MIDWIFE,
}


@contextmanager
def _on(days_ago: int) -> Iterator[None]:
    with clock.use(FixedClock(clock.midnight(clock.today() - timedelta(days=days_ago)) + timedelta(hours=11))):
        yield


def _founded(people: _People, name: str, about: str) -> PanelId:
    languages = ["en", "ro", "bn", "so"]
    said = {"name": name, "about": about, "languages": languages}
    return found_panel(by=people.coordinator, **said, request_key=ids.new_uuid())  # type: ignore[arg-type]


def _token(member_id: MemberId) -> str:
    return token_of(BY, member_id)


_Member = tuple[str, str, MemberKind, int, str, Paying]


def _joined(people: _People, panel_id: PanelId, member: _Member) -> MemberId:
    name, language, kind, creche, interpreter, pay = member
    who = Person(name, f"{name.lower()}@demo.kith.invalid", "", language, kind)
    member_id = invite_member(by=people.coordinator, panel_id=panel_id, who=who, request_key=ids.new_uuid())
    terms = own_page(BY, _token(member_id)).member.terms
    needs = Needs(creche, interpreter, pay)
    agree_to_take_part(by=ANONYMOUS, token=_token(member_id), terms_id=TermsId(terms.id if terms else 0), needs=needs)
    count_me(
        by=ANONYMOUS,
        token=_token(member_id),
        answers={
            TotalOf.SEX: "male" if name == "Marcus" else "female",
            TotalOf.AGE: "25_34",
            TotalOf.ETHNICITY: "asian" if language in ("bn", "ur", "pa") else "white",
        },
    )
    return member_id


def _meet(people: _People, panel_id: PanelId, members: list[MemberId]) -> None:
    """A session of two months ago, public by now, and one to come."""
    asked = "Is it easy to come to a hub, and are you welcome there?"
    with _on(70):
        held = plan_panel_session(
            by=people.representative,
            panel_id=panel_id,
            starts_at=clock.now() + timedelta(days=7),
            place="Family Hub, the green room",
            asked=asked,
            request_key=ids.new_uuid(),
        )
    with _on(60):
        note_who_came(by=people.coordinator, session_id=held, came=members[:7])
        said = "Once inside it is warm. Getting there, and knowing who may come, is the hard part."
        write_what_was_said(by=people.representative, session_id=held, said=said)
        for words, (key, answer, reply) in FOUND:
            finding_id = note_finding(by=people.representative, session_id=held, words=words)
            passed_id = pass_finding(by=people.representative, finding_id=finding_id, new=people.passing(key, 28))
            if answer:
                answer_finding(by=people.representative, passed_id=passed_id, answer=answer, words=reply)
        publish_panel_session(by=people.representative, session_id=held)
    plan_panel_session(
        by=people.representative,
        panel_id=panel_id,
        starts_at=clock.midnight(clock.today() + timedelta(days=9)) + timedelta(hours=10),
        place="Family Hub, the green room",
        asked="What should a new mother hear in the first phone call?",
        request_key=ids.new_uuid(),
    )


def _owe(people: _People, members: list[MemberId]) -> None:
    """Payments with each answer; an expense that waits, and one that was paid."""
    for at, answer in ((0, Paying.ACCEPTED), (1, Paying.ACCEPTED), (2, Paying.DECLINED)):
        token = _token(members[at])
        payment = own_page(BY, token).payments[0]
        answer_payment(by=ANONYMOUS, token=token, payment_id=payment.id, answer=answer)
    with _on(40):
        bus = NewExpense(ExpenseKind.TRAVEL, 480, clock.today() - timedelta(days=4))
        paid = claim_expense(by=ANONYMOUS, token=_token(members[0]), new=bus, request_key=ids.new_uuid())
        for state in (ExpenseState.APPROVED, ExpenseState.PAID):
            decide_expense(by=people.coordinator, expense_id=paid, state=state)
    minder = NewExpense(ExpenseKind.CHILDCARE, 1500, clock.today() - timedelta(days=2))
    claim_expense(by=ANONYMOUS, token=_token(members[4]), new=minder, request_key=ids.new_uuid())


def _make(people: _People, members: list[MemberId]) -> None:
    """A leaflet, made with three: one by name, one without, one who has not said."""
    with _on(20):
        work_id = note_joint_work(
            by=people.coordinator,
            title="Who may come along? A leaflet for grandmothers and fathers",
            kind=WorkKind.LEAFLET,
            made_on=clock.today(),
            request_key=ids.new_uuid(),
        )
        ask_how_to_credit(by=people.coordinator, work_id=work_id, members=members[:3])
    for at, naming, name in ((0, Naming.NAMED, "Elena"), (1, Naming.UNNAMED, "")):
        token = _token(members[at])
        credit_id = own_page(BY, token).credits[0].id
        say_how_to_credit(by=ANONYMOUS, token=token, credit_id=credit_id, naming=naming, named_as=name)


def _ask(people: _People) -> int:
    """Short questions by the open link, and one interview."""
    with _on(50):
        study_id = begin_study(
            by=people.representative,
            title="Why not to our groups?",
            about=About.GROUPS,
            until_on=clock.today() + timedelta(days=120),
            request_key=ids.new_uuid(),
        )
        token = study(people.representative, study_id).row.token
        for language, community, used, reasons in REASONS:
            said = Said(language, community, used, reasons)
            answer_study(by=ANONYMOUS, token=token, said=said, request_key=ids.new_uuid())
        enter_interview(
            by=people.representative,
            study_id=study_id,
            said=Said("so", "black", Used.NO, (Barrier.DID_NOT_KNOW, Barrier.COST)),
            words="Two buses each way. Nobody in her building had heard of the group.",
            request_key=ids.new_uuid(),
        )
    return len(REASONS) + 1
