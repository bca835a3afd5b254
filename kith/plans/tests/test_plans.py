"""The plan grows, late steps find a manager, and what is printed says what stands and names no person."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation

from kith.kernel import clock as kernel_clock
from kith.kernel.ids import ServiceId, new_uuid
from kith.kernel.languages import interface_language
from kith.kernel.plan import Chapter, Paper, PlanStep
from kith.kernel.refusal import Refusal
from kith.organisations.actions.people import end_membership
from kith.organisations.events import MembershipEnded
from kith.organisations.rules import Duty, Role
from kith.plans.actions.aims import end_aim, set_aim
from kith.plans.actions.papers import cost_service, write_case_text
from kith.plans.actions.steps import note_plan_entry
from kith.plans.actions.watching import look_at_plan, pass_on_plan_work
from kith.plans.models.steps import PlanEntry
from kith.plans.printing import blocks_of, print_paper
from kith.plans.queries.aims import costs, public_aims
from kith.plans.queries.steps import my_steps, plan
from kith.plans.rules.codes import Strand
from kith.plans.rules.notices import NoticeKind
from kith.plans.rules.steps import NewEntry
from kith.plans.voices import checked_quotes
from kith.platform.access.viewer import ANONYMOUS, Viewer
from kith.showing import papers
from kith.showing.papers import Quote, Words
from kith.tasks.queries.notices import unseen_notices
from kith.whats_on.tests.world import a_service, a_venue
from testing.people import KITH, account_of, organisation, worker

pytestmark = pytest.mark.django_db
WARM = "Nobody judged me when I fed her from a bottle in the corner."
NAMED = "The midwife Danuta came to MK1 1AA."


@pytest.fixture
def chair() -> Viewer:
    return worker(Role.ALLIANCE_CHAIR, name="Rachel Penrose")


@pytest.fixture
def owner() -> Viewer:
    return worker(Role.MIDWIFE, name="Grace Danso")


@pytest.fixture
def quoted(monkeypatch):
    monkeypatch.setattr(papers, "_quotes", [lambda _viewer, _lang: [Quote(WARM, "en"), Quote(NAMED, "en")]])


def note(by: Viewer, owner: Viewer, *, days: int = 7, gap: str = "No curtain", step: PlanStep = PlanStep.HUBS) -> None:
    assert owner.membership_id
    new = NewEntry("Chairs stand there.", gap, owner.membership_id, kernel_clock.today() + timedelta(days=days))
    note_plan_entry(by=by, step=step, new=new, request_key=new_uuid())


def told(viewer: Viewer, kind: NoticeKind) -> int:
    return sum(row.kind == kind for row in unseen_notices(viewer).rows)


def test_a_step_keeps_its_history_and_the_last_entry_counts(chair, owner) -> None:
    note(chair, owner)
    note(owner, owner, gap="")
    (row,) = [each for each in plan(chair, lang="en") if each.entry]
    assert (row.step, row.entry.gap, row.entry.owner.name) == (PlanStep.HUBS, "", "Grace Danso")
    assert len(plan(chair, lang="en")) == 9
    assert [each.step for each in my_steps(owner)] == [PlanStep.HUBS]
    with pytest.raises(ProgrammingError), transaction.atomic():
        PlanEntry.objects.update(gap="Nothing")


def test_a_late_step_finds_its_owner_and_a_week_later_a_manager_once(chair, owner, clock) -> None:
    (own,) = owner.organisation_ids
    manager = worker(Role.HEALTH_VISITOR, at=own, name="Mo Manager", duties=[Duty.MANAGER])
    note(chair, owner, days=3)
    clock.advance(days=4)
    look_at_plan(by=KITH)
    assert told(owner, NoticeKind.PLAN_STEP_LATE) == 1 and told(manager, NoticeKind.PLAN_STEP_UNMET) == 0
    clock.advance(days=7)
    for _ in range(2):
        look_at_plan(by=KITH)
    assert [told(each, NoticeKind.PLAN_STEP_UNMET) for each in (owner, manager, chair)] == [0, 1, 1]


def test_a_step_whose_owner_leaves_is_told_to_those_who_prepare(chair, owner) -> None:
    note(chair, owner)
    end_membership(by=KITH, membership_id=owner.membership_id, until_on=kernel_clock.today())
    pass_on_plan_work(MembershipEnded(owner.membership_id))
    assert told(chair, NoticeKind.PLAN_STEP_LEFT) == 1


def test_an_aim_is_shown_to_everybody_with_what_may_be_public_until_it_ends(chair, client: Client) -> None:
    words = {"en": "Every family is reached.", "ro": "Ajungem la fiecare familie."}
    shown = ("whats_on.dates", "library.advice")
    aim_id = set_aim(by=chair, words=words, evidence=shown, request_key=new_uuid())
    (aim,) = public_aims(ANONYMOUS, lang="ro")
    assert (aim.words.text, [each.key for each in aim.shown]) == (words["ro"], ["whats_on.dates"])
    assert words["ro"] in client.get("/ro/who-we-are/").content.decode()
    end_aim(by=chair, aim_id=aim_id)
    assert public_aims(ANONYMOUS, lang="ro") == ()


def test_only_the_last_cost_of_a_service_counts(chair) -> None:
    at = organisation()
    service_id = ServiceId(a_service(at, a_venue(at)))
    for pounds in (100, 250):
        said = {"strand": Strand.NHS, "yearly_pounds": pounds, "from_on": kernel_clock.today(), "source": "Budget"}
        cost_service(by=chair, service_id=service_id, request_key=new_uuid(), **said)
    found = costs(chair, lang="en")
    assert (found.total, found.by_strand, len(found.rows)) == (250, (("NHS", 250),), 1)


def test_a_quote_that_names_a_person_is_not_printed_and_it_is_said_where(chair, quoted) -> None:
    found = {
        each.quote.words: [(one.trace.value, one.line) for one in each.found] for each in checked_quotes(chair, "en")
    }
    assert found == {WARM: [], NAMED: [("name", 1), ("postcode", 1)]}
    blocks = blocks_of(chair, Paper.BRIEFING, Chapter.VOICES, "en")
    assert blocks == [Words(WARM, "en", "quote")]


def test_a_chapter_may_quote_what_was_released_and_nothing_else(chair, quoted) -> None:
    write = {"by": chair, "chapter": Chapter.LESSONS, "language": "en"}
    write_case_text(words=f"One said: “{WARM}”", request_key=new_uuid(), **write)
    with pytest.raises(Refusal, match="quote_not_released"):
        write_case_text(words="One said: “I never felt welcome there”", request_key=new_uuid(), **write)
    with pytest.raises(Refusal, match="not_anonymous"):
        write_case_text(words=f"One said: “{NAMED}”", request_key=new_uuid(), **write)
    assert blocks_of(chair, Paper.CASE_STUDY, Chapter.LESSONS, "ar")[0] == Words(f"One said: “{WARM}”", "en")


@pytest.mark.parametrize(
    ("code", "paper"),
    [
        ("en", Paper.BRIEFING),
        ("ar", Paper.CASE_STUDY),
        *(
            pytest.param(code, paper, marks=pytest.mark.thorough)
            for code in ("ro", "pl", "ur", "so", "bn", "pa")
            for paper in Paper
        ),
    ],
)
def test_each_paper_is_an_accessible_pdf_in_its_language(code: str, paper: Paper, chair, owner, quoted) -> None:
    note(chair, owner)
    language = interface_language(code)
    with translation.override(code):
        content = print_paper(chair, paper, language)
    assert content.startswith(b"%PDF-") and b"pdfuaid" in content
    assert b"/Lang(" + code.encode() in content.replace(b"/Lang (", b"/Lang(")
    if paper is Paper.BRIEFING:
        assert content.count(b"/Type/Page/") + content.count(b"/Type /Page\n") <= 2


def test_the_pages_open_and_a_step_is_noted_through_its_form(chair, owner, client: Client, quoted) -> None:
    note(chair, owner)
    client.force_login(account_of(chair))
    for name in ("our-plan", "plan-aims", "plan-costs", "add-cost", "case-study"):
        assert client.get(reverse(name)).status_code == 200, name
    day = kernel_clock.today() + timedelta(days=30)
    form = {"request_key": str(new_uuid()), "done": "Curtains hang.", "gap": "", "owner": owner.membership_id}
    form |= {"next_on_day": day.day, "next_on_month": day.month, "next_on_year": day.year}
    address = reverse("plan-step", args=["hubs"])
    for _ in range(2):
        assert client.post(address, form).status_code == 303
    assert client.get(address).content.decode().count("Curtains hang.") == 1
    assert client.post(address, {**form, "done": ""}).status_code == 422
