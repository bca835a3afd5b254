"""From a Romanian story by a meeting's decision to its answer in Romanian; papers that are frozen stay."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from kith.alliance.actions import deciding, meetings
from kith.alliance.models.meetings import AgendaItem, AgreedAction
from kith.alliance.rules.codes import AgendaItemId
from kith.alliance.rules.meetings import NewDecision
from kith.kernel import clock
from kith.kernel.ids import new_uuid
from kith.kernel.refusal import Refusal
from kith.listening.actions import promising
from kith.listening.queries.public import you_said
from kith.listening.queries.telling import story_answer
from kith.listening.queries.themes import theme_page
from kith.listening.rules.codes import Felt, ThemeState
from kith.listening.tests.world import SOON, Alliance, member
from kith.platform.access.viewer import ANONYMOUS
from testing.tasks import Notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def alliance() -> Alliance:
    return Alliance()


def test_the_whole_loop_can_be_followed_both_ways_and_answers_in_romanian(alliance):
    theme_id, story_id, token = alliance.gathered(may_quote=True)
    at = clock.now() + timedelta(days=2)
    meeting_id = meetings.plan_meeting(by=alliance.chair, starts_at=at, place="Hub", request_key=new_uuid())
    meetings.freeze_papers(by=alliance.chair, meeting_id=meeting_id)
    item = AgendaItem.objects.get(meeting_id=meeting_id)
    assert (item.title, item.theme_id) == ("Cold rooms", theme_id)
    new = NewDecision("We bring a heater.", "Buy a heater", member(alliance.coordinator), clock.today() + SOON)
    number = deciding.decide(by=alliance.chair, meeting_id=meeting_id, item_id=AgendaItemId(item.pk), new=new)
    assert number == f"{clock.local(at).year}-1"
    action = AgreedAction.objects.get()
    assert (action.theme_id, action.decision.item_id, action.owner_id) == (
        theme_id,
        item.pk,
        member(alliance.coordinator),
    )
    promising.reply_to_writers(by=alliance.chair, theme_id=theme_id, language="ro", words="Aducem un radiator.")
    (answer,) = story_answer(ANONYMOUS, token).answers
    assert (answer.state, answer.words, answer.language) == (ThemeState.PLANNED, "Aducem un radiator.", "ro")
    promising.settle_theme(by=alliance.chair, theme_id=theme_id, state=ThemeState.DONE, words="There is a heater.")
    promising.reply_to_writers(by=alliance.chair, theme_id=theme_id, language="ro", words="Acum e un radiator.")
    promising.say_if_better(by=ANONYMOUS, token=token, theme_id=theme_id, better=Felt.NO)
    assert Notice.objects.filter(kind="not_better", membership_id=member(alliance.coordinator)).count() == 1
    (said,) = you_said(ANONYMOUS, lang="ro").rows
    assert (said.words, said.quotes[0].words, said.is_unkept) == (
        "Acum e un radiator.",
        "Sala era rece. Sunați-mă la […]",
        False,
    )
    (inside,) = theme_page(alliance.chair, theme_id).stories
    assert inside.id == story_id


def test_frozen_papers_stay_and_minutes_with_a_name_are_not_made_public(alliance):
    at = clock.now() + timedelta(days=2)
    meeting_id = meetings.plan_meeting(by=alliance.chair, starts_at=at, place="Hub", request_key=new_uuid())
    meetings.add_point(by=alliance.chair, meeting_id=meeting_id, title="What Megan found")
    meetings.freeze_papers(by=alliance.chair, meeting_id=meeting_id)
    with pytest.raises(Refusal, match="papers_are_frozen"), transaction.atomic():
        meetings.add_point(by=alliance.chair, meeting_id=meeting_id, title="Tea")
    with pytest.raises(IntegrityError), transaction.atomic():
        AgendaItem.objects.update(title="Something else")
    present = [member(alliance.coordinator)]
    meetings.note_attendance(by=alliance.chair, meeting_id=meeting_id, present=present, apologies=[], interests={})
    with pytest.raises(Refusal, match="names_in_minutes"), transaction.atomic():
        meetings.approve_minutes(by=alliance.chair, meeting_id=meeting_id)
