"""Assessment forms as versioned data, and assessments that lead marked answers to people."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from kith.feeding.actions.assessment_forms import (
    begin_draft,
    begin_form,
    change_draft,
    drop_draft,
    publish_draft,
    withdraw_form,
)
from kith.feeding.actions.assessments import record_assessment
from kith.feeding.models.assessments import Assessment, FormVersion
from kith.feeding.models.weights import FeedingAlert
from kith.feeding.queries.assessments import (
    assessing,
    assessment_form,
    assessment_forms,
    assessment_page,
    offered_forms,
)
from kith.feeding.rules.assessments import (
    OLDEST,
    Choice,
    FormContent,
    Mark,
    Question,
    as_data,
    check_answers,
    check_publication,
    free_key,
    from_data,
    moved_up,
    with_question,
    without_question,
)
from kith.feeding.tests.babies import a_family_with_babies, babies_of, own
from kith.kernel.ids import new_uuid
from kith.kernel.refusal import Refusal
from kith.organisations.rules import Role
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.viewer import Viewer
from testing.people import worker
from testing.tasks import NextStep

YES, NO = Choice("c1", {"en": "Yes"}), Choice("c2", {"en": "No"}, Mark.PERSON)
FLOPPY = Choice("c3", {"en": "Is floppy"}, Mark.URGENT)
WAKES = Question("q1", {"en": "Does the baby wake for feeds?", "ro": "Se trezește?"}, (YES, NO, FLOPPY))
EARLY = Question("q2", {"en": "Wet nappies?"}, (YES, NO), until_day=4)
SIGNS = Question("q3", {"en": "What do you see?"}, (YES, NO), many=True)
CONTENT = FormContent({"en": "How feeding goes"}, "Our own words", "Mina Rao", (WAKES, EARLY, SIGNS))

texts = st.dictionaries(st.sampled_from(["en", "ro", "ar"]), st.text(min_size=1, max_size=9), max_size=3)
choices = st.lists(st.builds(Choice, st.text("abc", min_size=1, max_size=3), texts, st.sampled_from(Mark)), max_size=4)
questions = st.builds(
    Question,
    st.integers(1, 30).map(lambda number: f"q{number}"),
    texts,
    choices.map(tuple),
    texts,
    st.booleans(),
    st.integers(0, 20),
    st.integers(20, OLDEST),
)
contents = st.builds(
    FormContent, texts, st.text(max_size=9), st.text(max_size=9), st.lists(questions, max_size=5).map(tuple)
)


@pytest.fixture
def lead(db) -> Viewer:
    return worker(Role.FEEDING_LEAD, name="Mina Rao")


@given(contents)
def test_a_form_is_read_as_it_was_written(content):
    assert from_data(as_data(content)) == content


@given(contents, questions)
def test_a_question_is_put_in_once_and_taken_out_again(content, question):
    added = replace(question, key=free_key(content))
    longer = with_question(content, added)
    assert longer.questions == (*content.questions, added)
    assert without_question(longer, added.key) == content


@given(contents, st.integers(0, 5))
def test_moving_up_keeps_every_question(content, at):
    key = content.questions[at].key if at < len(content.questions) else "none"
    moved = moved_up(content, key)
    assert sorted(each.key for each in moved.questions) == sorted(each.key for each in content.questions)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (replace(CONTENT, title={"ro": "Cum merge"}), "form_needs_a_title"),
        (replace(CONTENT, source=" "), "form_needs_source_and_owner"),
        (replace(CONTENT, questions=()), "form_needs_questions"),
        (replace(CONTENT, questions=(replace(WAKES, text={}),)), "question_needs_words"),
        (replace(CONTENT, questions=(replace(WAKES, choices=(NO,)),)), "question_needs_choices"),
        (replace(CONTENT, questions=(replace(WAKES, choices=(YES, replace(NO, text={}))),)), "choice_needs_words"),
        (replace(CONTENT, questions=(replace(WAKES, choices=(YES, replace(YES, key="c9"))),)), "form_leads_to_nobody"),
    ],
)
def test_a_form_that_lacks_something_is_not_published(content, code):
    assert check_publication(CONTENT) is None
    refusal = check_publication(content)
    assert refusal and refusal.code == code


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({}, "nothing_answered"),
        ({"q9": ["c1"]}, "answer_not_on_form"),
        ({"q1": ["c9"]}, "answer_not_on_form"),
        ({"q1": ["c1", "c2"]}, "one_answer_only"),
    ],
)
def test_only_answers_of_the_form_are_taken(answers, code):
    assert check_answers(CONTENT.questions, {"q3": ["c1", "c2"]}) is None
    refusal = check_answers(CONTENT.questions, answers)
    assert refusal and refusal.code == code


def published(lead: Viewer, key: str = "mine", content: FormContent = CONTENT) -> int:
    begin_form(by=lead, key=key, content=content)
    return publish_draft(by=lead, key=key)


def assess(by: Viewer, baby, version: int, answers, **more):
    request_key = more.pop("request_key", None) or new_uuid()
    return record_assessment(by=by, baby_id=baby, version_id=version, answers=answers, note="", request_key=request_key)


def a_baby(by: Viewer, **more):
    family_id = a_family_with_babies(own(by), **more)
    return family_id, babies_of(family_id)[0]


def test_the_starter_form_is_there_as_a_draft_that_lacks_nothing_and_is_not_in_use(lead):
    (form,) = assessment_forms(lead)
    assert form.published is None
    assert check_publication(form.shown) is None
    assert offered_forms() == ()
    for age in range(60):
        assert 6 <= len(form.shown.questions_for(age)) <= 9


def test_an_answer_that_is_not_marked_leads_to_nobody(lead):
    _, baby = a_baby(lead)
    assert not assess(lead, baby, published(lead), {"q1": ["c1"]}).led_on
    assert not NextStep.objects.exists()


@pytest.mark.parametrize(("answer", "is_urgent"), [("c2", False), ("c3", True)])
def test_a_marked_answer_is_somebodys_next_step(lead, answer, is_urgent):
    family_id, baby = a_baby(lead)
    done = assess(lead, baby, published(lead), {"q1": [answer]})
    assert done.led_on
    assert FeedingAlert.objects.get().owner_id == NextStep.objects.get().owner_id == lead.membership_id
    page = assessment_page(lead, family_id, baby, done.assessment_id)
    assert (page.is_urgent, page.alert is not None) == (is_urgent, True)


def test_sent_twice_it_is_one_assessment(lead):
    _, baby = a_baby(lead)
    version, key = published(lead), new_uuid()
    assert assess(lead, baby, version, {"q1": ["c2"]}, request_key=key) == assess(
        lead, baby, version, {"q1": ["c2"]}, request_key=key
    )
    assert (Assessment.objects.count(), NextStep.objects.count()) == (1, 1)


def test_a_question_for_another_age_is_neither_asked_nor_taken(lead):
    family_id, baby = a_baby(lead, days_old=10)
    version = published(lead)
    asked = assessing(lead, family_id, baby, "mine")
    assert [question.key for question in asked.questions] == ["q1", "q3"]
    with pytest.raises(Refusal, match="answer_not_on_form"):
        assess(lead, baby, version, {"q2": ["c2"]})


def test_an_assessment_keeps_the_wording_it_was_made_with(lead):
    family_id, baby = a_baby(lead)
    done = assess(lead, baby, published(lead), {"q1": ["c1"]})
    begin_draft(by=lead, key="mine")
    other = replace(WAKES, text={"en": "Something else?"})
    change_draft(by=lead, key="mine", change=lambda content: with_question(content, other))
    assert offered_forms()[0].key == "mine"
    assert assessing(lead, family_id, baby, "mine").content.questions[0] == WAKES
    publish_draft(by=lead, key="mine")
    assert assessing(lead, family_id, baby, "mine").content.questions[0] == other
    page = assessment_page(lead, family_id, baby, done.assessment_id)
    assert (page.number, page.answered[0].question) == (1, WAKES)


def test_a_draft_and_a_form_out_of_use_assess_nobody(lead):
    family_id, baby = a_baby(lead)
    begin_form(by=lead, key="mine", content=CONTENT)
    draft = FormVersion.objects.get(form__key="mine")
    with pytest.raises(Refusal, match="form_not_published"):
        assess(lead, baby, draft.pk, {"q1": ["c1"]})
    publish_draft(by=lead, key="mine")
    withdraw_form(by=lead, key="mine", is_withdrawn=True)
    assert offered_forms() == ()
    with pytest.raises(NotFound):
        assessing(lead, family_id, baby, "mine")


def test_a_form_thrown_away_before_it_was_published_is_gone(lead):
    begin_form(by=lead, key="mine", content=CONTENT)
    with pytest.raises(Refusal, match="form_key_taken"):
        begin_form(by=lead, key="mine", content=CONTENT)
    drop_draft(by=lead, key="mine")
    with pytest.raises(NotFound):
        assessment_form(lead, "mine")


def test_the_database_refuses_to_change_what_is_published(lead):
    version = published(lead)
    for act in (
        lambda: FormVersion.objects.filter(pk=version).update(content={}),
        lambda: FormVersion.objects.filter(pk=version).delete(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            act()


def test_only_the_infant_feeding_lead_writes_forms(lead):
    for somebody in (worker(), worker(Role.ADMIN), worker(Role.PEER_SUPPORTER)):
        with pytest.raises(Forbidden):
            begin_form(by=somebody, key="hers", content=CONTENT)
        with pytest.raises(Forbidden):
            assessment_forms(somebody)


def test_nobody_assesses_beyond_her_reach(lead):
    version = published(lead)
    _, baby = a_baby(lead)
    with pytest.raises(NotFound):
        assess(worker(), baby, version, {"q1": ["c1"]})
