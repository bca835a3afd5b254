"""From a Romanian story by a meeting's decision to its answer in Romanian; papers that are frozen stay."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from kith.alliance.actions import bringing, deciding, interests, meetings, planning
from kith.alliance.models.meetings import AgendaItem, AgreedAction
from kith.alliance.queries.agreed import agreed_actions
from kith.alliance.queries.meetings import meeting_page
from kith.alliance.rules.codes import AgendaItemId, MeetingId
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
from kith.messages.tests.fakes import Message
from kith.organisations.events import IndicatorMoved, StandardGap
from kith.platform.access import Forbidden
from kith.platform.access.viewer import ANONYMOUS, Viewer
from kith.platform.listing import ListAsked
from testing.people import account_of
from testing.tasks import Notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def alliance() -> Alliance:
    return Alliance()


def planned(alliance: Alliance, days: int = 2) -> MeetingId:
    at = clock.now() + timedelta(days=days)
    return planning.plan_meeting(
        by=alliance.chair, starts_at=at, ends_at=at + timedelta(hours=2), place="Hub", request_key=new_uuid()
    )


def test_the_whole_loop_can_be_followed_both_ways_and_answers_in_romanian(alliance):
    theme_id, story_id, token = alliance.gathered(may_quote=True)
    meeting_id = planned(alliance)
    meetings.freeze_papers(by=alliance.chair, meeting_id=meeting_id)
    item = AgendaItem.objects.get(meeting_id=meeting_id)
    assert (item.title, item.theme_id) == ("Cold rooms", theme_id)
    new = NewDecision("We bring a heater.", "Buy a heater", member(alliance.coordinator), clock.today() + SOON)
    number = deciding.decide(by=alliance.chair, meeting_id=meeting_id, item_id=AgendaItemId(item.pk), new=new)
    assert number == f"{clock.local(clock.now() + timedelta(days=2)).year}-1"
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
    meeting_id = planned(alliance)
    meetings.add_point(by=alliance.chair, meeting_id=meeting_id, title="What Megan found")
    meetings.freeze_papers(by=alliance.chair, meeting_id=meeting_id)
    with pytest.raises(Refusal, match="papers_are_frozen"), transaction.atomic():
        meetings.add_point(by=alliance.chair, meeting_id=meeting_id, title="Tea")
    with pytest.raises(IntegrityError), transaction.atomic():
        AgendaItem.objects.update(title="Something else")
    present = [member(alliance.coordinator)]
    meetings.note_attendance(by=alliance.chair, meeting_id=meeting_id, present=present, apologies=[])
    with pytest.raises(Refusal, match="names_in_minutes"), transaction.atomic():
        meetings.approve_minutes(by=alliance.chair, meeting_id=meeting_id)


def test_a_calendar_follows_a_meeting_that_is_moved_and_called_off(alliance):
    meeting_id = planned(alliance)
    at = clock.now() + timedelta(days=3)
    again = {"meeting_id": meeting_id, "starts_at": at, "ends_at": at + timedelta(hours=1), "place": "Hall"}
    for _ in range(2):
        planning.move_meeting(by=alliance.chair, **again)
    for _ in range(2):
        planning.call_off_meeting(by=alliance.chair, meeting_id=meeting_id)
    files = [Calendar.from_ical(text) for text in sent(alliance.representative)]
    assert [(each["METHOD"], *_marks(each)) for each in files] == [
        ("PUBLISH", 0, "CONFIRMED", "Hub"),
        ("PUBLISH", 1, "CONFIRMED", "Hall"),
        ("CANCEL", 2, "CANCELLED", "Hall"),
    ]
    assert len({each.events[0]["UID"] for each in files}) == 1
    with pytest.raises(Refusal, match="meeting_not_now"), transaction.atomic():
        planning.move_meeting(by=alliance.chair, **again)
    with pytest.raises(Refusal, match="meeting_ends_first"), transaction.atomic():
        planning.plan_meeting(by=alliance.chair, starts_at=at, ends_at=at, place="Hub", request_key=new_uuid())


def _marks(file: Calendar) -> tuple[int, str, str]:
    entry = file.events[0]
    return int(entry["SEQUENCE"]), str(entry["STATUS"]), str(entry["LOCATION"])


def sent(viewer: Viewer) -> list[str]:
    """The calendar files that went to this person, in order."""
    keys = Message.objects.filter(kind="meeting_called").order_by("pk")
    return [row.calendar for row in keys if row.dedupe_key.endswith(f":{member(viewer)}")]


def test_what_other_rooms_bring_is_on_one_agenda_and_waits_again_where_it_is_called_off(alliance):
    for _ in range(2):
        bringing.bring_indicator(IndicatorMoved("six-weeks", "Fewer at six weeks", "From 57 to 51 %.", clock.today()))
    bringing.bring_gap(StandardGap("audit-3", "No audit of staff", "", clock.today()))
    first = planned(alliance)
    meetings.freeze_papers(by=alliance.chair, meeting_id=first)
    assert [each.title for each in meeting_page(alliance.chair, first).points] == [
        "Fewer at six weeks",
        "No audit of staff",
    ]
    second = planned(alliance, days=9)
    assert meeting_page(alliance.chair, second).points == ()
    planning.call_off_meeting(by=alliance.chair, meeting_id=first)
    assert len(meeting_page(alliance.chair, second).points) == 2


def test_an_interest_stands_where_it_was_declared_and_an_action_counts_how_often_it_came_back(alliance):
    theme_id, _, _ = alliance.gathered()
    first = planned(alliance)
    meetings.freeze_papers(by=alliance.chair, meeting_id=first)
    item = AgendaItem.objects.get(meeting_id=first, theme_id=theme_id)
    who = member(alliance.representative)
    about = {"meeting_id": first, "item_id": AgendaItemId(item.pk)}
    for _ in range(2):
        interests.declare_interest(by=alliance.representative, membership_id=who, words="My group", **about)
    interests.declare_interest(by=alliance.chair, membership_id=who, words="I sell slings")
    with pytest.raises(Forbidden):
        interests.declare_interest(by=alliance.representative, membership_id=member(alliance.chair), words="Hers")
    new = NewDecision("We bring a heater.", "Buy a heater", member(alliance.coordinator), clock.today() + SOON)
    deciding.decide(by=alliance.chair, meeting_id=first, item_id=AgendaItemId(item.pk), new=new)
    assert [(each.words, each.point, each.holds_on) for each in meeting_page(alliance.chair, first).interests] == [
        ("My group", "Cold rooms", False),
        ("I sell slings", "", True),
    ]
    with clock.use(clock.FixedClock(clock.now() + SOON + timedelta(days=1))):
        for days in (2, 4):
            meetings.freeze_papers(by=alliance.chair, meeting_id=planned(alliance, days))
        last = meeting_page(alliance.chair, planned(alliance, 6))
        assert [each.words for each in last.interests] == ["I sell slings"]
        (late,) = agreed_actions(alliance.chair, ListAsked(), is_open=True).rows
        assert late.carried == 2


def test_minutes_are_set_for_members_with_names_and_for_all_without(alliance, client: Client, settings, monkeypatch):
    monkeypatch.setattr("kith.platform.second_factor.is_shown", lambda _request: True)
    theme_id, _, _ = alliance.gathered()
    meeting_id = planned(alliance)
    public = reverse("public-minutes", args=[meeting_id])
    assert client.get(public).status_code == 404
    meetings.freeze_papers(by=alliance.chair, meeting_id=meeting_id)
    item_id = AgendaItemId(AgendaItem.objects.get(meeting_id=meeting_id, theme_id=theme_id).pk)
    new = NewDecision("We bring a heater.", "Buy a heater", member(alliance.coordinator), clock.today() + SOON)
    deciding.decide(by=alliance.chair, meeting_id=meeting_id, item_id=item_id, new=new)
    here = [member(alliance.coordinator)]
    meetings.note_attendance(by=alliance.chair, meeting_id=meeting_id, present=here, apologies=[])
    meetings.write_minutes(by=alliance.chair, meeting_id=meeting_id, item_id=item_id, words="Said in the room.")
    meetings.approve_minutes(by=alliance.chair, meeting_id=meeting_id)
    assert b"pdfuaid" in client.get(public).content
    told: list[str] = []
    monkeypatch.setattr(
        "kith.alliance.printing.typeset", lambda _file, facts, _language: told.append(str(facts)) or b""
    )
    client.get(public)
    client.force_login(account_of(alliance.representative), backend=settings.AUTHENTICATION_BACKENDS[0])
    client.get(reverse("meeting-minutes", args=[meeting_id]))
    assert all("We bring a heater." in text for text in told)
    assert ["Megan Ashcombe" in text or "Said in the room." in text for text in told] == [False, True]
